import type { Attribution, Credit } from "../../core/question/towards.ts";
import { useAnswer } from "../app/answer.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { AskGoal, goalName } from "./ask-goal.tsx";
import { CreditFigure } from "./credit-figure.tsx";
import { EstimateFigure } from "./estimate-figure.tsx";
import { Headline } from "./headline.tsx";
import { QuestionPage } from "./question-page.tsx";
import { useTowardGoal } from "./toward-goal.ts";
import { SortableTable } from "./sortable-table.tsx";
import { TouchpointLabel } from "./touchpoint-label.tsx";

export function AttributionRoute() {
  const t = useText().towards.attribution;
  const asked = useTowardGoal();
  const answer = useAnswer("attribution", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="attribution"
      asked={asked}
      answer={answer}
      asks={
        <div className="asks">
          <AskGoal goal={answer.data?.goal} />
        </div>
      }
    >
      {(found) => <WhatEarnedIt answer={found} />}
    </QuestionPage>
  );
}

export function WhatEarnedIt({ answer }: { readonly answer: Attribution }) {
  const t = useText().towards.attribution;
  const { reached, direct, goal } = answer;
  return (
    <>
      <Headline>
        {t.earned(reached.count, goalName(goal))}
        {direct > 0 && ` ${t.direct(direct)}`}
      </Headline>
      <CreditTable touchpoints={answer.touchpoints} />
    </>
  );
}

const ways = ["shapley", "markov", "first", "last"] as const;

function creditOf(credit: Credit, way: (typeof ways)[number]): number {
  return way === "shapley" ? credit.shapley.value : credit[way];
}

function CreditTable({ touchpoints }: { readonly touchpoints: readonly Credit[] }) {
  const t = useText().towards.attribution;
  const format = useFormat();
  const most = Math.max(
    ...touchpoints.flatMap((each) => ways.map((way) => creditOf(each, way))),
    1,
  );
  const mostLost = Math.max(...touchpoints.map(({ removal }) => removal.high), 0.01);
  return (
    <SortableTable
      caption={t.title}
      rows={touchpoints}
      rowKey={({ touchpoint }) => `${touchpoint.code}`}
      start={{ key: "removal", falling: true }}
      columns={[
        {
          key: "touchpoint",
          label: t.touchpoint,
          render: ({ touchpoint }) => <TouchpointLabel {...touchpoint} />,
          by: ({ touchpoint }) => touchpoint.label,
        },
        {
          key: "journeys",
          label: t.journeys,
          numeric: true,
          render: ({ journeys }) => format.number(journeys),
          by: ({ journeys }) => journeys,
        },
        {
          key: "removal",
          label: t.removal,
          numeric: true,
          render: ({ removal }) => <EstimateFigure estimate={removal} most={mostLost} />,
          by: ({ removal }) => removal.value,
        },
        ...ways.map((way) => ({
          key: way,
          label: t[way],
          numeric: true,
          render: (credit: Credit) => <CreditFigure value={creditOf(credit, way)} most={most} />,
          by: (credit: Credit) => creditOf(credit, way),
        })),
      ]}
    />
  );
}
