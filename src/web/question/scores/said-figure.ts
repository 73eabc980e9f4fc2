import type { ScoreFigure } from "../../../core/question/scores/figure.ts";
import type { Format } from "../../language/format.ts";
import type { ScoresText } from "./text.ts";

/** A value of a score in words of its kind: "+29", "62%", "3.6". */
export function valueText(
  { way }: Pick<ScoreFigure, "way">,
  value: number,
  format: Format,
): string {
  if (way === "points") return format.signed(value, 0);
  return way === "share" ? format.percent(value) : format.number(value, 1);
}

/** Its interval: "21 – 37", "58–66%"; empty where there is none. */
export function intervalText(figure: ScoreFigure, format: Format): string {
  const { low, high } = figure;
  if (low === null || high === null) return "";
  if (figure.way === "share") return format.interval(low, high);
  return `${valueText(figure, low, format)} – ${valueText(figure, high, format)}`;
}

/** From where to where the figure may lie. */
export function rangeOf({ way, scale }: ScoreFigure): readonly [number, number] {
  if (way === "points") return [-100, 100];
  return way === "share" ? [0, 1] : [Math.min(...scale), Math.max(...scale)];
}

/** How it is counted. */
export function wayText({ way, good }: ScoreFigure, t: ScoresText): string {
  if (way !== "share") return t.ways[way];
  return t.ways.share(`${Math.min(...good)}–${Math.max(...good)}`);
}

/** Scores of the same name on different scales are different scores. */
export function scoreKey({ name, scale }: Pick<ScoreFigure, "name" | "scale">): string {
  return `${name} ${scale.join("–")}`;
}
