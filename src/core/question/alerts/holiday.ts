import { utc } from "../../instant.ts";

const DAY = 86_400_000;

/** Public holidays on a fixed day of the year, as month-day. */
const fixed: Readonly<Record<string, HolidayName>> = {
  "01-01": "new-year",
  "04-27": "kings-day",
  "05-05": "liberation-day",
  "12-24": "christmas-eve",
  "12-25": "christmas",
  "12-26": "christmas",
  "12-31": "new-years-eve",
};

/** Days from Easter. */
const moving: readonly (readonly [number, HolidayName])[] = [
  [-2, "good-friday"],
  [0, "easter"],
  [1, "easter"],
  [39, "ascension"],
  [40, "ascension"],
  [49, "pentecost"],
  [50, "pentecost"],
];

export const holidayNames = [
  "new-year",
  "kings-day",
  "liberation-day",
  "christmas-eve",
  "christmas",
  "new-years-eve",
  "good-friday",
  "easter",
  "ascension",
  "pentecost",
] as const;
export type HolidayName = (typeof holidayNames)[number];

/**
 * The holiday that an ISO day is in the Netherlands, the day after Ascension (when most are free) and the
 * eves included; null for another day.
 * @example holidayOn("2026-04-06") // "easter"
 */
export function holidayOn(day: string): HolidayName | null {
  const known = fixed[day.slice(5)];
  if (known) return known;
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  const since = Math.round((utc(year, month, date) - easter(year)) / DAY);
  return moving.find(([days]) => days === since)?.[1] ?? null;
}

/** Easter Sunday (Meeus, Jones & Butcher), midnight UTC. */
function easter(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const whole = h + l - 7 * m + 114;
  return utc(year, Math.floor(whole / 31), (whole % 31) + 1);
}
