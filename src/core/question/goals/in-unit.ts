import type { Goal } from "../../map/claim.ts";
import type { ScoreFigure } from "../scores/figure.ts";
import type { GoalFigure } from "./goals.ts";
import type { Measured } from "./measured.ts";

const PERCENT = /^(%|percent|pct|procent)$/i;

/** Seconds in the units of time in which people write goals. */
const times: readonly (readonly [RegExp, number])[] = [
  [/^(s|sec|seconds?|seconden?)$/i, 1],
  [/^(min|minutes?|minuut|minuten)$/i, 60],
  [/^(h|hours?|u|uur|uren)$/i, 3600],
  [/^(d|days?|dag|dagen)$/i, 86_400],
  [/^(w|weeks?|week|weken)$/i, 604_800],
];

/** What turns a figure of a form into the unit of a goal; null where that cannot be told. A share without a unit is in percent. */
export function timesOf(form: GoalFigure["form"], unit: string): number | null {
  const said = unit.trim();
  if (form === "share") return said === "" || PERCENT.test(said) ? 100 : null;
  if (form !== "seconds") return PERCENT.test(said) ? null : 1;
  const seconds = times.find(([words]) => words.test(said))?.[1];
  return seconds === undefined ? null : 1 / seconds;
}

/** A score as the goal means it: in percent the share of good answers, else the mean; NPS in points. */
export function figureOfScore(score: ScoreFigure, unit: string): GoalFigure {
  const { way, value, low, high, n, scale, onScale } = score;
  if (way === "points") return { form: "points", unit: "", value, low, high, n };
  if (way === "share" && PERCENT.test(unit.trim()))
    return { form: "share", unit: "", value, low, high, n };
  return {
    form: "number",
    unit: scale.join("–"),
    value: onScale.mean,
    low: onScale.low,
    high: onScale.high,
    n: onScale.n,
  };
}

/** Which way a goal is to go: as its target lies from its baseline, else as such a measure usually does. */
export function betterOf(
  { baseline, target }: Pick<Goal, "baseline" | "target">,
  measured: Measured | null,
  form: GoalFigure["form"] | null,
): "more" | "less" {
  if (baseline !== undefined && target !== undefined && baseline !== target)
    return target > baseline ? "more" : "less";
  if (measured?.by === "leave") return "less";
  const falling = measured?.by === "score" && measured.score.scale[0] > measured.score.scale[1];
  return falling && form === "number" ? "less" : "more";
}

/** Which answers meet a goal: the good ones of the scale; without such, those at the target or beyond the middle. */
export function goodAnswers(
  { good, scale: [worst, best] }: Pick<ScoreFigure, "good" | "scale">,
  target: number | undefined,
): { readonly values: readonly number[] } | { readonly from: number; readonly up: boolean } {
  if (good.length > 0) return { values: good };
  const up = best > worst;
  const inside =
    target !== undefined && target >= Math.min(worst, best) && target <= Math.max(worst, best);
  return { from: inside ? target : (worst + best) / 2, up };
}
