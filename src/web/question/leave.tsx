import type { Leave, Leaving } from "../../core/question/towards.ts";
import { useAnswer } from "../app/answer.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { AskGoal, goalName } from "./ask-goal.tsx";
import { Headline } from "./headline.tsx";
import { QuestionPage } from "./question-page.tsx";
import { useTowardGoal } from "./toward-goal.ts";
import { RateFigure } from "./rate-figure.tsx";
import { SortableTable } from "./sortable-table.tsx";
import { TouchpointLabel } from "./touchpoint-label.tsx";

export function LeaveRoute() {
  const t = useText().towards.leave;
  const asked = useTowardGoal();
  const answer = useAnswer("leave", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="leave"
      asked={asked}
      answer={answer}
      asks={
        <div className="asks">
          <AskGoal goal={answer.data?.goal} />
        </div>
      }
    >
      {(found) => <WhereTheyLeave leave={found} />}
    </QuestionPage>
  );
}

export function WhereTheyLeave({ leave }: { readonly leave: Leave }) {
  const t = useText().towards.leave;
  const format = useFormat();
  const { reached, goal } = leave;
  return (
    <>
      <Headline rate={reached}>{t.reached(format.percent(reached.share), goalName(goal))}</Headline>
      <LeavingTable touchpoints={leave.touchpoints} />
    </>
  );
}

function LeavingTable({ touchpoints }: { readonly touchpoints: readonly Leaving[] }) {
  const t = useText().towards.leave;
  const format = useFormat();
  const most = Math.max(...touchpoints.map(({ lost }) => lost.high ?? 0), 0.01);
  const mostLeaves = Math.max(...touchpoints.map(({ leave }) => leave.high ?? 0), 0.01);
  return (
    <SortableTable
      caption={t.title}
      rows={touchpoints}
      rowKey={({ touchpoint }) => `${touchpoint.code}`}
      start={{ key: "lost", falling: true }}
      columns={[
        {
          key: "touchpoint",
          label: t.touchpoint,
          render: ({ touchpoint }) => <TouchpointLabel {...touchpoint} />,
          by: ({ touchpoint }) => touchpoint.label,
        },
        {
          key: "lost",
          label: t.lost,
          numeric: true,
          render: ({ lost }) => format.number(lost.count),
          by: ({ lost }) => lost.count,
        },
        {
          key: "share",
          label: t.share,
          numeric: true,
          render: ({ lost }) => <RateFigure bar rate={lost} most={most} />,
          by: ({ lost }) => lost.share,
        },
        {
          key: "leave",
          label: t.leave,
          numeric: true,
          render: ({ leave }) => <RateFigure rate={leave} most={mostLeaves} />,
          by: ({ leave }) => leave.share,
        },
        {
          key: "success",
          label: t.success,
          numeric: true,
          render: ({ success }) => <RateFigure rate={success} />,
          by: ({ success }) => success.share,
        },
        {
          key: "chance",
          label: t.chance,
          numeric: true,
          render: ({ chance }) => format.percent(chance),
          by: ({ chance }) => chance,
        },
      ]}
    />
  );
}
