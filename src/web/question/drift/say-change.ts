import type { Change, Level } from "../../../core/question/drift/drift.ts";
import type { Format } from "../../language/format.ts";
import type { DriftText } from "./text.ts";

/** A change as a sentence, without a full stop. */
export function sayChange(change: Change, t: DriftText): string {
  const { kind, at, to, score, before, after, difference } = change;
  const where = to?.event ?? "";
  const who = at === null ? t.customers : t.ofThose(at.event);
  const more = difference.value > 0;
  if (kind === "wait") return t.said.wait(at ? t.place(at.event) : t.noPlace, where, more);
  if (kind === "score") return t.said.score(score ?? "", where, more);
  if (kind === "reach" && "rate" in before && before.rate.count === 0)
    return t.said.fresh(who, where);
  if (kind === "reach" && "rate" in after && after.rate.count === 0) return t.said.gone(who, where);
  return t.said[kind](who, where, more);
}

/** A side of a change as a figure. */
export function sayLevel(level: Level, format: Format): string {
  if ("rate" in level) return format.percent(level.rate.share);
  if ("mean" in level) return format.number(level.mean.mean, 1);
  return format.duration(level.duration.medianSeconds);
}

/** How many people a side rests on. */
export function countOf(level: Level): number {
  if ("rate" in level) return level.rate.n;
  return "mean" in level ? level.mean.n : level.duration.n;
}

/** The difference with its interval, in points of a share or of a scale. */
export function sayDifference({ kind, difference }: Change, t: DriftText, format: Format): string {
  const { value, low, high } = difference;
  if (kind === "score")
    return t.differenceScore(
      format.signed(value, 2),
      format.signed(low, 2),
      format.signed(high, 2),
    );
  const points = (share: number) => format.signed(100 * share, 1);
  return (kind === "wait" ? t.differenceWait : t.difference)(
    points(value),
    points(low),
    points(high),
  );
}
