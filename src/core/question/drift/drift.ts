import { z } from "zod";
import { Duration, Mean, Rate } from "../../evidence/interval.ts";
import { Shown, TouchpointName } from "../answers.ts";
import { Estimate, Goal } from "../towards.ts";

/**
 * What may change: how many who come to one touchpoint come to another (`reach`), what they do next
 * (`next`, `leave`), how long until then (`wait`), what they answer (`score`), and how many reach the goal.
 */
export const DriftKind = z.enum(["reach", "next", "leave", "wait", "score", "goal"]);
export type DriftKind = z.infer<typeof DriftKind>;

/** How it was on one side of a change: a share, a time, or a mean. */
export const Level = z.union([
  z.strictObject({ rate: Rate }),
  z.strictObject({ duration: Duration }),
  z.strictObject({ mean: Mean }),
]);
export type Level = z.infer<typeof Level>;

/** Why a change need not be one of what customers do: the measuring began or stopped, or others came. */
export const Otherwise = z.union([
  z.strictObject({ source: z.string(), began: z.boolean() }),
  z.strictObject({
    attribute: z.string(),
    /** The difference among those with the same value, and those of whom it is not known. */
    difference: Estimate,
  }),
]);
export type Otherwise = z.infer<typeof Otherwise>;

export const Change = z.strictObject({
  kind: DriftKind,
  /** Among those who come here; null = all journeys. */
  at: TouchpointName.nullable(),
  /** Where they come, or what the answer is about; null for leaving and the goal. */
  to: TouchpointName.nullable(),
  /** Name of a score. */
  score: z.string().nullable(),
  before: Level,
  after: Level,
  /** After minus before: a share, the share that waits longer than the median, or points of the scale. */
  difference: Estimate,
  /** The difference on one scale for all kinds: Cohen's h for shares, d for means; without a sign. */
  size: z.number(),
  /** First day of the new state, ISO, and its 95 % interval. */
  day: z.string(),
  between: z.tuple([z.string(), z.string()]),
  /** Corrected for everything that was tested. */
  p: z.number(),
  otherwise: Otherwise.nullable(),
  weeks: z.array(z.strictObject({ from: z.string(), n: z.number().int(), value: z.number() })),
});
export type Change = z.infer<typeof Change>;

/** Changes that may have happened on one day, the largest first. */
export const ChangeMoment = z.strictObject({
  day: z.string(),
  between: z.tuple([z.string(), z.string()]),
  changes: z.array(Change),
});
export type ChangeMoment = z.infer<typeof ChangeMoment>;

/** What changed, on which day, and how surely. */
export const Drift = z.strictObject({
  people: z.number().int(),
  goal: Goal,
  /** Days that are looked at, ISO. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Only changes on this day or after it; null = all. */
  since: z.string().nullable(),
  /** Two periods that are held against each other, ISO, ends excluded; null = every day against what was before. */
  periods: z
    .strictObject({
      before: z.tuple([z.string(), z.string()]),
      after: z.tuple([z.string(), z.string()]),
    })
    .nullable(),
  moments: z.array(ChangeMoment),
  /** What changed in the figures and need not have changed for customers. */
  apart: z.array(Change),
  /** How much was tested, and journeys left out because they may have begun before the data does. */
  tested: z.number().int(),
  begunBefore: z.number().int(),
  shown: Shown,
});
export type Drift = z.infer<typeof Drift>;
