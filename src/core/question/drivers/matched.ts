import { t95 } from "../../evidence/mean.ts";
import type { Estimate } from "../towards.ts";

/** Outcomes of some: how many, their sum and that of their squares. */
export type Sums = { readonly n: number; readonly sum: number; readonly squares: number };

/** Those with something and those without it, who are otherwise alike. */
export type Pair = { readonly with: Sums; readonly without: Sums };

export type Matched = {
  readonly with: { readonly n: number; readonly mean: number };
  readonly without: { readonly n: number; readonly mean: number };
  readonly difference: Estimate;
  /** Standard error of the difference. */
  readonly error: number;
  /** Welch's degrees of freedom, whole and at least 1. */
  readonly freedom: number;
};

/**
 * The mean of those with, and that of those without in the same mix: in every group (who were asked about
 * the same) the two are compared, and weighed by those with. Groups without one of the two are left out. The
 * 95 % interval is Welch's, the spread of either side taken to be the same in all groups. Null when either
 * side is smaller than its groups allow.
 */
export function matched(pairs: readonly Pair[]): Matched | null {
  const both = pairs.filter((pair) => pair.with.n > 0 && pair.without.n > 0);
  const [one, other] = [both.map((pair) => pair.with), both.map((pair) => pair.without)];
  const [n, m] = [total(one), total(other)];
  const freedom = [n - both.length, m - both.length] as const;
  if (freedom[0] < 1 || freedom[1] < 1) return null;
  const spread = [one, other].map((side, nth) => within(side) / freedom[nth]!);
  const mean = one.reduce((sum, each) => sum + each.sum, 0) / n;
  let usual = 0;
  let share = 0;
  for (const pair of both) {
    const weight = pair.with.n / n;
    usual += (weight * pair.without.sum) / pair.without.n;
    share += (weight * weight) / pair.without.n;
  }
  const [a, b] = [spread[0]! / n, spread[1]! * share];
  const error = Math.sqrt(a + b);
  const welch = error === 0 ? 1 : (a + b) ** 2 / (a ** 2 / freedom[0] + b ** 2 / freedom[1]);
  const whole = Math.max(1, Math.floor(welch));
  const half = t95(whole) * error;
  const value = mean - usual;
  return {
    with: { n, mean },
    without: { n: m, mean: usual },
    difference: { value, low: value - half, high: value + half },
    error,
    freedom: whole,
  };
}

/** R² of having it or not, where it can be said, each thing asked about with a level of its own. */
export function aloneBy(pairs: readonly Pair[], yy: number): number {
  let [xx, xy] = [0, 0];
  for (const {
    with: { n, sum },
    without,
  } of pairs) {
    const known = n + without.n;
    if (known === 0) continue;
    xx += n * (1 - n / known);
    xy += sum - (n * (sum + without.sum)) / known;
  }
  return xx <= 0 || yy <= 0 ? 0 : Math.min(1, xy ** 2 / (xx * yy));
}

/** One side less another: those who are known, less those with it. */
export function less(whole: Sums, part: Sums): Sums {
  return {
    n: whole.n - part.n,
    sum: whole.sum - part.sum,
    squares: whole.squares - part.squares,
  };
}

function total(side: readonly Sums[]): number {
  return side.reduce((sum, { n }) => sum + n, 0);
}

/** Sum of squared distances from the mean of the own group. */
function within(side: readonly Sums[]): number {
  return side.reduce((all, { n, sum, squares }) => all + Math.max(0, squares - (sum * sum) / n), 0);
}
