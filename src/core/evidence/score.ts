import { rate, Z95, type Rate } from "./interval.ts";

/** A score in points with its interval; `score` is null when nobody answered. */
export type Score = {
  readonly n: number;
  readonly score: number | null;
  readonly low: number | null;
  readonly high: number | null;
};

/** Answers by value. */
export type Counts = readonly { readonly value: number; readonly count: number }[];

/**
 * Net promoter score of answers 0–10 (Reichheld, HBR 2003): share of 9–10 minus share of 0–6, in points
 * (−100 … 100). Interval: adjusted Wald with ¾ of an answer added to promoters and to detractors and
 * three to n; its centre lies nearer to 0 than the score.
 * @example nps([{ value: 9, count: 50 }, { value: 7, count: 30 }, { value: 0, count: 20 }])
 * // score 30, low 14.05, high 44.20
 */
export function nps(counts: Counts): Score {
  const promoters = countIf(counts, (value) => value >= 9);
  const detractors = countIf(counts, (value) => value <= 6);
  const n = countIf(counts, () => true);
  if (n === 0) return { n, score: null, low: null, high: null };
  const p = (promoters + 0.75) / (n + 3);
  const d = (detractors + 0.75) / (n + 3);
  const centre = 100 * (p - d);
  const half = Z95 * 100 * Math.sqrt((p + d - (p - d) ** 2) / (n + 3));
  return {
    n,
    score: (100 * (promoters - detractors)) / n,
    low: Math.max(-100, centre - half),
    high: Math.min(100, centre + half),
  };
}

/** Customer satisfaction: share of 4 and 5 among answers 1–5, with its Wilson interval. */
export function csat(counts: Counts): Rate {
  return rate(
    countIf(counts, (value) => value >= 4),
    countIf(counts, () => true),
  );
}

/** Customer effort score 2.0: share of 5–7 among answers 1–7 where 7 is very easy, with its Wilson interval. */
export function ces(counts: Counts): Rate {
  return rate(
    countIf(counts, (value) => value >= 5),
    countIf(counts, () => true),
  );
}

/**
 * A value of a scale [worst, best] on −1 … +1; worst may be the higher figure.
 * @example normalise(4, [1, 5]) // 0.5
 */
export function normalise(value: number, [worst, best]: readonly [number, number]): number {
  return (2 * (value - worst)) / (best - worst) - 1;
}

function countIf(counts: Counts, test: (value: number) => boolean): number {
  return counts.reduce((sum, { value, count }) => (test(value) ? sum + count : sum), 0);
}
