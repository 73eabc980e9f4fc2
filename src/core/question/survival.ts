import { assert, must } from "../assert.ts";
import { chiSquareTail } from "../evidence/chi-square.ts";
import { Z95 } from "../evidence/interval.ts";

/** Of those with this duration: how many reached the goal then, and how many were only seen so far. */
export type Moment = { readonly time: number; readonly reached: number; readonly censored: number };

/** The share that has reached the goal by a time, with its 95 % interval, and who was still at risk. */
export type Point = {
  readonly time: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly atRisk: number;
};

/**
 * Kaplan–Meier (1958), told as the share that has reached the goal: 1 − S(t) at every time at which
 * somebody does. Moments in the order of time, each time once. The interval is Greenwood's, on the
 * log-log scale (Kalbfleisch & Prentice 1980), which stays within 0 … 1; there is none where nobody is left.
 */
export function kaplanMeier(moments: readonly Moment[]): Point[] {
  let atRisk = moments.reduce((sum, each) => sum + each.reached + each.censored, 0);
  let survival = 1;
  let greenwood = 0;
  const points: Point[] = [];
  for (const { time, reached, censored } of moments) {
    if (reached > 0) {
      survival *= 1 - reached / atRisk;
      greenwood += reached / (atRisk * (atRisk - reached));
      points.push({ time, atRisk, share: 1 - survival, ...band(survival, greenwood) });
    }
    atRisk -= reached + censored;
  }
  return points;
}

function band(survival: number, greenwood: number): { low: number; high: number } {
  if (survival <= 0 || !Number.isFinite(greenwood)) return { low: 1 - survival, high: 1 };
  const spread = (Z95 * Math.sqrt(greenwood)) / Math.log(survival);
  return {
    low: 1 - survival ** Math.exp(spread),
    high: 1 - survival ** Math.exp(-spread),
  };
}

/** The first time by which a share has reached the goal, with its interval; null where that is not seen. */
export function timeOf(points: readonly Point[], share: number) {
  const first = (of: "share" | "low" | "high") =>
    points.find((point) => point[of] >= share)?.time ?? null;
  return { time: first("share"), low: first("high"), high: first("low") };
}

/**
 * Mean time to the goal within `until` (restricted mean: the area under S), with its 95 % interval
 * (Klein & Moeschberger 2003, 4.5).
 */
export function restrictedMean(moments: readonly Moment[], until: number) {
  const points = kaplanMeier(moments).filter(({ time }) => time < until);
  const areas: number[] = [];
  let from = 0;
  let survival = 1;
  for (const { time, share } of points) {
    areas.push(survival * (time - from));
    survival = 1 - share;
    from = time;
  }
  areas.push(survival * (until - from));
  const mean = areas.reduce((sum, area) => sum + area, 0);
  let after = mean;
  let variance = 0;
  const byTime = new Map(moments.map((moment) => [moment.time, moment.reached]));
  for (const [nth, { time, atRisk }] of points.entries()) {
    after -= areas[nth]!;
    const reached = must(byTime.get(time), "a moment");
    if (atRisk > reached) variance += (after * after * reached) / (atRisk * (atRisk - reached));
  }
  const spread = Z95 * Math.sqrt(variance);
  return { mean, low: Math.max(0, mean - spread), high: Math.min(until, mean + spread) };
}

/**
 * Log-rank test of two or more groups (Mantel 1966): do they reach the goal equally fast?
 * Each group's moments as for `kaplanMeier`.
 */
export function logRank(groups: readonly (readonly Moment[])[]): { chi2: number; p: number } {
  assert(groups.length >= 2, "a log-rank test compares two groups or more");
  const size = groups.length - 1;
  const times = [...new Set(groups.flatMap((each) => each.map(({ time }) => time)))].toSorted(
    (one, other) => one - other,
  );
  const places = groups.map((each) => new Map(each.map((moment) => [moment.time, moment])));
  const atRisk = groups.map((each) =>
    each.reduce((sum, { reached, censored }) => sum + reached + censored, 0),
  );
  const excess = new Float64Array(size);
  const variance = new Float64Array(size * size);
  for (const time of times) {
    const now = places.map((each) => each.get(time));
    const n = atRisk.reduce((sum, one) => sum + one, 0);
    const d = now.reduce((sum, one) => sum + (one?.reached ?? 0), 0);
    if (d > 0 && n > 1) {
      const weight = (d * (n - d)) / (n - 1);
      for (let i = 0; i < size; i += 1) {
        const share = atRisk[i]! / n;
        excess[i]! += (now[i]?.reached ?? 0) - d * share;
        for (let j = 0; j < size; j += 1)
          variance[i * size + j]! += weight * share * ((i === j ? 1 : 0) - atRisk[j]! / n);
      }
    }
    for (const [i, one] of now.entries()) atRisk[i]! -= (one?.reached ?? 0) + (one?.censored ?? 0);
  }
  const chi2 = quadratic(variance, excess);
  return { chi2, p: chi2 === 0 ? 1 : chiSquareTail(chi2, size) };
}

/** xᵀ·A⁻¹·x for a symmetric matrix; 0 where there is nothing to compare. */
function quadratic(matrix: Float64Array, x: Float64Array): number {
  const size = x.length;
  const a = matrix.slice();
  const b = x.slice();
  let sum = 0;
  for (let k = 0; k < size; k += 1) {
    const pivot = a[k * size + k]!;
    if (pivot < 1e-12) continue;
    sum += (b[k]! * b[k]!) / pivot;
    for (let i = k + 1; i < size; i += 1) {
      const factor = a[i * size + k]! / pivot;
      b[i]! -= factor * b[k]!;
      for (let j = k; j < size; j += 1) a[i * size + j]! -= factor * a[k * size + j]!;
    }
  }
  return sum;
}
