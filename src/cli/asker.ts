import type { z } from "zod";
import type { Filter } from "../core/question/filter.ts";
import type { AnsweredQuestion, SavedQuestion } from "../protocol/question/saved.ts";
import type { endpoints } from "../protocol/endpoint.ts";

type Names =
  | "overview"
  | "flow"
  | "routes"
  | "touchpoints"
  | "journeys"
  | "timeline"
  | "facets"
  | "fit"
  | "gaps"
  | "segments"
  | "drift"
  | "alerts"
  | "archetypes"
  | "contrast"
  | "scores"
  | "drivers"
  | "goals"
  | "perception"
  | "themes"
  | "funnel"
  | "leave"
  | "timeTo"
  | "attribution"
  | "cohorts"
  | "pattern"
  | "loyalty";

/** The questions by name, and what answers them. */
export type Answers = {
  readonly [Name in Names]: z.output<(typeof endpoints)[Name]["answer"]>;
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
  /** Only for fit: which map. */
  readonly map?: string | undefined;
  /** What some questions ask beside the filter, as the API names it. */
  readonly more?: Readonly<Record<string, string | number | undefined>>;
};

/** Who answers: the stores in this process, or the server that has them open. */
export type Asker = {
  ask<Name extends keyof Answers>(name: Name, question: Question): Promise<Answers[Name]>;
  /** Saved questions of a workspace, and one of them with its last answer or, if asked, a new one. */
  saved(workspace: string | undefined): Promise<SavedQuestion[]>;
  savedAnswer(
    workspace: string | undefined,
    id: string,
    refresh: boolean,
  ): Promise<AnsweredQuestion>;
};
