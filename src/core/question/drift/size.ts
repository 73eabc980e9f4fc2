import { Z95, type Duration } from "../../evidence/interval.ts";
import { differenceOf } from "../gaps/contrast.ts";
import type { Estimate } from "../towards.ts";
import { variance, type Sums } from "./series.ts";

/** From here on a change is worth a word, on the scale of Cohen's h and d. */
export const WORTH = 0.1;

/** Whether two waits differ by a tenth at least: their order may be clear where their lengths hardly differ. */
export function longerOrShorter(before: Duration, after: Duration): boolean {
  const [one, other] = [before.medianSeconds ?? 0, after.medianSeconds ?? 0];
  return Math.abs(other - one) >= WORTH * Math.max(one, other);
}

/** How far two stretches lie apart, whatever is measured: Cohen's h for shares, d for means. */
export function sizeOf(before: Sums, after: Sums, share: boolean): number {
  const [one, other] = [before.sum / before.n, after.sum / after.n];
  if (share) {
    const angle = (part: number) => 2 * Math.asin(Math.sqrt(Math.min(1, Math.max(0, part))));
    return Math.abs(angle(other) - angle(one));
  }
  const within = (before.n * variance(before) + after.n * variance(after)) / (before.n + after.n);
  return within > 0 ? Math.abs(other - one) / Math.sqrt(within) : 0;
}

/** After minus before, with its 95 % interval: of shares by Newcombe, of means by Welch. */
export function changeOf(before: Sums, after: Sums, share: boolean): Estimate {
  if (share)
    return differenceOf({ n: after.n, count: after.sum }, { n: before.n, count: before.sum });
  const value = after.sum / after.n - before.sum / before.n;
  const error = Math.sqrt(
    variance(before) / Math.max(1, before.n - 1) + variance(after) / Math.max(1, after.n - 1),
  );
  return { value, low: value - Z95 * error, high: value + Z95 * error };
}

/** So many of so many, before and after, among those alike. */
export type Stratum = { readonly before: Sums; readonly after: Sums };

/**
 * The difference among those alike (Mantel & Haenszel weights), with its 95 % interval; null where
 * nobody alike came before and after.
 */
export function alike(strata: readonly Stratum[]): Estimate | null {
  let [weights, sum, error] = [0, 0, 0];
  for (const { before, after } of strata) {
    if (before.n === 0 || after.n === 0) continue;
    const weight = (before.n * after.n) / (before.n + after.n);
    const [p, q] = [before.sum / before.n, after.sum / after.n];
    weights += weight;
    sum += weight * (q - p);
    error += weight ** 2 * ((p * (1 - p)) / before.n + (q * (1 - q)) / after.n);
  }
  if (weights === 0) return null;
  const [value, spread] = [sum / weights, (Z95 * Math.sqrt(error)) / weights];
  return { value, low: value - spread, high: value + spread };
}

/** Whether a difference goes away, for the larger part, among those alike. */
export function explains(among: Estimate, crude: Estimate): boolean {
  return Math.abs(among.value) < Math.abs(crude.value) / 2 || among.low * among.high <= 0;
}
