import { z } from "zod";
import { rate, type Duration } from "../../evidence/interval.ts";
import { meanOf } from "../../evidence/mean.ts";
import { Estimate, type Goal } from "../towards.ts";
import { TouchpointName } from "../answers.ts";
import { differenceOf, type Part } from "../gaps/contrast.ts";
import { adjusted } from "./benjamini-hochberg.ts";
import { medianInterval, type Bins } from "./bins.ts";
import { rankTest } from "./rank-test.ts";
import { shareTest } from "./share-test.ts";

/** One side of a difference: a share, seconds or a score, with its 95 % interval. */
export const Measured = z.strictObject({
  n: z.number().int(),
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type Measured = z.infer<typeof Measured>;

/**
 * What two groups of journeys differ in: whether they reach the goal; whether they pass a touchpoint
 * (`reach`), go on from one to another (`move`) or end there (`leave`), of those that pass it; how long
 * a step (`wait`) or the whole (`duration`) takes; what customers answer (`score`).
 */
export const Difference = z.strictObject({
  what: z.enum(["goal", "reach", "move", "leave", "wait", "duration", "score"]),
  from: TouchpointName.nullable(),
  to: TouchpointName.nullable(),
  /** Name of the score, and its scale. */
  score: z.strictObject({ name: z.string(), low: z.number(), high: z.number() }).nullable(),
  one: Measured,
  other: Measured,
  /**
   * How much more often one of the first group has it, takes longer or scores higher than one of the
   * other (Cliff's delta, −1 … 1): of shares it is their difference.
   */
  effect: Estimate,
  p: z.number(),
  /** p, adjusted for all that is compared (Benjamini & Hochberg). */
  q: z.number(),
});
export type Difference = z.infer<typeof Difference>;

/** A difference is told as one from here on down. */
export const SURE = 0.05;
/** Fewest journeys on either side of a comparison. */
export const FEWEST = 30;

/** What was counted of a group of journeys; touchpoints by code, steps as `from to`, 0 = the end. */
export type Counted = {
  readonly journeys: number;
  readonly reached: number;
  readonly duration: Duration;
  readonly durations: Bins;
  readonly reach: ReadonlyMap<number, number>;
  readonly moves: ReadonlyMap<string, number>;
  readonly waits: ReadonlyMap<string, { readonly bins: Bins; readonly duration: Duration }>;
  /** By score and touchpoint it is about (0 = any): answers in thousandths, a mean for each journey. */
  readonly scores: ReadonlyMap<string, Bins>;
};
export type Side = Counted & { readonly people: number };

type Names = {
  readonly goal: Goal;
  readonly touchpoints: readonly TouchpointName[];
  readonly scores: ReadonlyMap<number, NonNullable<Difference["score"]>>;
};

type Found = Omit<Difference, "q">;

/** Everything that can be compared of two groups, those that are sure first, by the least that they may be. */
export function differencesOf(one: Counted, other: Counted, names: Names): Difference[] {
  if (Math.min(one.journeys, other.journeys) < FEWEST) return [];
  const known = new Map(names.touchpoints.map((each) => [each.code, each]));
  const name = (code: number | undefined) => known.get(code ?? 0) ?? null;
  const found: (Found | null)[] = [];
  const nothing = { from: null, to: null, score: null };

  const whole = (side: Counted, count: number): Part => ({ n: side.journeys, count });
  found.push(
    shares({ what: "goal", ...nothing }, whole(one, one.reached), whole(other, other.reached)),
    ranks({ what: "duration", ...nothing }, one, other),
  );
  // Reaching the goal and passing its only touchpoint are one thing.
  const [aim, ...more] = names.goal.touchpoints;
  for (const code of new Set([...one.reach.keys(), ...other.reach.keys()])) {
    if (more.length === 0 && aim?.code === code) continue;
    const part = (side: Counted) => whole(side, side.reach.get(code) ?? 0);
    found.push(shares({ ...nothing, what: "reach", from: name(code) }, part(one), part(other)));
  }
  for (const key of new Set([...one.moves.keys(), ...other.moves.keys()])) {
    const [from, to] = key.split(" ").map(Number);
    const part = (side: Counted): Part => ({
      n: side.reach.get(from!) ?? 0,
      count: side.moves.get(key) ?? 0,
    });
    const what = to === 0 ? "leave" : "move";
    const at = { ...nothing, what, from: name(from), to: name(to) } as const;
    found.push(shares(at, part(one), part(other)));
  }
  for (const [key, wait] of one.waits) {
    const against = other.waits.get(key);
    const [from, to] = key.split(" ").map(Number);
    const at = { ...nothing, what: "wait", from: name(from), to: name(to) } as const;
    if (against)
      found.push(
        ranks(
          at,
          { durations: wait.bins, duration: wait.duration },
          { durations: against.bins, duration: against.duration },
        ),
      );
  }
  for (const [key, bins] of one.scores) {
    const [code, touchpoint] = key.split(" ").map(Number);
    const score = names.scores.get(code!);
    const against = other.scores.get(key);
    if (!score || !against) continue;
    found.push(answers({ what: "score", from: name(touchpoint), to: null, score }, bins, against));
  }
  const tested = found.filter((each) => each !== null);
  const qs = adjusted(tested.map(({ p }) => p));
  const rank = ({ q, effect }: Difference) => (q <= SURE ? 2 : 0) + leastOf(effect);
  return tested
    .map((each, nth) => ({ ...each, q: qs[nth]! }))
    .toSorted((a, b) => rank(b) - rank(a));
}

/** The end of an interval that is nearest to no effect; below 0 where it holds none. */
function leastOf({ value, low, high }: Estimate): number {
  return value < 0 ? -high : low;
}

type What = Pick<Difference, "what" | "from" | "to" | "score">;

function shares(what: What, one: Part, other: Part): Found | null {
  if (Math.min(one.n, other.n) < FEWEST) return null;
  const p = shareTest(one, other);
  if (p === null) return null;
  return { ...what, one: share(one), other: share(other), effect: differenceOf(one, other), p };
}

function share({ n, count }: Part): Measured {
  const { share: value, low, high } = rate(count, n);
  return { n, value: value ?? 0, low, high };
}

type Times = { readonly durations: Bins; readonly duration: Duration };

function ranks(what: What, one: Times, other: Times): Found | null {
  if (Math.min(one.duration.n, other.duration.n) < FEWEST) return null;
  const { p, delta } = rankTest(one.durations, other.durations);
  return { ...what, one: time(one), other: time(other), effect: delta, p };
}

function time({ durations, duration }: Times): Measured {
  const interval = medianInterval(durations);
  return {
    n: duration.n,
    value: duration.medianSeconds ?? 0,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

function answers(what: What, one: Bins, other: Bins): Found | null {
  const [a, b] = [mean(one), mean(other)];
  if (Math.min(a.n, b.n) < FEWEST) return null;
  const { p, delta } = rankTest(one, other);
  return { ...what, one: a, other: b, effect: delta, p };
}

function mean(bins: Bins): Measured {
  const values = [...bins].map(([bin, count]) => ({ value: bin / 1000, count }));
  const n = values.reduce((sum, { count }) => sum + count, 0);
  const middle = values.reduce((sum, { value, count }) => sum + value * count, 0) / n;
  const squares = values.reduce((sum, { value, count }) => sum + count * (value - middle) ** 2, 0);
  const variance = n > 1 ? squares / (n - 1) : 0;
  const { low, high } = meanOf({ n, mean: middle, variance });
  return { n, value: middle, low, high };
}

/** What a group answers on each score, whatever it is about; what fewer than 30 answered says too little. */
export function scoresOf({ scores }: Counted, names: Names["scores"]) {
  return [...names].flatMap(([code, score]) => {
    const bins = scores.get(`${code} 0`);
    const told = bins && mean(bins);
    return told && told.n >= FEWEST ? [{ ...score, mean: told }] : [];
  });
}
