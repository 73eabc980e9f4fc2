import fc from "fast-check";
import { expect, test } from "vitest";
import { standardBirthDate } from "./birth-date.ts";

test("a date is the same date however it is written", () => {
  for (const written of [
    "1980-05-03",
    "3-5-1980",
    "03/05/1980",
    "3.5.80",
    "19800503",
    "03051980",
    "1980-05-03T00:00:00Z",
    "1980-05-03 00:00:00",
    "3 mei 1980",
    "May 3, 1980",
    "1980 mei 3",
  ])
    expect([written, standardBirthDate(written)]).toEqual([written, "19800503"]);
});

test("day and month change places only where that alone makes a date", () => {
  expect(standardBirthDate("05-13-1980")).toBe("19800513");
  expect(standardBirthDate("1980-13-05")).toBe("19800513");
  expect(standardBirthDate("05-12-1980")).toBe("19801205");
});

test("a year alone is a year, and a day that no calendar has stays as it was typed", () => {
  expect(standardBirthDate("1980")).toBe("1980");
  expect(standardBirthDate("00-00-1980")).toBe("1980");
  expect(standardBirthDate("1980-02-31")).toBe("19800231");
});

test("what is no date is empty", () => {
  for (const written of ["", "onbekend", "-", "0000-00-00", "12-12", "1234567", "9999-99-99"])
    expect([written, standardBirthDate(written)]).toEqual([written, ""]);
});

test("every date of a century comes back from every way to write it", () => {
  const days = fc.date({
    min: new Date("1930-01-01"),
    max: new Date("2029-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (day) => {
      const iso = day.toISOString().slice(0, 10);
      const [y = "", m = "", d = ""] = iso.split("-");
      const ways = [
        iso,
        `${d}-${m}-${y}`,
        `${Number(d)}/${Number(m)}/${y}`,
        `${y}${m}${d}`,
        `${d}.${m}.${y.slice(2)}`,
      ];
      expect(ways.map(standardBirthDate)).toEqual(ways.map(() => `${y}${m}${d}`));
    }),
  );
});

test("whatever is typed, the outcome is a date of four or eight digits or empty, and stays that", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."0123456789-/. meijan".split("")) }),
      (text) => {
        const once = standardBirthDate(text);
        expect(once).toMatch(/^(?:\d{8}|\d{4})?$/);
        expect(standardBirthDate(once)).toBe(once);
      },
    ),
  );
});
