import { z } from "zod";

/** When a source is asked: every so often, or each day at a time on the clock of the workspace. */
export const Schedule = z.discriminatedUnion("every", [
  z.strictObject({ every: z.literal("minutes"), count: z.number().int().min(1).max(59) }),
  z.strictObject({ every: z.literal("hours"), count: z.number().int().min(1).max(24) }),
  z.strictObject({
    every: z.literal("day"),
    at: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
  }),
]);
export type Schedule = z.infer<typeof Schedule>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The first time after `after` that a schedule names, in epoch milliseconds. A time of day that the
 * change to summer time leaves out is an hour later that day; one that comes twice counts once.
 */
export function nextRun(schedule: Schedule, zone: string, after: number): number {
  if (schedule.every !== "day")
    return after + schedule.count * (schedule.every === "hours" ? HOUR : MINUTE);
  const [hour = 0, minute = 0] = schedule.at.split(":").map(Number);
  const clock = hour * HOUR + minute * MINUTE;
  const today = Math.floor((after + ahead(zone, after)) / DAY) * DAY;
  // A day on the clock may begin before the one that is looked from, and not all days have 24 hours.
  for (const day of [today - DAY, today, today + DAY, today + 2 * DAY]) {
    const at = instantOf(zone, day + clock);
    if (at > after) return at;
  }
  return after + DAY;
}

/** The longest that a schedule ever waits, in milliseconds: what is due later was set by another clock. */
export function longestWait(schedule: Schedule): number {
  if (schedule.every === "day") return DAY + 2 * HOUR;
  return schedule.count * (schedule.every === "hours" ? HOUR : MINUTE);
}

/** The instant at which a clock in the zone shows this, given as if it were UTC. */
function instantOf(zone: string, shown: number): number {
  const first = shown - ahead(zone, shown);
  const second = shown - ahead(zone, first);
  const exact = [second, first].find((at) => at + ahead(zone, at) === shown);
  return exact ?? Math.max(first, second);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that the clocks of a zone are ahead of UTC at an instant. */
function ahead(zone: string, at: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    formats.set(zone, format);
  }
  const name = format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign, hours, minutes = "0"] = /GMT([+-])(\d+)(?::(\d+))?/.exec(name) ?? [];
  if (sign === undefined) return 0;
  return (sign === "-" ? -1 : 1) * (Number(hours) * HOUR + Number(minutes) * MINUTE);
}
