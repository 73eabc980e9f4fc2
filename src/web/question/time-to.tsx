import type { TimeTo } from "../../core/question/time-to.ts";
import { useAnswer } from "../app/answer.ts";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { AskGoal } from "./ask-goal.tsx";
import { AskTouchpoints } from "./ask-touchpoints.tsx";
import { useAsks } from "./asks.ts";
import { FilterChoices } from "./filter-choices.tsx";
import { FilterWord } from "./filter-word.tsx";
import { Headline } from "./headline.tsx";
import { QuestionPage } from "./question-page.tsx";
import { useTowardGoal } from "./toward-goal.ts";
import { TimeToCurves } from "./time-to-curves.tsx";
import { TimeToTable } from "./time-to-table.tsx";

/** Below this the groups differ by more than chance makes likely. */
const SURE = 0.05;

export function TimeToRoute() {
  const t = useText().towards.timeTo;
  const [{ begin, by }] = useAsks();
  const asked = {
    ...useTowardGoal(),
    ...(begin !== undefined && { from: begin }),
    ...(by !== undefined && { by }),
  };
  const answer = useAnswer("timeTo", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="timeTo"
      asked={asked}
      answer={answer}
      asks={<TimeToAsks answer={answer.data} />}
    >
      {(found) => <HowLong answer={found} />}
    </QuestionPage>
  );
}

export function HowLong({ answer }: { readonly answer: TimeTo }) {
  return (
    <>
      <Said answer={answer} />
      <TimeToCurves groups={answer.groups} />
      <TimeToTable groups={answer.groups} />
    </>
  );
}

function Said({ answer }: { readonly answer: TimeTo }) {
  const t = useText().towards.timeTo;
  const format = useFormat();
  const { test, begun } = answer;
  const said = test && (test.p < SURE ? t.test : t.noTest)(format.pValue(test.p));
  return <Headline>{said ?? t.begun(begun)}</Headline>;
}

function TimeToAsks({ answer }: { readonly answer: TimeTo | undefined }) {
  const t = useText().towards.timeTo;
  const facets = useAnswer("facets", { workspace: useWorkspaceSlug() }).data;
  const [{ begin, by }, ask] = useAsks();
  return (
    <div className="asks">
      <AskTouchpoints
        single
        label={t.from}
        otherwise={t.start}
        touchpoints={facets?.touchpoints ?? []}
        chosen={begin === undefined ? [] : [begin]}
        onChange={([code]) => ask({ begin: code })}
      />
      <AskGoal goal={answer?.goal} />
      <FilterWord label={t.by} value={by ?? t.nobody} chosen={by !== undefined}>
        <FilterChoices
          single
          label={t.by}
          choices={[
            { key: "", label: t.nobody },
            ...(facets?.attributes ?? []).map(({ name }) => ({ key: name, label: name })),
          ]}
          chosen={[by ?? ""]}
          onToggle={(key) => ask({ by: key === "" ? undefined : key })}
        />
      </FilterWord>
    </div>
  );
}
