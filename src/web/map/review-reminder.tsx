import { Link } from "@tanstack/react-router";
import { useAnswer } from "../app/answer.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";

/** One line where customers surely do something else since the map was last reviewed; else nothing. */
export function ReviewReminder(props: { readonly workspace: string; readonly map: string }) {
  const { workspace, map } = props;
  const t = useText().drift.reminder;
  const format = useFormat();
  const reminder = useAnswer("mapReview", { workspace, map }).data?.reminder;
  if (!reminder) return null;
  const { since, changes, largest } = reminder;
  return (
    <p className="map-line">
      {t.said(format.date(since), format.number(changes), changes === 1, format.date(largest.day))}{" "}
      <Link to="/w/$workspace/drift" params={{ workspace }} search={{ since }}>
        {t.see}
      </Link>
    </p>
  );
}
