import type { AlertReason, OddOne } from "./alert.ts";
import { holidayOn } from "./holiday.ts";
import { chancePerDay, oddDays } from "./odd-days.ts";

/** Customers a day of one touchpoint or transition, every day from `first` on, and which source tells of it. */
export type DaySeries = {
  readonly at: number;
  readonly to: number | null;
  readonly counts: readonly number[];
  readonly source: string;
};

/** Events a day of a source. */
export type SourceDays = { readonly source: string; readonly counts: readonly number[] };

/** A source that tells less than this part of what it usually does was silent. */
const SILENT = 0.1;
/** From this part of all touchpoints of at least so many on, it is something that lies outside of them. */
const MOST = 0.5;
const FEWEST = 6;

/**
 * The odd days among all series, from place `from` on, each with what stands behind it. `dayOf` makes
 * an ISO day of a place.
 */
export function judgeDays(
  series: readonly DaySeries[],
  sources: readonly SourceDays[],
  from: number,
  dayOf: (place: number) => string,
): OddOne[] {
  const chance = chancePerDay(series.length);
  const found = series.flatMap((each) =>
    oddDays(each.counts, from, chance).map((odd) => ({ each, odd })),
  );
  const alone = series.filter(({ to }) => to === null).length;
  const reasonOf = (each: DaySeries, place: number, fewer: boolean): AlertReason => {
    const day = dayOf(place);
    const source = sources.find((one) => one.source === each.source);
    if (fewer && source && wasSilent(source.counts, place))
      return { is: "source", source: each.source };
    const holiday = holidayOn(day);
    if (holiday) return { is: "holiday", holiday };
    const same = found.filter(
      (other) => other.each.to === null && other.odd.at === place && other.odd.z < 0 === fewer,
    ).length;
    return alone >= FEWEST && same >= MOST * alone ? { is: "everywhere" } : { is: "customers" };
  };
  return found.map(({ each, odd: { at: place, ...odd } }): OddOne => ({
    at: each.at,
    to: each.to,
    day: dayOf(place),
    ...odd,
    reason: reasonOf(each, place, odd.z < 0),
  }));
}

/** Whether a source told hardly anything on a day, against the same weekdays before. */
function wasSilent(counts: readonly number[], place: number): boolean {
  const same: number[] = [];
  for (let week = 1; week <= 8 && place - 7 * week >= 0; week += 1)
    same.push(counts[place - 7 * week]!);
  if (same.length === 0) return false;
  const usual = same.toSorted((one, other) => one - other)[same.length >> 1]!;
  return usual > 0 && (counts[place] ?? 0) < SILENT * usual;
}
