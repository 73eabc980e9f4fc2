import fc from "fast-check";
import { expect, test } from "vitest";
import { caretAfter } from "./caret.ts";

test.each([
  ["I pay", "I pay now", 5, 5],
  ["I pay", "Yes I pay", 3, 7],
  ["I pay", "I pay", 2, 2],
  ["I wait and pay", "I pay", 9, 2],
])("from %j to %j the caret goes from %i to %i", (before, after, caret, expected) => {
  expect(caretAfter(before, after, caret)).toBe(expected);
});

test("what stands after the caret still does when another writes before it", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (written, before, behind) => {
      const at = caretAfter(
        `${before}|${behind}`,
        `${written}${before}|${behind}`,
        before.length + 1,
      );
      fc.pre(!`${before}|${behind}`.startsWith(written.slice(0, 1)) || written === "");
      expect(`${written}${before}|${behind}`.slice(at)).toBe(behind);
    }),
  );
});
