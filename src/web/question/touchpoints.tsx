import type { TouchpointStat } from "../../core/question/answers.ts";
import { useAnswer } from "../app/answer.ts";
import { useWorkspaceSlug } from "../app/workspace.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { DurationFigure } from "./duration-figure.tsx";
import { useFilter } from "./filter-address.ts";
import { QuestionPage } from "./question-page.tsx";
import { RateFigure } from "./rate-figure.tsx";
import { SortableTable } from "./sortable-table.tsx";
import { TouchpointLabel } from "./touchpoint-label.tsx";

export function TouchpointsRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().question.touchpoints;
  const [filter] = useFilter();
  const asked = { workspace, filter };
  const answer = useAnswer("touchpoints", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="touchpoints"
      asked={asked}
      answer={answer}
    >
      {(found) => <TouchpointTable touchpoints={found.touchpoints} />}
    </QuestionPage>
  );
}

export function TouchpointTable(props: { readonly touchpoints: readonly TouchpointStat[] }) {
  const t = useText().question.touchpoints;
  const format = useFormat();
  const mostLeaves = Math.max(...props.touchpoints.map(({ leave }) => leave.high ?? 0));
  return (
    <SortableTable
      caption={t.title}
      rows={props.touchpoints}
      rowKey={({ touchpoint }) => `${touchpoint.code}`}
      start={{ key: "reach", falling: true }}
      columns={[
        {
          key: "touchpoint",
          label: t.touchpoint,
          render: ({ touchpoint }) => <TouchpointLabel {...touchpoint} />,
          by: ({ touchpoint }) => touchpoint.label,
        },
        {
          key: "reach",
          label: t.reach,
          numeric: true,
          render: ({ reach }) => <RateFigure rate={reach} />,
          by: ({ reach }) => reach.share,
        },
        {
          key: "journeys",
          label: t.journeys,
          numeric: true,
          render: ({ journeys }) => format.number(journeys),
          by: ({ journeys }) => journeys,
        },
        {
          key: "events",
          label: t.events,
          numeric: true,
          render: ({ events }) => format.number(events),
          by: ({ events }) => events,
        },
        {
          key: "repeats",
          label: t.repeats,
          numeric: true,
          render: ({ repeats }) => <RateFigure rate={repeats} />,
          by: ({ repeats }) => repeats.share,
        },
        {
          key: "dwell",
          label: t.dwell,
          numeric: true,
          render: ({ dwell }) => <DurationFigure duration={dwell} />,
          by: ({ dwell }) => dwell.medianSeconds,
        },
        {
          key: "leave",
          label: t.leave,
          numeric: true,
          render: ({ leave }) => <RateFigure rate={leave} most={mostLeaves} />,
          by: ({ leave }) => leave.share,
        },
      ]}
    />
  );
}
