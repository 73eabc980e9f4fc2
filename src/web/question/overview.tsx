import type { Overview } from "../../core/question/answers.ts";
import { useAnswer } from "../app/answer.ts";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { useFilter } from "./filter-address.ts";
import { QuestionPage } from "./question-page.tsx";

export function OverviewRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().question;
  const [filter] = useFilter();
  const asked = { workspace, filter };
  const answer = useAnswer("overview", asked);
  return (
    <QuestionPage
      title={t.overview.title}
      why={t.overview.why}
      question="overview"
      asked={asked}
      answer={answer}
    >
      {(overview) => <OverviewNumbers overview={overview} />}
    </QuestionPage>
  );
}

const DAY = 86_400_000;

/** Six numbers, set like the title page of a book. */
export function OverviewNumbers({ overview }: { readonly overview: Overview }) {
  const t = useText().question.overview;
  const format = useFormat();
  const { from, to } = overview;
  const days =
    from === null || to === null ? null : Math.ceil((Date.parse(to) - Date.parse(from)) / DAY);
  const numbers = [
    ["journeys", overview.journeys],
    ["people", overview.people],
    ["events", overview.events],
    ["touchpoints", overview.touchpoints],
    ["routes", overview.routes],
    ["days", days],
  ] as const;
  return (
    <div className="title-page">
      <p className="title-period">{format.period(from, to)}</p>
      <dl>
        {numbers.map(([name, value]) => (
          <div key={name}>
            <dt>{t.numbers[name]}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{overview.outside > 0 ? t.outside(overview.outside) : t.outsideNone}</p>
      {overview.objected !== undefined && <p className="quiet">{t.objected(overview.objected)}</p>}
    </div>
  );
}
