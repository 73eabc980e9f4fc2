import { z } from "zod";
import type { Duration } from "../../core/evidence/interval.ts";

/**
 * The aggregate of median and quartiles of a duration in milliseconds: exact, with linear
 * interpolation between the two nearest values (type 7 of Hyndman & Fan 1996; the default of Excel,
 * R and NumPy), so that the median of 1 and 2 is 1.5.
 */
export function quartiles(milliseconds: string, when = "1"): string {
  return `quantilesExactInclusiveIf(0.25, 0.5, 0.75)(${milliseconds}, ${when})`;
}

/** What `quartiles` gives back; nulls over nothing. */
export const Quartiles = z.tuple([
  z.number().nullable(),
  z.number().nullable(),
  z.number().nullable(),
]);

/** In seconds; `n` values were behind the quartiles. */
export function toDuration(n: number, [low, middle, high]: z.infer<typeof Quartiles>): Duration {
  const seconds = (value: number | null) => (n === 0 || value === null ? null : value / 1000);
  return { n, p25Seconds: seconds(low), medianSeconds: seconds(middle), p75Seconds: seconds(high) };
}
