import { Link } from "@tanstack/react-router";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Decision } from "../../../core/identity/decision.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { whoText } from "./text.ts";

const SHOWN = 50;

/** What was decided, newest first; each can be taken back. */
export function Decided({
  workspace,
  by,
}: {
  readonly workspace: string;
  readonly by: string | null;
}) {
  const t = whoText[useLanguage()].decided;
  const list = useAnswer("decisions", { workspace, limit: SHOWN });
  if (list.isError) return <Trouble error={list.error} onAgain={() => void list.refetch()} />;
  if (list.data === undefined) return null;
  const { decisions, total } = list.data;
  return (
    <section className="who-section" aria-labelledby="who-decided">
      <h2 id="who-decided">{t.title}</h2>
      {decisions.length === 0 && <p className="quiet">{t.none}</p>}
      <ol className="who-decisions">
        {decisions.map((decision) => (
          <One key={decision.id} workspace={workspace} decision={decision} by={by} />
        ))}
      </ol>
      {total > decisions.length && <p className="quiet">{t.more(decisions.length, total)}</p>}
    </section>
  );
}

function One(props: {
  readonly workspace: string;
  readonly decision: Decision;
  readonly by: string | null;
}) {
  const { workspace, decision, by } = props;
  const t = whoText[useLanguage()].decided;
  const f = useFormat();
  const queries = useQueryClient();
  const holds = decision.takenBack === null;
  const change = useMutation({
    mutationFn: () =>
      call("takeBack", {
        workspace,
        decision: String(decision.id),
        body: { by: by ?? "", back: holds },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["who"] });
      await queries.invalidateQueries({ queryKey: ["decisions"] });
      await queries.invalidateQueries({ queryKey: ["reviewList"] });
    },
  });
  const { says, pairs, first, reason, made } = decision;
  const why = [
    reason,
    pairs === 1 && first.probability !== null ? t.probability(first.probability) : "",
    decision.due ? t.due : "",
  ].filter((part) => part !== "");
  return (
    <li data-holds={holds}>
      <span className="who-says">{t.says[says](pairs)}</span>
      <span className="quiet">
        {[
          t.by(decision.by, f.dateTime(made)),
          ...why,
          ...(decision.takenBack === null
            ? []
            : [t.takenBack(decision.takenBackBy ?? "", f.dateTime(decision.takenBack))]),
        ].join(" · ")}
      </span>
      {pairs === 1 && (
        <Link to="/w/$workspace/people/$person" params={{ workspace, person: first.a }} search={{}}>
          {t.person}
        </Link>
      )}
      <button
        type="button"
        className="link-button"
        disabled={by === null || change.isPending}
        onClick={() => change.mutate()}
      >
        {holds ? t.takeBack : t.hold}
      </button>
      {change.error && <Trouble error={change.error} />}
    </li>
  );
}
