import { z } from "zod";
import { Change, type Drift } from "./drift.ts";

/** What surely changed at the touchpoints of a map since somebody last reviewed it. */
export const ReviewReminder = z.strictObject({
  /** Day of the last review, ISO. */
  since: z.string(),
  changes: z.number().int(),
  /** The largest change. */
  largest: Change,
});
export type ReviewReminder = z.infer<typeof ReviewReminder>;

/** The reminder for a map whose touchpoints have these codes; null when nothing surely changed there. */
export function reminderOf(
  drift: Drift,
  since: string,
  codes: ReadonlySet<number>,
): ReviewReminder | null {
  const there = drift.moments
    .flatMap(({ changes }) => changes)
    .filter(({ day, at, to, kind }) => {
      const drawn = [at, to].some((place) => place !== null && codes.has(place.code));
      return day > since && (drawn || kind === "goal");
    })
    .toSorted((one, other) => other.size - one.size);
  const [largest] = there;
  return largest ? { since, changes: there.length, largest } : null;
}
