import { z } from "zod";
import { Shown, TouchpointName } from "../answers.ts";
import { Estimate, Goal } from "../towards.ts";

/** What can be explained: a score, the goal reached or missed, the goal reached again, or an amount. */
export const Outcome = z.strictObject({
  kind: z.enum(["score", "goal", "again", "amount"]),
  /** Name of the measure; empty for the goal. */
  name: z.string(),
  /** Worst and best value of a score. */
  scale: z.tuple([z.number(), z.number()]).nullable(),
  unit: z.string(),
});
export type Outcome = z.infer<typeof Outcome>;

/**
 * What may explain it. `passed`, `repeated`, `waited`: at a touchpoint, the wait in the longest quarter.
 * `measured`: a measure in its highest quarter. `later`: one moment after another. `attribute`, `segment`.
 */
export const DriverKind = z.enum([
  "passed",
  "repeated",
  "waited",
  "measured",
  "later",
  "attribute",
  "segment",
]);
export type DriverKind = z.infer<typeof DriverKind>;

/** Penalty and reward: the worst quarter and the best quarter, each against the half between them (Kano). */
const Kano = z.strictObject({
  penalty: Estimate,
  reward: Estimate,
  /** Only the bad end counts, only the good end, or both; null when neither surely does. */
  kind: z.enum(["basic", "delight", "linear"]).nullable(),
});
export type Kano = z.infer<typeof Kano>;

const Side = z.strictObject({ n: z.number().int(), mean: z.number() });

export const Driver = z.strictObject({
  kind: DriverKind,
  touchpoint: TouchpointName.nullable(),
  /** Measure or attribute, or the id of a segment; for `later` the moment that came later. */
  name: z.string(),
  /** Value of the attribute; for `later` the moment that came earlier. */
  value: z.string(),
  /** From where on the wait or measure counts as long or high: seconds, or units of the measure. */
  from: z.number().nullable(),
  unit: z.string(),
  /** The outcome of those with it, and of those without, asked about the same and in the same mix. */
  with: Side,
  without: Side,
  difference: Estimate,
  /** R² by this alone. */
  alone: z.number(),
  /** Part of R² by Shapley; null beyond the twelve that are shared out. */
  share: z.number().nullable(),
  kano: Kano.nullable(),
  /** Pains that the map tells of at this touchpoint. */
  pains: z.array(z.string()),
});
export type Driver = z.infer<typeof Driver>;

/** Where the two lines of the quadrant stand. */
export const Crosshair = z.enum(["mean", "median", "middle"]);
export type Crosshair = z.infer<typeof Crosshair>;

export const Placed = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** The strongest correlation of what happens here with the outcome, 0 … 1. */
  importance: z.number(),
  /** Mean of what customers answer about it, −1 … +1. */
  performance: z.number(),
  n: z.number().int(),
});
export type Placed = z.infer<typeof Placed>;

/**
 * Touchpoints that customers had met who were still under way at a moment after their start, and after which
 * fewer of them reach the goal than of others who stood at the same places and had not met it.
 */
export const UnderWay = z.strictObject({
  /** Touchpoints, met or met again, that enough had met and enough had not. */
  tried: z.number().int(),
  drivers: z.array(
    Driver.extend({
      /** The moment: so long after the start. */
      afterSeconds: z.number(),
      /** Journeys still under way then, and the part of them that reaches the goal later on. */
      underWay: z.number().int(),
      reached: z.number(),
    }),
  ),
});
export type UnderWay = z.infer<typeof UnderWay>;

/** What explains an outcome, strongest first: association, not cause. */
export const Drivers = z.strictObject({
  journeys: z.number().int(),
  outcome: Outcome,
  outcomes: z.array(Outcome),
  goal: Goal.nullable(),
  /** Journeys that have the outcome, and its mean: on the scale, 0 … 1, or in units. */
  n: z.number().int(),
  mean: z.number().nullable(),
  /** R² of the drivers that are shared out; their shares add up to it. */
  explained: z.number(),
  /** Candidates that enough journeys have and enough have not, and those of them that surely differ. */
  tried: z.number().int(),
  sure: z.number().int(),
  drivers: z.array(Driver),
  /** For reaching the goal; null for other outcomes. */
  underWay: UnderWay.nullable(),
  /** Importance × performance (Martilla & James 1977), and where its lines stand. */
  quadrant: z.strictObject({
    by: Crosshair,
    importance: z.number(),
    performance: z.number(),
    touchpoints: z.array(Placed),
  }),
  shown: Shown,
});
export type Drivers = z.infer<typeof Drivers>;

/** Which ends of a measure matter: the interval must keep to one side of nothing. */
export function kanoOf(penalty: Estimate, reward: Estimate): Kano {
  const [hurts, pleases] = [penalty.high < 0, reward.low > 0];
  const kind = hurts ? (pleases ? "linear" : "basic") : pleases ? "delight" : null;
  return { penalty, reward, kind };
}

/** The lines through places: their means, their medians, or the middle of the scales. */
export function crosshairOf(
  by: Crosshair,
  touchpoints: readonly Placed[],
): { importance: number; performance: number } {
  const top = Math.max(0, ...touchpoints.map(({ importance }) => importance));
  if (by === "middle" || touchpoints.length === 0) return { importance: top / 2, performance: 0 };
  const of = by === "mean" ? average : median;
  return {
    importance: of(touchpoints.map(({ importance }) => importance)),
    performance: of(touchpoints.map(({ performance }) => performance)),
  };
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const [a, b] = [sorted[(sorted.length - 1) >> 1] ?? 0, sorted[sorted.length >> 1] ?? 0];
  return (a + b) / 2;
}
