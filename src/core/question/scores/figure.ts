import { z } from "zod";
import { Mean, rate } from "../../evidence/interval.ts";
import { ScoreStat } from "../../evidence/overlay.ts";
import { nps } from "../../evidence/score.ts";

/**
 * A score as it is told, with what it was counted from. `points`: promoters minus detractors (NPS, adjusted
 * Wald). `share`: answers that count as good (top two of five, top three of seven; Wilson). `mean`: the mean
 * on its own scale (t-interval), where neither holds.
 */
export const ScoreFigure = ScoreStat.extend({
  way: z.enum(["points", "share", "mean"]),
  n: z.number().int(),
  /** −100 … 100 for points, 0 … 1 for a share, on the scale for a mean. */
  value: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Values that count as good, best first; empty for a mean. */
  good: z.array(z.number()),
});
export type ScoreFigure = z.infer<typeof ScoreFigure>;

/** What is asked of a scale with so many values: of how many of the best ones is told the share. */
const BEST: ReadonlyMap<number, number> = new Map([
  [5, 2],
  [7, 3],
]);

/**
 * Tells a score the way its scale is usually told. The direction belongs to the scale: of [7, 1] the low
 * values are good.
 */
export function figureOf(stat: ScoreStat): ScoreFigure {
  const { name, scale, onScale, counts } = stat;
  const [worst, best] = scale;
  const whole = counts.reduce((sum, { count }) => sum + count, 0) === onScale.n && onScale.n > 0;
  const from = (value: number) => Math.abs(value - worst);
  const length = Math.abs(best - worst);
  const goodFrom = (fewest: number) =>
    Array.from({ length: length - fewest + 1 }, (_, nth) => best + Math.sign(worst - best) * nth);
  if (whole && /^nps\b/i.test(name) && length === 10 && Math.min(worst, best) === 0) {
    const { n, score, low, high } = nps(
      counts.map(({ value, count }) => ({ value: from(value), count })),
    );
    return { ...stat, way: "points", n, value: score ?? 0, low, high, good: goodFrom(9) };
  }
  const asked = BEST.get(length + 1);
  if (whole && asked !== undefined) {
    const good = goodFrom(length + 1 - asked);
    const hits = counts.reduce(
      (sum, { value, count }) => (good.includes(value) ? sum + count : sum),
      0,
    );
    const { n, share, low, high } = rate(hits, onScale.n);
    return { ...stat, way: "share", n, value: share ?? 0, low, high, good };
  }
  return {
    ...stat,
    way: "mean",
    n: onScale.n,
    value: onScale.mean,
    low: onScale.low,
    high: onScale.high,
    good: [],
  };
}

/** What customers say of one place, or in one month, or of one persona. */
export const Scored = z.strictObject({
  scores: z.array(ScoreFigure),
  /** All scores together, each on −1 … +1. */
  emotion: Mean.nullable(),
  median: z.number().nullable(),
});
export type Scored = z.infer<typeof Scored>;
