import fc from "fast-check";
import { expect, test } from "vitest";
import { longestWait, nextRun, type Schedule } from "./schedule.ts";

const at = (text: string) => Date.parse(text);
const daily = (time: string): Schedule => ({ every: "day", at: time });

test.each([
  [{ every: "minutes", count: 15 } as const, "2026-03-01T10:00:00Z", "2026-03-01T10:15:00Z"],
  [{ every: "hours", count: 6 } as const, "2026-03-01T10:00:00Z", "2026-03-01T16:00:00Z"],
  [daily("06:30"), "2026-03-01T04:00:00Z", "2026-03-01T05:30:00Z"],
  [daily("06:30"), "2026-03-01T05:30:00Z", "2026-03-02T05:30:00Z"],
  [daily("00:10"), "2026-03-01T22:50:00Z", "2026-03-01T23:10:00Z"],
  // In the night to 29 March 2026 the clocks of Amsterdam go from 02:00 to 03:00 …
  [daily("06:30"), "2026-03-28T20:00:00Z", "2026-03-29T04:30:00Z"],
  [daily("02:30"), "2026-03-28T20:00:00Z", "2026-03-29T01:30:00Z"],
  // … and in that to 25 October from 03:00 to 02:00.
  [daily("06:30"), "2026-10-24T20:00:00Z", "2026-10-25T05:30:00Z"],
])("%j after %s is at %s", (schedule, after, then) => {
  expect(new Date(nextRun(schedule, "Europe/Amsterdam", at(after))).toISOString()).toBe(
    new Date(then).toISOString(),
  );
});

const zones = fc.constantFrom("Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "UTC");
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => daily(parts.map((part) => String(part).padStart(2, "0")).join(":")));
const moment = fc.integer({ min: at("2024-01-01"), max: at("2030-01-01") });

test("a day has one turn, later than now and no later than its longest wait", () => {
  fc.assert(
    fc.property(time, zones, moment, (schedule, zone, after) => {
      const first = nextRun(schedule, zone, after);
      const second = nextRun(schedule, zone, first);
      const day = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" });
      expect(first).toBeGreaterThan(after);
      expect(first - after).toBeLessThanOrEqual(longestWait(schedule));
      expect(day.format(second)).not.toBe(day.format(first));
      expect(second - first).toBeLessThanOrEqual(longestWait(schedule));
    }),
    { endOnFailure: true },
  );
});
