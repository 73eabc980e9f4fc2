import { DAY, FROM, HOUR, MINUTE, TO, hourOf, midnight, onDay, weekend } from "../calendar.ts";
import type { Chance } from "../chance.ts";

/** Weight of newcomers per month from November 2024: energy is a winter subject, and the launch drew a crowd. */
const NEWCOMERS = [
  12, 11, 12, 9, 7, 5, 4.2, 3.6, 3.2, 3.4, 4.4, 5, 5, 4, 3, 2, 1.2, 0.9, 0.7, 0.6, 0.5, 0.5, 0.4,
  0.3,
];
const MONTH_STARTS = NEWCOMERS.map((_, month) =>
  midnight(2024 + Math.floor((month + 10) / 12), ((month + 10) % 12) + 1, 1),
);

/** A time in somebody's free hours: four in nine in the evening. */
export function freeTime(day: number, chance: Chance): number {
  const late = chance.hit(0.44);
  return onDay(day, late ? chance.span(18 * HOUR, 22.8 * HOUR) : chance.span(8 * HOUR, 18 * HOUR));
}

/** When somebody first looks around. */
export function arrival(chance: Chance): number {
  const month = chance.weighted(NEWCOMERS);
  const from = MONTH_STARTS[month] ?? FROM;
  const to = MONTH_STARTS[month + 1] ?? TO;
  return freeTime(chance.span(from, to - DAY), chance);
}

/** Whether a moment falls in the evening shift (from 18:00, Amsterdam). */
export function evening(at: number): boolean {
  return hourOf(at) >= 18;
}

/** The first moment from `at` on which the contact centre answers: weekdays 9:00–17:30. */
export function officeTime(at: number, chance: Chance): number {
  let moment = at;
  if (hourOf(moment) >= 17) moment = onDay(moment + DAY, 0);
  while (weekend(moment)) moment = onDay(moment + DAY, 0);
  return hourOf(moment) >= 9
    ? moment + chance.around(4 * MINUTE)
    : onDay(moment, chance.span(9 * HOUR, 17.4 * HOUR));
}

/** The moment itself, or the next morning when it falls in the night. */
export function awake(at: number, chance: Chance): number {
  const hour = hourOf(at);
  if (hour >= 7 && hour < 23) return at;
  return onDay(hour < 7 ? at : at + 9 * HOUR, chance.span(7 * HOUR, 11 * HOUR));
}

/** Some days later, in free hours. */
export function daysLater(at: number, days: number, chance: Chance): number {
  return freeTime(at + Math.max(1, Math.round(days)) * DAY, chance);
}
