import { describe, expect, test } from "vitest";
import { rate } from "../../core/evidence/interval.ts";
import { formatIn } from "./format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

describe("numbers", () => {
  test("group thousands as the language does", () => {
    expect([en.number(13_087), nl.number(13_087)]).toEqual(["13,087", "13.087"]);
  });
  test("carry a true minus, and none on a rounded zero", () => {
    expect([nl.number(-1.54, 1), nl.number(-0.04, 1)]).toEqual(["−1,5", "0"]);
  });
  test("carry a sign where it is asked for", () => {
    expect([en.signed(0.52), en.signed(-0.52), en.signed(0)]).toEqual(["+0.5", "−0.5", "0"]);
  });
  test("are a dash where there is none", () => {
    expect([en.number(null), en.percent(null), en.duration(null), en.date(null)]).toEqual(
      Array(4).fill("–"),
    );
  });
});

describe("shares", () => {
  test.each([
    [0, "0%"],
    [0.0001, "<0.1%"],
    [0.094, "9.4%"],
    [0.0999, "10%"],
    [0.62, "62%"],
    [0.996, "99.6%"],
    [1, "100%"],
  ])("%d reads %s", (share, text) => {
    expect(en.percent(share)).toBe(text);
  });
  test("stand with interval and n", () => {
    expect(nl.rate(rate(939, 1204))).toBe("78% (76–80%, n = 1.204)");
  });
  test("of nothing are a dash", () => {
    expect(en.rate(rate(0, 0))).toBe("–");
  });
});

describe("durations", () => {
  test.each([
    [0, "0 s", "0 s"],
    [0.4, "<1 s", "<1 s"],
    [45, "45 s", "45 s"],
    [59.7, "1 min", "1 min"],
    [660, "11 min", "11 min"],
    [3600, "1 hour", "1 uur"],
    [15_480, "4.3 hours", "4,3 uur"],
    [86_400, "1 day", "1 dag"],
    [103_680, "1.2 days", "1,2 dag"],
    [1_555_200, "18 days", "18 dagen"],
    [-7200, "−2 hours", "−2 uur"],
  ])("%d seconds read %s and %s", (seconds, english, dutch) => {
    expect([en.duration(seconds), nl.duration(seconds)]).toEqual([english, dutch]);
  });
});

describe("dates", () => {
  test("are written out in the language", () => {
    const noon = "2026-11-12T12:00:00Z";
    expect([en.date(noon), nl.date(noon)]).toEqual(["12 Nov 2026", "12 nov 2026"]);
  });
});

test("sizes of files use the unit that fits", () => {
  expect([nl.bytes(12), nl.bytes(190_400_000), nl.bytes(2.04e9)]).toEqual([
    "12 B",
    "190,4 MB",
    "2 GB",
  ]);
});
