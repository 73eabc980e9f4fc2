import { utc } from "../instant.ts";

/** The demo's own calendar: two fixed years, computed, so that nothing depends on a clock or a zone database. */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const SUMMER: readonly (readonly [number, number])[] = [
  [utc(2025, 3, 30) + HOUR, utc(2025, 10, 26) + HOUR],
  [utc(2026, 3, 29) + HOUR, utc(2026, 10, 25) + HOUR],
];

/** Hours that Amsterdam is ahead of UTC at an instant of the two years. */
export function zoneHours(at: number): 1 | 2 {
  return SUMMER.some(([from, to]) => at >= from && at < to) ? 2 : 1;
}

/** Midnight in Amsterdam at the start of a date. */
export function midnight(year: number, month: number, day: number): number {
  const at = utc(year, month, day);
  return at - zoneHours(at) * HOUR;
}

/** The two years: from 1 November 2024 up to 1 November 2026, Amsterdam time. */
export const FROM = midnight(2024, 11, 1);
export const TO = midnight(2026, 11, 1);

const dates = new Map<number, string>();

/** `2025-03-04` of a number of days since 1970. */
function date(days: number): string {
  const known = dates.get(days);
  if (known !== undefined) return known;
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const text = `${year}-${two(month)}-${two(day)}`;
  dates.set(days, text);
  return text;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function clock(at: number): string {
  const seconds = Math.floor((at % DAY) / SECOND);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** `2025-03-04T13:05:11.042Z` */
export function isoUtc(at: number): string {
  return `${date(Math.floor(at / DAY))}T${clock(at)}.${String(at % SECOND).padStart(3, "0")}Z`;
}

/** `2025-03-04 13:05:11`, UTC without saying so. */
export function plainUtc(at: number): string {
  return `${date(Math.floor(at / DAY))} ${clock(at)}`;
}

/** `2025-03-04T14:05:11+01:00`, Amsterdam. */
export function isoLocal(at: number): string {
  const hours = zoneHours(at);
  const local = at + hours * HOUR;
  return `${date(Math.floor(local / DAY))}T${clock(local)}+0${hours}:00`;
}

/** `2025-03-04 14:05:11`, Amsterdam without saying so. */
export function plainLocal(at: number): string {
  return plainUtc(at + zoneHours(at) * HOUR);
}

/** `04-03-2025`, Amsterdam; another separator if given. */
export function dutchDate(at: number, separator = "-"): string {
  const text = date(Math.floor((at + zoneHours(at) * HOUR) / DAY));
  return `${text.slice(8)}${separator}${text.slice(5, 7)}${separator}${text.slice(0, 4)}`;
}

/** `04-03-2025 14:05`, Amsterdam. */
export function dutchTime(at: number, separator = "-"): string {
  return `${dutchDate(at, separator)} ${clock(at + zoneHours(at) * HOUR).slice(0, 5)}`;
}

/** Hour of the day in Amsterdam, 0–23. */
export function hourOf(at: number): number {
  return Math.floor(((at + zoneHours(at) * HOUR) % DAY) / HOUR);
}

/** The same day in Amsterdam at a time of day in milliseconds. */
export function onDay(at: number, timeOfDay: number): number {
  const local = at + zoneHours(at) * HOUR;
  return at - (local % DAY) + timeOfDay;
}

/** Whether the day is a Saturday or Sunday in Amsterdam. */
export function weekend(at: number): boolean {
  const weekday = (Math.floor((at + zoneHours(at) * HOUR) / DAY) + 4) % 7;
  return weekday === 0 || weekday === 6;
}
