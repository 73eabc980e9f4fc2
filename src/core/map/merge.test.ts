import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Value } from "./command.ts";
import { anyText } from "./journey.arbitrary.ts";
import { merge, same } from "./merge.ts";

const anyValue: fc.Arbitrary<Value> = fc.oneof(
  anyText,
  fc.constant(null),
  fc.integer(),
  fc.boolean(),
  fc.array(anyText, { minLength: 1, maxLength: 3 }),
  fc.dictionary(fc.constantFrom("a", "b"), anyText),
);

describe("merging", () => {
  test("takes the change of one when the other changed nothing", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (from, other) => {
        expect(merge(from, other, from)).toEqual(other);
        expect(same(merge(from, from, other), from) || same(merge(from, from, other), other)).toBe(
          true,
        );
      }),
    );
  });

  test("of two equal changes makes one", () => {
    fc.assert(
      fc.property(anyValue, anyValue, (from, both) => {
        expect(merge(from, both, both)).toEqual(both);
      }),
    );
  });

  test("keeps all that two wrote at different places of a text", () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (text, before, after) => {
        const from = `${text}|`;
        expect(merge(from, `${from}${after}`, `${before}${from}`)).toBe(`${before}${from}${after}`);
        expect(merge(from, `${before}${from}`, `${from}${after}`)).toBe(`${before}${from}${after}`);
      }),
    );
  });

  test("never makes half characters", () => {
    const emoji = fc.constantFrom("👩", "👨", "🧑", "a", "");
    const some = fc.array(emoji, { maxLength: 5 }).map((each) => each.join(""));
    fc.assert(
      fc.property(some, some, some, (from, to, now) => {
        expect(merge(from, to, now)).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  test("keeps what both added to a list, and leaves out what one took away", () => {
    expect(merge(["a", "b"], ["a", "b", "mine"], ["b", "other"])).toEqual(["b", "other", "mine"]);
  });

  test("takes a scale as one value", () => {
    expect(merge([1, 5], [1, 10], [0, 5])).toEqual([1, 10]);
  });

  test.each<[Value, Value, Value, Value]>([
    ["I pay", "I pay late", "Today I pay", "Today I pay late"],
    ["red", "green", "blue", "blue green"],
    ["I pay monthly", "I pay yearly", "I pay weekly", "I pay weekly yearly"],
    ["I pay it", "I pay", "I pay it late", "I pay late"],
    ["I pay the bill", "", "I pay the bill late", " late"],
    ["", " mine", "other", "other mine"],
    [3, 4, 5, 4],
    ["web", null, "phone", null],
    [null, "mine", "other", "other mine"],
  ])("from %j to %j, while another made %j: %j", (from, to, now, merged) => {
    expect(merge(from, to, now)).toEqual(merged);
  });
});
