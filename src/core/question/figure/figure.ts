import type { Mean, Rate } from "../../evidence/interval.ts";
import type { Format } from "../../message/format.ts";
import type { Estimate } from "../towards.ts";

/** A figure of an answer on paper: what it is of, where it stands with its interval, and in words. */
export type FigureLine = {
  readonly label: string;
  readonly said: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** How many it rests on; null where it is a count itself. */
  readonly n: number | null;
};

/** Figures of one kind under each other, along one scale from 0. */
export type Figure = { readonly title: string; readonly lines: readonly FigureLine[] };

/** @example rateLine("Call · phone", rate(78, 100), formatIn("en")).said // "78% (69–85%)" */
export function rateLine(label: string, rate: Rate, format: Format): FigureLine {
  const { share, low, high, n } = rate;
  const said =
    share === null
      ? format.percent(null)
      : `${format.percent(share)} (${format.interval(low, high)})`;
  return { label, said, value: share, low, high, n };
}

/** A figure that was computed, each number of it told by `say`, and all of them in `unit`. */
export function estimateLine(
  label: string,
  { value, low, high }: Estimate,
  n: number | null,
  say: (value: number) => string,
  unit = "",
): FigureLine {
  const said = `${say(value)} (${say(low)} – ${say(high)}) ${unit}`.trim();
  return { label, said, value, low, high, n };
}

export function meanLine(
  label: string,
  { mean, low, high, n }: Mean,
  say: (value: number) => string,
): FigureLine {
  if (low === null || high === null) return { label, said: say(mean), value: mean, low, high, n };
  return estimateLine(label, { value: mean, low, high }, n, say);
}

/** What was counted: nothing is unsure about it. */
export function countLine(label: string, count: number, format: Format): FigureLine {
  return { label, said: format.number(count), value: null, low: null, high: null, n: null };
}
