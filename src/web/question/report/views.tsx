import type { ReactNode } from "react";
import type { AnswerOf, QuestionName } from "../../../protocol/question/savable.ts";
import { WhatEarnedIt } from "../attribution.tsx";
import type { AskedOf } from "../../../protocol/question/saved.ts";
import { TypicalJourneys } from "../archetypes/archetypes.tsx";
import { ComingBack } from "../cohorts/cohorts.tsx";
import { SideBySide } from "../contrast/contrast.tsx";
import { Changed } from "../drift/drift.tsx";
import { WhatGoesAlong } from "../drivers/drivers.tsx";
import { FitKept } from "../fit/findings.tsx";
import { FlowView } from "../flow.tsx";
import { FunnelSteps } from "../funnel-steps.tsx";
import { GoalTree } from "../goals/goals.tsx";
import { GapList } from "../gaps/gaps.tsx";
import { WhereTheyLeave } from "../leave.tsx";
import { CornersAndLadder } from "../loyalty/loyalty.tsx";
import { OverviewNumbers } from "../overview.tsx";
import { PatternAnswer } from "../pattern/pattern-answer.tsx";
import { RoutesTaken } from "../routes.tsx";
import { WhatTheyAnswer } from "../scores/scores.tsx";
import { WhatWeBelieve } from "../perception/perception.tsx";
import { Proposed } from "../segments/segments.tsx";
import { HowLong } from "../time-to.tsx";
import { TouchpointTable } from "../touchpoints.tsx";

type Names = ReadonlyMap<string, string>;

/**
 * How each answer is drawn, by the parts of the question's own page. One that names customers is not
 * kept and not drawn here. A question that has no line does not compile.
 */
export const views: {
  readonly [N in QuestionName]:
    | ((answer: AnswerOf<N>, names: Names, asked: AskedOf) => ReactNode)
    | null;
} = {
  overview: (answer) => <OverviewNumbers overview={answer} />,
  flow: (answer) => <FlowView flow={answer} />,
  routes: (answer) => <RoutesTaken answer={answer} />,
  touchpoints: (answer) => <TouchpointTable touchpoints={answer.touchpoints} />,
  journeys: null,
  fit: (answer, names) => <FitKept fit={answer} titles={names} />,
  gaps: (answer, names) => <GapList found={answer} names={names} />,
  scores: (answer) => <WhatTheyAnswer found={answer} />,
  goals: (answer) => <GoalTree found={answer} />,
  perception: (answer) => <WhatWeBelieve found={answer} />,
  drivers: (answer, names) => <WhatGoesAlong found={answer} segments={names} />,
  segments: (answer) => <Proposed found={answer} />,
  drift: (answer) => <Changed found={answer} />,
  contrast: (answer, _, asked) => (
    <SideBySide found={answer} others={asked.more["other"] === undefined} />
  ),
  archetypes: (answer) => <TypicalJourneys found={answer} />,
  funnel: (answer) => <FunnelSteps funnel={answer} />,
  leave: (answer) => <WhereTheyLeave leave={answer} />,
  timeTo: (answer) => <HowLong answer={answer} />,
  attribution: (answer) => <WhatEarnedIt answer={answer} />,
  cohorts: (answer) => <ComingBack found={answer} />,
  pattern: (answer, names) => <PatternAnswer found={answer} names={names} />,
  loyalty: (answer) => <CornersAndLadder found={answer} />,
};
