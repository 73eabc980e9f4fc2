import type { Matched } from "./matched.ts";

/** Fewest on either side of a comparison. */
const FEWEST = 30;
/** From here on a candidate differs, however many are tried (one in 15,000 by chance). */
const SURE = 4;
/** Less than this is the rounding of a computer. */
const NOTHING = 1e-9;

/** Whether those with it differ from those without it by more than chance makes them. */
export function isSure({ difference: { value }, error }: Matched): boolean {
  return Math.abs(value) > Math.max(SURE * error, NOTHING);
}

/** Whether enough have it, and enough have it not, for them to be compared. */
export function isMany(told: Matched | null): told is Matched {
  return told !== null && told.with.n >= FEWEST && told.without.n >= FEWEST;
}
