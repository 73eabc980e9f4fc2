import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import type { Attribute, Cell } from "./cell.ts";
import { propose } from "./propose.ts";
import { adjustedRand } from "./rand-index.fixture.ts";

const attributes: readonly Attribute[] = [
  { name: "reason", values: ["move", "price", "bill"] },
  { name: "home", values: ["flat", "house"] },
  { name: "age", values: ["old", "young"] },
];

/** Customers one by one; `passes` says how likely each touchpoint is for one with these values. */
function customers(
  chance: Chance,
  n: number,
  draw: (chance: Chance) => number[],
  passes: (values: readonly number[]) => number[],
): Cell[] {
  return Array.from({ length: n }, () => {
    const values = draw(chance);
    return { values, n: 1, passed: passes(values).map((share) => (chance.hit(share) ? 1 : 0)) };
  });
}

const anyValues = (chance: Chance) => attributes.map(({ values }) => chance.whole(values.length));

describe("kinds of customers", () => {
  test("are told by the attribute that goes along with what they do", () => {
    const cells = customers(new Chance(1), 2000, anyValues, ([reason]) =>
      reason === 0 ? [0.7, 0.5, 0.2] : [0.3, 0.5, 0.2],
    );
    expect(propose(attributes, cells)).toEqual([
      { reason: ["price", "bill"] },
      { reason: ["move"] },
    ]);
  });

  test("are not told by what only some customers are known by", () => {
    const cells = customers(
      new Chance(2),
      2000,
      (chance) => [chance.hit(0.5) ? -1 : chance.whole(3), chance.whole(2), chance.whole(2)],
      ([reason]) => (reason === 0 ? [0.9, 0.5] : [0.3, 0.5]),
    );
    expect(propose(attributes, cells)).toEqual([]);
  });

  test("are not told where attributes go together and all do the same", () => {
    const cells = customers(
      new Chance(3),
      2000,
      (chance) => (chance.hit(0.5) ? [0, 0, 0] : [1, 1, 1]),
      () => [0.4, 0.5],
    );
    expect(propose(attributes, cells)).toEqual([]);
  });

  test("are told in at most 5 of 100 sets in which everybody is alike", () => {
    let told = 0;
    for (let seed = 0; seed < 100; seed += 1) {
      const passes = Array.from({ length: 20 }, (_, nth) => (nth + 1) / 22);
      const cells = customers(new Chance(seed, 4), 600, anyValues, () => passes);
      if (propose(attributes, cells).length > 0) told += 1;
    }
    expect(told).toBeLessThanOrEqual(5);
  });

  test("do not depend on the order of the customers", () => {
    const cells = customers(new Chance(5), 1500, anyValues, ([reason, home]) => [
      reason === 0 ? 0.8 : 0.3,
      home === 0 ? 0.7 : 0.2,
    ]);
    expect(propose(attributes, cells.toReversed())).toEqual(propose(attributes, cells));
  });
});

test("the adjusted Rand index is that of counting pairs", () => {
  const label = fc.constantFrom("a", "b", "c");
  fc.assert(
    fc.property(fc.array(fc.tuple(label, label), { minLength: 2, maxLength: 30 }), (labels) => {
      let [both, one, other, all] = [0, 0, 0, 0];
      for (const [i, [a, b]] of labels.entries())
        for (const [c, d] of labels.slice(i + 1)) {
          all += 1;
          if (a === c) one += 1;
          if (b === d) other += 1;
          if (a === c && b === d) both += 1;
        }
      const expected = (one * other) / all;
      const most = (one + other) / 2;
      fc.pre(most !== expected);
      const index = adjustedRand(
        labels.map(([a]) => a),
        labels.map(([, b]) => b),
      );
      expect(index).toBeCloseTo((both - expected) / (most - expected), 9);
    }),
  );
});
