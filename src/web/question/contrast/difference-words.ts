import type { Difference, Measured } from "../../../core/question/contrast/difference.ts";
import type { Format } from "../../language/format.ts";
import type { ContrastText } from "./text.ts";

/** What a difference is in. */
export function saidOf({ what, from, to, score }: Difference, t: ContrastText): string {
  const [here, there] = [from?.label ?? "", to?.label ?? ""];
  switch (what) {
    case "goal":
    case "duration":
      return t[what];
    case "reach":
    case "leave":
      return t[what](here);
    case "move":
    case "wait":
      return t[what](here, there);
    case "score":
      return t.score(score?.name ?? "", here);
  }
}

/** One side of it as a figure. */
export function valueOf({ what }: Difference, { value }: Measured, format: Format): string {
  if (what === "wait" || what === "duration") return format.duration(value);
  return what === "score" ? format.number(value, 1) : format.percent(value);
}

/** The same with its interval and n. */
export function sureOf({ what }: Difference, { n, low, high }: Measured, format: Format): string {
  const interval =
    low === null || high === null
      ? null
      : what === "wait" || what === "duration"
        ? `${format.duration(low)} – ${format.duration(high)}`
        : what === "score"
          ? `${format.number(low, 1)} – ${format.number(high, 1)}`
          : format.interval(low, high);
  return [interval, format.n(n)].filter((each) => each !== null).join(", ");
}
