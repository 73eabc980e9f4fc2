/** The number of the month of a time, 12 · year + month, as SQL. */
export function monthOf(time: string): string {
  return `toYear(${time}) * 12 + toMonth(${time})`;
}

/**
 * First day of a month by its number.
 * @example firstDayOf(12 * 2026 + 12) // "2026-12-01"
 */
export function firstDayOf(month: number): string {
  return `${Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, "0")}-01`;
}
