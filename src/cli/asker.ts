import type {
  Facets,
  Flow,
  Journeys,
  Overview,
  Routes,
  Timeline,
  Touchpoints,
} from "../core/question/answers.ts";
import type { Filter } from "../core/question/filter.ts";

/** The questions by name, and what answers them. */
export type Answers = {
  readonly overview: Overview;
  readonly flow: Flow;
  readonly routes: Routes;
  readonly touchpoints: Touchpoints;
  readonly journeys: Journeys;
  readonly timeline: Timeline;
  readonly facets: Facets;
};

export type Question = {
  /** Slug; undefined for the workspace that is meant when nobody says which. */
  readonly workspace: string | undefined;
  readonly filter: Filter;
  readonly limit?: number | undefined;
  /** Only for journeys: those that took this route. */
  readonly route?: string | undefined;
  /** Only for timeline: whose. */
  readonly person?: string | undefined;
};

/** Who answers: the stores in this process, or the server that has them open. */
export type Asker = {
  ask<Name extends keyof Answers>(name: Name, question: Question): Promise<Answers[Name]>;
};
