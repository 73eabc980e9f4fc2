import { Link } from "@tanstack/react-router";
import { useAnswer } from "../../app/answer.ts";
import { useLanguage } from "../../language/language.ts";
import { familyOf } from "./family.ts";
import { compareText } from "./text.ts";
import { writeWhich } from "./which.ts";

/** The way to this map and its other states above each other; nothing when it has no other states. */
export function CompareDoor({
  workspace,
  map,
}: {
  readonly workspace: string;
  readonly map: string;
}) {
  const t = compareText[useLanguage()];
  const cards = useAnswer("portfolio", { workspace });
  const family = familyOf(cards.data ?? [], map);
  if (family.length < 2) return null;
  const which = family.map((id) => ({ map: id, version: null }));
  return (
    <Link
      className="word-button"
      to="/w/$workspace/compare"
      params={{ workspace }}
      search={{ maps: writeWhich(which) }}
    >
      {t.door}
    </Link>
  );
}
