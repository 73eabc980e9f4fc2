import fc from "fast-check";
import { expect, test } from "vitest";
import { deadlineOf, monthsLater } from "./deadline.ts";

test.each([
  ["2026-11-30", 1, "2026-12-30"],
  ["2026-12-15", 1, "2027-01-15"],
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2100-01-31", 1, "2100-02-28"],
  ["2026-01-31", 3, "2026-04-30"],
  ["2026-08-31", 1, "2026-09-30"],
])("%s and %d months is %s", (date, months, later) => {
  expect(monthsLater(date, months)).toBe(later);
});

test("an extension counts from the receipt, not from a first deadline that fell short", () => {
  expect([deadlineOf("2026-01-31", false), deadlineOf("2026-01-31", true)]).toEqual([
    "2026-02-28",
    "2026-04-30",
  ]);
});

test("it is that date of that month, or the last day of it, and never goes back", () => {
  const dates = fc.date({ min: new Date("1990-01-01"), max: new Date("2200-01-01") });
  fc.assert(
    fc.property(
      dates.filter((date) => !Number.isNaN(date.getTime())),
      fc.nat(36),
      (date, months) => {
        const from = date.toISOString().slice(0, 10);
        const later = monthsLater(from, months);
        const at = new Date(`${later}T00:00:00Z`);
        expect(at.toISOString().slice(0, 10)).toBe(later);
        const gone = (each: Date) => each.getUTCFullYear() * 12 + each.getUTCMonth();
        expect(gone(at) - gone(date)).toBe(months);
        const next = new Date(at.getTime() + 86_400_000);
        expect(at.getUTCDate() === date.getUTCDate() || next.getUTCDate() === 1).toBe(true);
      },
    ),
  );
});
