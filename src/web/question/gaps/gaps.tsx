import type { Gaps } from "../../../core/question/gaps/gap.ts";
import { useAnswer } from "../../app/answer.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { AskGoal } from "../ask-goal.tsx";
import { QuestionPage } from "../question-page.tsx";
import { useStill } from "../still.ts";
import { useTowardGoal } from "../toward-goal.ts";
import { GapEntry } from "./gap-entry.tsx";
import "./gaps.css";

/** Where it hurts, as a list to read from the top. */
export function GapsRoute() {
  const t = useText().gaps;
  const asked = useTowardGoal();
  const { workspace } = asked;
  const answer = useAnswer("gaps", asked);
  const facets = useAnswer("facets", { workspace }).data;
  const names = new Map(facets?.segments.map(({ id, name }) => [id, name]));
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="gaps"
      asked={asked}
      answer={answer}
      asks={
        <div className="asks">
          <AskGoal goal={answer.data?.goal} />
        </div>
      }
    >
      {(found) => <GapList found={found} names={names} />}
    </QuestionPage>
  );
}

export function GapList(props: {
  readonly found: Gaps;
  readonly names: ReadonlyMap<string, string>;
}) {
  const { found, names } = props;
  const t = useText().gaps;
  const still = useStill();
  const first = still ? found.gaps.slice(0, FIRST) : found.gaps;
  const rest = found.gaps.slice(first.length);
  return (
    <>
      {found.gaps.length === 0 && <p className="none">{t.none}</p>}
      <Entries gaps={first} names={names} />
      {rest.length > 0 ? (
        <details className="answer-more">
          <summary>{t.furtherGaps(rest.length)}</summary>
          <Entries gaps={rest} names={names} start={first.length + 1} />
          <Blind found={found} />
        </details>
      ) : (
        <Blind found={found} />
      )}
    </>
  );
}

/** Gaps that a report tells at once; the others are a word away. */
const FIRST = 5;

function Entries(props: {
  readonly gaps: Gaps["gaps"];
  readonly names: ReadonlyMap<string, string>;
  readonly start?: number;
}) {
  return (
    <ol className="gaps" start={props.start}>
      {props.gaps.map((gap) => (
        <GapEntry key={`${gap.from.code} ${gap.to?.code}`} gap={gap} names={props.names} />
      ))}
    </ol>
  );
}

function Blind({ found }: { readonly found: Gaps }) {
  const t = useText().gaps;
  const format = useFormat();
  if (found.undrawn.length + found.unmeasured.length === 0) return null;
  return (
    <section>
      <h2 className="figure-title">{t.blind}</h2>
      <div className="gaps-blind">
        {found.undrawn.length > 0 && (
          <div>
            <h3>{t.undrawn}</h3>
            <ul>
              {found.undrawn.map(({ touchpoint, journeys }) => (
                <li key={touchpoint.code}>
                  {touchpoint.label}{" "}
                  <span className="quiet">{t.journeysShare(format.percent(journeys.share))}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        {found.unmeasured.length > 0 && (
          <div>
            <h3>{t.unmeasured}</h3>
            <ul>
              {found.unmeasured.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}
