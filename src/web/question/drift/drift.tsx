import type { Change, ChangeMoment, Drift } from "../../../core/question/drift/drift.ts";
import { useAnswer } from "../../app/answer.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { AskGoal } from "../ask-goal.tsx";
import { useAsks } from "../asks.ts";
import { QuestionPage } from "../question-page.tsx";
import { useTowardGoal } from "../toward-goal.ts";
import { SortableTable } from "../sortable-table.tsx";
import { AskWhen } from "./ask-when.tsx";
import { ChangeEntry } from "./change-entry.tsx";
import { sayChange, sayLevel } from "./say-change.ts";
import "./drift.css";

/** Changes of one day that are told at once; the others are a word away. */
const AT_ONCE = 5;

/** What changed, day by day, the last first. */
export function DriftRoute() {
  const t = useText().drift;
  const [{ since, before, after }] = useAsks();
  const asked = {
    ...useTowardGoal(),
    ...(since !== undefined && { since }),
    ...(before !== undefined && after !== undefined && { before, after }),
  };
  const answer = useAnswer("drift", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="drift"
      asked={asked}
      answer={answer}
      asks={
        <div className="asks">
          <AskWhen />
          <AskGoal goal={answer.data?.goal} />
        </div>
      }
    >
      {(found) => <Changed found={found} />}
    </QuestionPage>
  );
}

export function Changed({ found }: { readonly found: Drift }) {
  return (
    <div className="drift">
      {found.moments.length === 0 && <Nothing tested={found.tested} />}
      {found.moments.toReversed().map((moment) => (
        <Moment key={`${moment.day} ${moment.between.join()}`} moment={moment} />
      ))}
      <Apart changes={found.apart} />
      <Everything found={found} />
      <Sum found={found} />
    </div>
  );
}

function Nothing({ tested }: { readonly tested: number }) {
  const t = useText().drift;
  const format = useFormat();
  return (
    <div className="none">
      <h2>{tested === 0 ? t.untested : t.none}</h2>
      <p>{tested === 0 ? t.untestedHint : t.noneHint(format.number(tested))}</p>
    </div>
  );
}

function Moment({ moment: { day, between, changes } }: { readonly moment: ChangeMoment }) {
  const t = useText().drift;
  const format = useFormat();
  const rest = changes.slice(AT_ONCE);
  return (
    <section className="change-moment">
      <header>
        <h2>{format.date(day)}</h2>
        <p className="quiet">
          {between[0] === between[1]
            ? t.onTheDay
            : t.between(format.date(between[0]), format.date(between[1]))}
        </p>
      </header>
      <Changes changes={changes.slice(0, AT_ONCE)} />
      {rest.length > 0 && (
        <details>
          <summary>{t.more(format.number(rest.length), rest.length === 1)}</summary>
          <Changes changes={rest} />
        </details>
      )}
    </section>
  );
}

function Changes({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <ul className="changes">
      {changes.map((change) => (
        <ChangeEntry key={keyOf(change)} change={change} />
      ))}
    </ul>
  );
}

function Apart({ changes }: { readonly changes: readonly Change[] }) {
  const t = useText().drift;
  if (changes.length === 0) return null;
  return (
    <section>
      <h2 className="figure-title">{t.apart}</h2>
      <Changes changes={changes} />
    </section>
  );
}

function Everything({ found }: { readonly found: Drift }) {
  const t = useText().drift;
  const format = useFormat();
  const changes = [...found.moments.flatMap((moment) => moment.changes), ...found.apart];
  if (changes.length === 0) return null;
  return (
    <details className="drift-table">
      <summary>{t.table}</summary>
      <SortableTable
        caption={t.table}
        rows={changes}
        rowKey={keyOf}
        start={{ key: "size", falling: true }}
        columns={[
          { key: "what", label: t.columns.what, render: (each) => sayChange(each, t) },
          {
            key: "before",
            label: t.columns.before,
            numeric: true,
            render: (each) => sayLevel(each.before, format),
          },
          {
            key: "after",
            label: t.columns.after,
            numeric: true,
            render: (each) => sayLevel(each.after, format),
          },
          {
            key: "size",
            label: t.columns.size,
            numeric: true,
            by: (each) => each.size,
            render: (each) => format.number(each.size, 2),
          },
          {
            key: "p",
            label: t.columns.p,
            numeric: true,
            by: (each) => each.p,
            render: (each) => format.pValue(each.p),
          },
          {
            key: "day",
            label: t.columns.day,
            by: (each) => each.day,
            render: (each) => format.date(each.day),
          },
          {
            key: "between",
            label: t.columns.between,
            render: (each) => format.period(each.between[0], each.between[1]),
          },
        ]}
      />
    </details>
  );
}

function Sum({ found }: { readonly found: Drift }) {
  const t = useText().drift;
  const format = useFormat();
  const { tested, people, from, to, begunBefore } = found;
  if (tested === 0) return null;
  return (
    <p className="quiet">
      {t.sum(format.number(tested), format.number(people), format.date(from), format.date(to))}{" "}
      {begunBefore > 0 && t.begunBefore(format.number(begunBefore))}
    </p>
  );
}

function keyOf({ kind, at, to, score, day }: Change): string {
  return `${kind} ${at?.code} ${to?.code} ${score} ${day}`;
}
