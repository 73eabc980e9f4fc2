import fc from "fast-check";
import { expect, test } from "vitest";
import { standardPhone } from "./phone.ts";

test("a Dutch number is the same however it is written", () => {
  for (const written of [
    "06-12345678",
    "06 12 34 56 78",
    "0031612345678",
    "+31 6 1234 5678",
    "+31 (0)6 12345678",
    "+310612345678",
    "31612345678",
    "612345678",
  ])
    expect([written, standardPhone(written)]).toEqual([written, "+31612345678"]);
});

test("other countries keep theirs, and a national number gets the one of its source", () => {
  expect(standardPhone("+32 470 12 34 56")).toBe("+32470123456");
  expect(standardPhone("0470 12 34 56", "32")).toBe("+32470123456");
});

test("what is no number is empty", () => {
  for (const written of ["", "onbekend", "12345", "n.v.t.", "+"])
    expect([written, standardPhone(written)]).toEqual([written, ""]);
});

test("what stands between digits makes no difference, and a standard number stays as it is", () => {
  const between = fc.array(fc.constantFrom("", " ", "-", ".", "/"), { minLength: 8, maxLength: 8 });
  const digits = fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String);
  fc.assert(
    fc.property(digits, between, (number, gaps) => {
      const spread = `06${Array.from(number, (digit, at) => `${gaps[at]}${digit}`).join("")}`;
      expect(standardPhone(spread)).toBe(`+316${number}`);
      expect(standardPhone(standardPhone(spread))).toBe(`+316${number}`);
    }),
  );
});
