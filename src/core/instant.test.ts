import fc from "fast-check";
import { expect, test } from "vitest";
import { instant } from "./instant.ts";

test("what a date writes as ISO 8601 is read back", () => {
  const any = fc.date({
    min: new Date("1970-01-01"),
    max: new Date("2199-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(any, (date) => {
      expect(instant(date.toISOString())).toBe(date.getTime());
    }),
  );
});

test("zones, missing parts and long fractions are read as they are meant", () => {
  expect(instant("2026-03-04T13:05:11+01:00")).toBe(Date.parse("2026-03-04T12:05:11Z"));
  expect(instant("2026-03-04T13:05:11-0330")).toBe(Date.parse("2026-03-04T16:35:11Z"));
  expect(instant("2026-03-04 13:05")).toBe(Date.parse("2026-03-04T13:05:00Z"));
  expect(instant("2026-03-04")).toBe(Date.parse("2026-03-04T00:00:00Z"));
  expect(instant("2026-03-04T13:05:11.123456789Z")).toBe(Date.parse("2026-03-04T13:05:11.123Z"));
});

test("what is no instant is not made one", () => {
  for (const text of [
    "",
    "yesterday",
    "2026-02-29",
    "2026-13-01",
    "2026-01-01T25:00",
    "04-03-2026",
  ])
    expect(instant(text)).toBeNull();
});
