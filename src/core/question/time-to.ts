import { z } from "zod";
import { Rate, rate } from "../evidence/interval.ts";
import { Shown } from "./answers.ts";
import {
  kaplanMeier,
  logRank,
  restrictedMean,
  timeOf,
  type Moment,
  type Point,
} from "./survival.ts";
import { Estimate, Goal } from "./towards.ts";

/** A quantile of the time to a goal, in seconds; null where so many were not seen to reach it. */
const Until = z.strictObject({
  seconds: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

export const TimeToGroup = z.strictObject({
  /** Value of the attribute that tells the groups apart; empty for all together. */
  name: z.string(),
  journeys: z.number().int(),
  /** Of these, journeys that were seen to reach the goal. */
  reached: Rate,
  quarter: Until,
  median: Until,
  /** Mean seconds to the goal within the time that all groups were watched. */
  mean: Estimate,
  /** Share that has reached the goal by a time, at most 200 points. */
  curve: z.array(
    z.strictObject({
      seconds: z.number(),
      share: z.number(),
      low: z.number(),
      high: z.number(),
      atRisk: z.number().int(),
    }),
  ),
});
export type TimeToGroup = z.infer<typeof TimeToGroup>;

/** How long until a goal, those who are still on their way counted as long as they were seen. */
export const TimeTo = z.strictObject({
  journeys: z.number().int(),
  goal: Goal,
  /** Where the clock begins: a touchpoint, or null for the start of the journey. */
  from: z.string().nullable(),
  /** Journeys that pass where the clock begins. */
  begun: z.number().int(),
  /** Attribute that tells the groups apart; null without. */
  by: z.string().nullable(),
  groups: z.array(TimeToGroup),
  /** Do the groups differ? Log-rank; null for one group. */
  test: z.strictObject({ chi2: z.number(), p: z.number() }).nullable(),
  /** Means are within so many seconds. */
  withinSeconds: z.number(),
  /** Durations are told apart to so many seconds. */
  resolutionSeconds: z.number(),
  shown: Shown,
});
export type TimeTo = z.infer<typeof TimeTo>;

/** Most points of a drawn curve. */
const POINTS = 200;

/** One group's times, in units of `resolution` seconds, as they were counted. */
export type Times = { readonly name: string; readonly moments: readonly Moment[] };

/** Curves, quantiles, means and test of the groups, largest first. */
export function timesTo(
  groups: readonly Times[],
  resolution: number,
): Pick<TimeTo, "groups" | "test" | "withinSeconds"> {
  const filled = groups.filter(({ moments }) => moments.length > 0);
  const within = Math.min(...filled.map(({ moments }) => moments.at(-1)?.time ?? 0));
  const told = filled.map(({ name, moments }): TimeToGroup => {
    const curve = kaplanMeier(moments);
    const reached = sum(moments.map((each) => each.reached));
    const n = reached + sum(moments.map((each) => each.censored));
    const mean = restrictedMean(moments, within);
    return {
      name,
      journeys: n,
      reached: rate(reached, n),
      quarter: until(curve, 0.25, resolution),
      median: until(curve, 0.5, resolution),
      mean: {
        value: mean.mean * resolution,
        low: mean.low * resolution,
        high: mean.high * resolution,
      },
      curve: thinned(curve).map(({ time, ...point }) => ({ seconds: time * resolution, ...point })),
    };
  });
  return {
    groups: told.toSorted((one, other) => other.journeys - one.journeys),
    test: filled.length < 2 ? null : logRank(filled.map(({ moments }) => moments)),
    withinSeconds: filled.length === 0 ? 0 : within * resolution,
  };
}

function until(curve: readonly Point[], share: number, resolution: number) {
  const { time, low, high } = timeOf(curve, share);
  const seconds = (units: number | null) => (units === null ? null : units * resolution);
  return { seconds: seconds(time), low: seconds(low), high: seconds(high) };
}

/** Points at which the share has grown by enough to be seen, and the last one. */
function thinned(curve: readonly Point[]): Point[] {
  let last = -1;
  return curve.filter((point, nth) => {
    const seen = nth === curve.length - 1 || point.share - last >= 1 / (POINTS - 2);
    if (seen) last = point.share;
    return seen;
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
