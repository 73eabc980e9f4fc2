import type { Driver, Outcome } from "../../../core/question/drivers/drivers.ts";
import type { Format } from "../../language/format.ts";
import type { DriversText } from "./text.ts";

/** A driver in words. `segments` gives personas their names. */
export function driverSaid(
  { kind, touchpoint, name, value, from, unit }: Driver,
  t: DriversText,
  format: Format,
  segments: ReadonlyMap<string, string>,
): string {
  const place = touchpoint?.event ?? "";
  switch (kind) {
    case "passed":
    case "repeated":
      return t.said[kind](place);
    case "waited":
      return t.said.waited(place, format.duration(from));
    case "measured": {
      const bound =
        unit === "seconds" ? format.duration(from) : `${format.number(from, 1)} ${unit}`.trim();
      return t.said.measured(name, bound, place);
    }
    case "later":
      return t.said.later(name, value);
    case "attribute":
      return t.said.attribute(name, value);
    case "segment":
      return t.said.segment(segments.get(name) ?? name);
  }
}

/** A mean of the outcome, or a difference between two, in its own terms. */
export function outcomeText({ kind, unit }: Outcome, value: number, format: Format): string {
  if (kind === "goal" || kind === "again") return format.percent(value);
  if (kind === "amount") return `${format.number(value)} ${unit}`;
  return format.fixed(value);
}

export function differenceText(outcome: Outcome, value: number, format: Format): string {
  const size = outcomeText(outcome, Math.abs(value), format);
  return value < 0 ? `−${size}` : `+${size}`;
}

export function outcomeName({ kind, name }: Outcome, t: DriversText): string {
  return kind === "goal" || kind === "again" ? t.outcomes[kind] : name;
}

/** As the API names it. */
export function outcomeKey({ kind, name }: Outcome): string {
  return kind === "goal" || kind === "again" ? kind : name;
}

/** Whether more of it is worse. */
export function isTurned({ scale }: Outcome): boolean {
  return scale !== null && scale[0] > scale[1];
}
