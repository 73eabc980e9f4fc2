const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Months within which a request is answered, and by which that may be extended (art. 12(3) GDPR). */
export const MONTHS = 1;
export const EXTENSION = 2;

/** Days before a deadline from which it is soon. */
export const SOON_DAYS = 7;

/**
 * The same date so many months later; the last day of that month where it has no such date.
 * @param date `YYYY-MM-DD`, a date that exists
 * @example monthsLater("2026-01-31", 1) // "2026-02-28"
 */
export function monthsLater(date: string, months: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const count = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  const leap = m === 2 && y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  const last = daysIn[m - 1]! + (leap ? 1 : 0);
  return [String(y).padStart(4, "0"), two(m), two(Math.min(day, last))].join("-");
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** The last day on which a request may be answered, counted from its receipt. */
export function deadlineOf(received: string, extended: boolean): string {
  return monthsLater(received, extended ? MONTHS + EXTENSION : MONTHS);
}
