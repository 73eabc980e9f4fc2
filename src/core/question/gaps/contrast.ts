import { rate, Z95 } from "../../evidence/interval.ts";
import type { Estimate } from "../towards.ts";

/** So many of so many. */
export type Part = { readonly n: number; readonly count: number };

/** How surely the first share is higher than the second: the z of two proportions; 0 where it can't be told. */
export function zOf(one: Part, other: Part): number {
  const n = one.n + other.n;
  const p = (one.count + other.count) / n;
  const error = Math.sqrt(p * (1 - p) * (1 / one.n + 1 / other.n));
  return error > 0 ? (one.count / one.n - other.count / other.n) / error : 0;
}

/** Difference of two shares with its 95 % interval (Newcombe 1998, method 10). */
export function differenceOf(one: Part, other: Part): Estimate {
  const [a, b] = [rate(one.count, one.n), rate(other.count, other.n)];
  const [p, q] = [a.share ?? 0, b.share ?? 0];
  const value = p - q;
  return {
    value,
    low: value - Math.hypot(p - (a.low ?? 0), (b.high ?? 1) - q),
    high: value + Math.hypot((a.high ?? 1) - p, q - (b.low ?? 0)),
  };
}

/** Difference of a share from a fixed one, with the interval of the share (Wilson). */
export function differenceFrom(one: Part, usual: number): Estimate {
  const { share, low, high } = rate(one.count, one.n);
  return { value: (share ?? 0) - usual, low: (low ?? 0) - usual, high: (high ?? 1) - usual };
}

/**
 * How many a month are hit more than is usual: how much more of those who come, times how many come; with
 * its 95 % interval. How many come is chance as well (Poisson: an error of √n), so it is no surer than
 * that; the two errors are put together as those of a product (delta method). `weeks` in which `n` came.
 */
export function perMonth(more: Estimate, n: number, weeks: number): Estimate {
  const monthly = (n / weeks) * MONTH;
  return product(more, {
    value: monthly,
    low: monthly * (1 - Z95 / Math.sqrt(n)),
    high: monthly * (1 + Z95 / Math.sqrt(n)),
  });
}

/** Weeks in a month. */
const MONTH = 365.25 / 12 / 7;

/** The product of two figures that err apart from each other, with its 95 % interval (delta method). */
export function product(one: Estimate, other: Estimate): Estimate {
  const value = one.value * other.value;
  const off = (to: "low" | "high") =>
    Math.hypot((one[to] - one.value) * other.value, (other[to] - other.value) * one.value);
  return { value, low: value - off("low"), high: value + off("high") };
}

/** Mean of a difference of two samples, with its interval; from sizes, sums and sums of squares. */
export type Sums = { readonly n: number; readonly sum: number; readonly squares: number };

export function meanDifference(one: Sums, other: Sums): Estimate {
  const [a, b] = [one.sum / one.n, other.sum / other.n];
  const variance = ({ n, sum, squares }: Sums) =>
    Math.max(0, squares - (sum * sum) / n) / (n - 1) / n;
  const spread = Z95 * Math.sqrt(variance(one) + variance(other));
  return { value: a - b, low: a - b - spread, high: a - b + spread };
}
