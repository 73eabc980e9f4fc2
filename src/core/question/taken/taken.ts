import type { TakenFigure } from "./figure.ts";
import { ofPerception } from "./of-belief.ts";
import { ofGoals } from "./of-goals.ts";
import {
  ofArchetypes,
  ofContrast,
  ofDrift,
  ofDrivers,
  ofGaps,
  ofLoyalty,
  ofScores,
  ofSegments,
} from "./of-people.ts";
import {
  ofAttribution,
  ofCohorts,
  ofFit,
  ofFlow,
  ofFunnel,
  ofLeave,
  ofOverview,
  ofPattern,
  ofRoutes,
  ofTimeTo,
  ofTouchpoints,
} from "./of-ways.ts";

/** What takes the figures out of an answer; `names` tells what the ids in it are called. */
export type Take<A> = (answer: A, names: Readonly<Record<string, string>>) => TakenFigure[];

/**
 * Which figures can be taken out of the answer of a question, and pinned to a map: the one table. An answer
 * about single customers has none.
 */
export const takenFrom = {
  overview: ofOverview,
  flow: ofFlow,
  routes: ofRoutes,
  touchpoints: ofTouchpoints,
  journeys: () => [],
  fit: ofFit,
  gaps: ofGaps,
  scores: ofScores,
  drivers: ofDrivers,
  goals: ofGoals,
  perception: ofPerception,
  segments: ofSegments,
  drift: ofDrift,
  contrast: ofContrast,
  archetypes: ofArchetypes,
  funnel: ofFunnel,
  leave: ofLeave,
  timeTo: ofTimeTo,
  attribution: ofAttribution,
  cohorts: ofCohorts,
  pattern: ofPattern,
  loyalty: ofLoyalty,
};

/** Most figures that an answer offers. */
export const MOST_FIGURES = 400;
