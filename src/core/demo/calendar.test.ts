import fc from "fast-check";
import { expect, test } from "vitest";
import {
  FROM,
  TO,
  dutchTime,
  hourOf,
  isoLocal,
  isoUtc,
  midnight,
  onDay,
  plainLocal,
  plainUtc,
  weekend,
} from "./calendar.ts";
import { utc } from "../instant.ts";

const moment = fc.integer({ min: FROM, max: TO });
const amsterdam = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Amsterdam",
  dateStyle: "short",
  timeStyle: "medium",
});
const weekday = new Intl.DateTimeFormat("en", { timeZone: "Europe/Amsterdam", weekday: "short" });

test("the calendar agrees with the zone database at every moment of the two years", () => {
  fc.assert(
    fc.property(moment, (at) => {
      const local = amsterdam.format(at);
      expect(isoUtc(at)).toBe(new Date(at).toISOString());
      expect(plainUtc(at)).toBe(new Date(at).toISOString().slice(0, 19).replace("T", " "));
      expect(plainLocal(at)).toBe(local);
      expect(Date.parse(isoLocal(at))).toBe(Math.floor(at / 1000) * 1000);
      expect(hourOf(at)).toBe(Number(local.slice(11, 13)));
      expect(weekend(at)).toBe(["Sat", "Sun"].includes(weekday.format(at)));
      const [year, month, day] = local.slice(0, 10).split("-");
      expect(dutchTime(at)).toBe(`${day}-${month}-${year} ${local.slice(11, 16)}`);
    }),
  );
});

test("dates become the epoch they are", () => {
  const date = fc.date({
    min: new Date("1970-01-01"),
    max: new Date("2100-01-01"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(date, (day) => {
      const [year = 0, month = 0, date = 0] = day.toISOString().slice(0, 10).split("-").map(Number);
      expect(utc(year, month, date)).toBe(Math.floor(day.getTime() / 86_400_000) * 86_400_000);
    }),
  );
});

test("the two years begin and end at midnight in Amsterdam", () => {
  expect([isoLocal(FROM), isoLocal(TO)]).toEqual([
    "2024-11-01T00:00:00+01:00",
    "2026-11-01T00:00:00+01:00",
  ]);
  expect(isoLocal(onDay(midnight(2025, 7, 1) + 1, 0))).toBe("2025-07-01T00:00:00+02:00");
});
