import type { SegmentsFound } from "../../../core/question/segments/segments.ts";
import { useAnswer } from "../../app/answer.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { AskGoal } from "../ask-goal.tsx";
import { Headline } from "../headline.tsx";
import { QuestionPage } from "../question-page.tsx";
import { useTowardGoal } from "../toward-goal.ts";
import { SegmentEntry } from "./segment-entry.tsx";
import "./segments.css";

/** Personas that the data proposes, largest first. */
export function SegmentsRoute() {
  const t = useText().segments;
  const asked = useTowardGoal();
  const answer = useAnswer("segments", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="segments"
      asked={asked}
      answer={answer}
      asks={
        <div className="asks">
          <AskGoal goal={answer.data?.goal} />
        </div>
      }
    >
      {(found) => <Proposed found={found} />}
    </QuestionPage>
  );
}

export function Proposed({ found }: { readonly found: SegmentsFound }) {
  const t = useText().segments;
  return (
    <>
      {found.proposals.length > 0 && <Headline>{t.found(found.proposals.length)}</Headline>}
      {found.proposals.length === 0 && (
        <p className="none">{found.attributes.some(({ used }) => used) ? t.none : t.unknown}</p>
      )}
      {found.proposals.length > 0 && (
        <ol className="segments">
          {found.proposals.map((proposal) => (
            <SegmentEntry key={JSON.stringify(proposal.predicate)} proposal={proposal} />
          ))}
        </ol>
      )}
      <Sought found={found} />
    </>
  );
}

function Sought({ found }: { readonly found: SegmentsFound }) {
  const t = useText().segments;
  const format = useFormat();
  const names = (used: boolean) =>
    found.attributes
      .filter((each) => each.used === used)
      .map(({ name, known }) => (used ? name : `${name} (${format.percent(known.share)})`))
      .join(", ");
  const { unplaced } = found;
  return (
    <p className="segments-sought">
      {found.proposals.length > 0 && unplaced.count > 0 && (
        <span>{t.unplaced(format.number(unplaced.count), format.percent(unplaced.share))}</span>
      )}
      {names(true) !== "" && <span>{t.sought(names(true))}</span>}
      {names(false) !== "" && <span>{t.left(names(false))}</span>}
    </p>
  );
}
