import type { Mean } from "../../evidence/interval.ts";
import { t95 } from "../../evidence/mean.ts";
import { tTail } from "../../evidence/student.ts";
import type { Estimate } from "../towards.ts";

/**
 * One mean less another, with its 95 % interval and the probability that two that are alike differ as much
 * (Welch 1947: unequal spreads, degrees of freedom after Satterthwaite, rounded down). The errors of both
 * are read from their t-intervals, so that it rests on the very figures that are shown. Null where either
 * has no interval.
 * @example differ({ n: 10, mean: 0.2, low: 0, high: 0.4 }, { n: 400, mean: -0.6, low: -0.65, high: -0.55 })
 */
export function differ(one: Mean, other: Mean): (Estimate & { readonly p: number }) | null {
  const [a, b] = [errorOf(one), errorOf(other)];
  if (a === null || b === null) return null;
  const value = one.mean - other.mean;
  const [first, second] = [a ** 2, b ** 2];
  const error = Math.sqrt(first + second);
  if (error === 0) return { value, low: value, high: value, p: value === 0 ? 1 : 0 };
  const freedom = Math.max(
    1,
    Math.floor((first + second) ** 2 / (first ** 2 / (one.n - 1) + second ** 2 / (other.n - 1))),
  );
  const half = t95(freedom) * error;
  return { value, low: value - half, high: value + half, p: tTail(value / error, freedom) };
}

/** The standard error behind a t-interval. */
function errorOf({ n, low, high }: Mean): number | null {
  return low === null || high === null ? null : (high - low) / 2 / t95(n - 1);
}
