import { z } from "zod";
import type { Duration, Mean, Rate } from "../../evidence/interval.ts";
import { Message } from "../../message/message.ts";
import type { ScoreFigure } from "../scores/figure.ts";
import type { Estimate } from "../towards.ts";

/** How a figure is told: a share, a time, points (−100 … 100), a number of its own unit, or one a month. */
export const FigureForm = z.enum(["share", "seconds", "points", "number", "month"]);
export type FigureForm = z.infer<typeof FigureForm>;

/** One figure of an answer, on its own. */
export const TakenFigure = z.strictObject({
  /** What tells it from the others of its answer; the same from one answer to the next. */
  id: z.string(),
  name: Message,
  form: FigureForm,
  /** What it counts, where that is no share and no time: "EUR", "1–5"; empty without. */
  unit: z.string(),
  /** 0 … 1 for a share, seconds for a time. */
  value: z.number(),
  /** 95 % interval; null where the answer has none. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number().int(),
});
export type TakenFigure = z.infer<typeof TakenFigure>;

type Named = Pick<TakenFigure, "id" | "name">;

export function ofRate(named: Named, { share, low, high, n }: Rate): TakenFigure[] {
  return share === null ? [] : [{ ...named, form: "share", unit: "", value: share, low, high, n }];
}

/** The median; a duration has quartiles and no interval. */
export function ofDuration(named: Named, { medianSeconds, n }: Duration): TakenFigure[] {
  if (medianSeconds === null) return [];
  return [{ ...named, form: "seconds", unit: "", value: medianSeconds, low: null, high: null, n }];
}

export function ofMean(named: Named, { mean, low, high, n }: Mean, unit = ""): TakenFigure[] {
  return n === 0 ? [] : [{ ...named, form: "number", unit, value: mean, low, high, n }];
}

export function ofEstimate(
  named: Named,
  estimate: Estimate | null,
  how: { readonly form: FigureForm; readonly unit?: string; readonly n: number },
): TakenFigure[] {
  if (estimate === null) return [];
  const { value, low, high } = estimate;
  return [{ ...named, form: how.form, unit: how.unit ?? "", value, low, high, n: how.n }];
}

/** How many there are: it is counted, and has no interval. */
export function ofCount(named: Named, count: number): TakenFigure[] {
  return [{ ...named, form: "number", unit: "", value: count, low: null, high: null, n: count }];
}

/** A score the way it is told: net points, the share that is good, or the mean on its scale. */
export function ofScore(named: Named, score: ScoreFigure): TakenFigure[] {
  const { way, value, low, high, n, scale } = score;
  const form = way === "mean" ? "number" : way;
  return [{ ...named, form, unit: form === "number" ? scale.join("–") : "", value, low, high, n }];
}
