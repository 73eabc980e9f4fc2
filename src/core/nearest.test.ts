import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

test.each([
  ["improt", ["ask", "import"], "import"],
  ["Klantnumer", ["Klantnummer", "Kenmerk"], "Klantnummer"],
  ["aks", ["ask", "serve"], "ask"],
  ["frobnicate", ["ask", "serve"], undefined],
  ["x", [], undefined],
])("the word near %s among %j is %s", (given, known, expected) => {
  expect(nearest(given, known)).toBe(expected);
});

test("a known word is nearest to itself, however its letters are cased", () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1 }), fc.nat(), (known, pick) => {
      const one = known[pick % known.length] ?? "";
      expect(nearest(one.toUpperCase(), known)).toBe(one);
    }),
  );
});
