const DAY = 86_400_000;

/** Midnight UTC of a date in epoch milliseconds (days-from-civil, H. Hinnant, "chrono-compatible date algorithms"). */
export function utc(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * DAY;
}

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|z|UTC|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/;
const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The instant that an ISO 8601 text tells, in epoch milliseconds; a text without a zone is in UTC.
 * Null for what is no instant: another form, a day that does not exist.
 * @example instant("2026-03-04T13:05:11.042+01:00")
 */
export function instant(text: string): number | null {
  const found = iso.exec(text.trim());
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const at = [year!, month!, day!] as const;
  const leap = year! % 4 === 0 && (year! % 100 !== 0 || year! % 400 === 0);
  const days = month === 2 && !leap ? 28 : (daysIn[month! - 1] ?? 0);
  if (day! < 1 || day! > days || hour! > 23 || minute! > 59 || second! > 60) return null;
  const milliseconds = Math.floor(Number(`0.${found[7] ?? 0}`) * 1000);
  const clock = ((hour! * 60 + minute!) * 60 + second!) * 1000 + milliseconds;
  return utc(...at) + clock - ahead(found[8]);
}

/** Milliseconds that a zone is ahead of UTC. */
function ahead(zone: string | undefined): number {
  if (zone === undefined || !/^[+-]/.test(zone)) return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(":", "") || 0)];
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
