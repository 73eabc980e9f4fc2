import { z } from "zod";
import { Rate, rate } from "../evidence/interval.ts";
import { Shown, TouchpointName } from "./answers.ts";
import { BEGIN, chainOf, LEFT, REACHED, removals, type Step } from "./chain.ts";

/** The touchpoints that count as the goal of a journey, and who said so. */
export const Goal = z.strictObject({
  touchpoints: z.array(TouchpointName),
  /** Asked for, the last one on the first map that the data knows, or where most journeys end. */
  by: z.enum(["asked", "map", "ends"]),
});
export type Goal = z.infer<typeof Goal>;

/** A figure that was computed, not counted, with its 95 % interval. */
export const Estimate = z.strictObject({ value: z.number(), low: z.number(), high: z.number() });
export type Estimate = z.infer<typeof Estimate>;

export const Leaving = z.strictObject({
  touchpoint: TouchpointName,
  /** Journeys that pass it before the goal, and their visits. */
  journeys: z.number().int(),
  visits: z.number().int(),
  /** Visits after which the journey ends without the goal, of all visits. */
  leave: Rate,
  /** Of all that never reach the goal, those that end here. */
  lost: Rate,
  /** Journeys that reach the goal after it, of those that pass it. */
  success: Rate,
  /** The same as a chain without memory has it: what happens next depends on the last step alone. */
  chance: z.number(),
});
export type Leaving = z.infer<typeof Leaving>;

/** Where customers leave on their way to a goal. */
export const Leave = z.strictObject({
  journeys: z.number().int(),
  goal: Goal,
  /** Journeys that reach the goal, of all shown; the chain's probability from START is exactly this. */
  reached: Rate,
  touchpoints: z.array(Leaving),
  shown: Shown,
});
export type Leave = z.infer<typeof Leave>;

export const Credit = z.strictObject({
  touchpoint: TouchpointName,
  /** Journeys that passed it on their way to the goal and reached it. */
  journeys: z.number().int(),
  /** What part of the goals would be lost if everybody who comes here left instead. */
  removal: Estimate,
  /** Goals credited by removal effects, by Shapley value, to the first and to the last touchpoint. */
  markov: z.number(),
  shapley: Estimate,
  first: z.number().int(),
  last: z.number().int(),
});
export type Credit = z.infer<typeof Credit>;

/** Which contact earned the goal. */
export const Attribution = z.strictObject({
  journeys: z.number().int(),
  goal: Goal,
  reached: Rate,
  /** Journeys that began with the goal: no touchpoint earned them. Each column adds up to the rest. */
  direct: z.number().int(),
  touchpoints: z.array(Credit),
  shown: Shown,
});
export type Attribution = z.infer<typeof Attribution>;

/** How many journeys pass a place on their way, and how many of these reach the goal. */
export type Passed = { readonly code: number; readonly journeys: number; readonly reached: number };

/** What leaving looks like, from the counted steps towards a goal. Most lost first. */
export function leavingFrom(
  steps: readonly Step[],
  passed: readonly Passed[],
  names: ReadonlyMap<number, TouchpointName>,
): { reached: Rate; touchpoints: Leaving[] } {
  const journeys = total(steps, ({ from }) => from === BEGIN);
  const goals = total(steps, ({ to }) => to === REACHED);
  if (journeys === 0) return { reached: rate(0, 0), touchpoints: [] };
  const { places, success } = chainOf(steps);
  const chance = new Map(places.map((place, index) => [place, success[index]!]));
  const touchpoints = passed.flatMap(({ code, journeys: passing, reached }): Leaving[] => {
    const touchpoint = names.get(code);
    if (!touchpoint) return [];
    const visits = total(steps, ({ from }) => from === code);
    const lost = total(steps, ({ from, to }) => from === code && to === LEFT);
    return [
      {
        touchpoint,
        journeys: passing,
        visits,
        leave: rate(lost, visits),
        lost: rate(lost, journeys - goals),
        success: rate(reached, passing),
        chance: within(chance.get(code) ?? 0),
      },
    ];
  });
  return {
    reached: rate(goals, journeys),
    touchpoints: touchpoints.toSorted(
      (one, other) =>
        other.lost.count - one.lost.count || one.touchpoint.code - other.touchpoint.code,
    ),
  };
}

/** What a touchpoint had in the journeys that reached the goal. */
export type Share = {
  readonly code: number;
  readonly journeys: number;
  /** Sum of 1 / (number of different touchpoints of the journey), and of its square. */
  readonly shapley: number;
  readonly squares: number;
  readonly first: number;
  readonly last: number;
};

/**
 * Credit for each touchpoint. Shapley: a coalition of touchpoints is worth the goals of the journeys
 * that need no other; then every goal is shared equally among the touchpoints of its journey, which is
 * exact however many there are (Shapley 1953, sums of unanimity games). Most credited first.
 */
export function creditsFrom(
  steps: readonly Step[],
  shares: readonly Share[],
  names: ReadonlyMap<number, TouchpointName>,
): { reached: Rate; direct: number; touchpoints: Credit[] } {
  const journeys = total(steps, ({ from }) => from === BEGIN);
  const goals = total(steps, ({ to }) => to === REACHED);
  const direct = total(steps, ({ from, to }) => from === BEGIN && to === REACHED);
  if (goals === 0) return { reached: rate(0, journeys), direct, touchpoints: [] };
  const effects = new Map(removals(chainOf(steps)).map((each) => [each.place, each]));
  const whole = shares.reduce((sum, { code }) => sum + (effects.get(code)?.effect ?? 0), 0);
  const touchpoints = shares.flatMap((share): Credit[] => {
    const touchpoint = names.get(share.code);
    const removal = effects.get(share.code);
    if (!touchpoint || !removal) return [];
    const { effect, error } = removal;
    const spread = 1.96 * Math.sqrt(Math.max(0, share.squares - share.shapley ** 2 / goals));
    return [
      {
        touchpoint,
        journeys: share.journeys,
        removal: {
          value: within(effect),
          low: within(effect - 1.96 * error),
          high: within(effect + 1.96 * error),
        },
        markov: whole === 0 ? 0 : (effect / whole) * (goals - direct),
        shapley: {
          value: share.shapley,
          low: Math.max(0, share.shapley - spread),
          high: Math.min(share.journeys, share.shapley + spread),
        },
        first: share.first,
        last: share.last,
      },
    ];
  });
  return {
    reached: rate(goals, journeys),
    direct,
    touchpoints: touchpoints.toSorted(
      (one, other) =>
        other.shapley.value - one.shapley.value || one.touchpoint.code - other.touchpoint.code,
    ),
  };
}

function total(steps: readonly Step[], which: (step: Step) => boolean): number {
  return steps.reduce((sum, step) => (which(step) ? sum + step.count : sum), 0);
}

function within(value: number): number {
  return Math.min(1, Math.max(0, value));
}
