import fc from "fast-check";
import { expect, test } from "vitest";
import { maskIdentifier } from "./mask.ts";

test("an e-mail address keeps its first letter and its last domain, a number its last four digits", () => {
  expect(
    ["jan@mail.nl", "a@b", "+31612341234", "123456", "42", ""].map((value) =>
      maskIdentifier(value),
    ),
  ).toEqual(["j…@…nl", "a…@…", "…1234", "…56", "…", "…"]);
});

test("never shows more than a third of a value without an @", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "b", "1", "é", "😀"), minLength: 1 }),
      (value) => {
        const shown = Array.from(maskIdentifier(value)).length - 1;
        expect(shown).toBeLessThanOrEqual(Math.max(4, Array.from(value).length / 3));
        expect(shown).toBeLessThan(Array.from(value).length / 2);
      },
    ),
  );
});
