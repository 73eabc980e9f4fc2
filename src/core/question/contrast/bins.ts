import { Z95 } from "../../evidence/interval.ts";

/** How often each value occurs, by its bin: whole numbers in the order of the values. */
export type Bins = ReadonlyMap<number, number>;

/** Bins of a duration for each doubling of it: a bin is 1.1 % wide. */
const PER_DOUBLING = 64;
/** All bins that there are, for durations of less than 2⁶⁴ ms. */
export const BINS = 64 * PER_DOUBLING;

/** The bin of a duration in milliseconds, as SQL. */
export function durationBin(milliseconds: string): string {
  return `toUInt16(floor(log2(${milliseconds} + 1) * ${PER_DOUBLING}))`;
}

/** The shortest duration of a bin, in seconds. */
function secondsOf(bin: number): number {
  return (2 ** (bin / PER_DOUBLING) - 1) / 1000;
}

/**
 * The 95 % interval of the median of durations by order statistics, in seconds; its ends are those of
 * their bins, so it is wider than the exact one by 1.1 % at most. Null under six values: then no two of
 * them hold the median that surely.
 */
export function medianInterval(bins: Bins): { low: number; high: number } | null {
  const { sorted, n } = inOrder(bins);
  if (n < 6) return null;
  const half = (Z95 * Math.sqrt(n)) / 2;
  const low = Math.max(1, Math.floor(n / 2 - half));
  return { low: secondsOf(at(sorted, low)), high: secondsOf(at(sorted, n + 1 - low) + 1) };
}

/** The median of durations by their bins, in seconds: within 0.6 % of the exact one; null of nothing. */
export function medianOf(bins: Bins): number | null {
  const { sorted, n } = inOrder(bins);
  return n === 0 ? null : secondsOf(at(sorted, Math.ceil(n / 2)) + 0.5);
}

function inOrder(bins: Bins) {
  const sorted = [...bins].toSorted(([one], [other]) => one - other);
  return { sorted, n: sorted.reduce((sum, [, count]) => sum + count, 0) };
}

/** The bin of the value with a rank, from 1. */
function at(sorted: readonly (readonly [number, number])[], rank: number): number {
  let left = rank;
  return sorted.find(([, count]) => (left -= count) <= 0)?.[0] ?? 0;
}
