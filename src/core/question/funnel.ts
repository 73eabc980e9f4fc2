import { z } from "zod";
import { Duration, Rate, rate } from "../evidence/interval.ts";
import { Shown, TouchpointName } from "./answers.ts";

/**
 * How the steps of a funnel must follow: `ordered`, with others allowed between; `strict`, each right
 * after the one before; `any`, whatever the order.
 */
export const FunnelOrder = z.enum(["ordered", "strict", "any"]);
export type FunnelOrder = z.infer<typeof FunnelOrder>;

export const FunnelStep = z.strictObject({
  touchpoint: TouchpointName,
  /** Journeys that come this far. */
  journeys: z.number().int(),
  /** Of those at the first step, and of those at the step before. */
  ofFirst: Rate,
  ofPrevious: Rate,
  /** Time since the step before; without order, since the first of the steps passed. */
  wait: Duration,
});
export type FunnelStep = z.infer<typeof FunnelStep>;

/** How many journeys pass given touchpoints one after the other. */
export const Funnel = z.strictObject({
  journeys: z.number().int(),
  order: FunnelOrder,
  /** All steps within so long after the first; null without a limit. */
  withinHours: z.number().nullable(),
  steps: z.array(FunnelStep),
  shown: Shown,
});
export type Funnel = z.infer<typeof Funnel>;

/** The steps of a funnel from how many journeys got exactly so far; `waits` per step. */
export function funnelSteps(
  touchpoints: readonly TouchpointName[],
  furthest: ReadonlyMap<number, number>,
  waits: readonly Duration[],
  all: number,
): FunnelStep[] {
  const reached = touchpoints.map((_, nth) =>
    [...furthest].reduce((sum, [depth, count]) => (depth > nth ? sum + count : sum), 0),
  );
  return touchpoints.map((touchpoint, nth) => ({
    touchpoint,
    journeys: reached[nth]!,
    ofFirst: rate(reached[nth]!, reached[0]!),
    ofPrevious: rate(reached[nth]!, nth === 0 ? all : reached[nth - 1]!),
    wait: waits[nth] ?? { n: 0, p25Seconds: null, medianSeconds: null, p75Seconds: null },
  }));
}
