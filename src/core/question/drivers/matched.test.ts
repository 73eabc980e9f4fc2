import { describe, expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import { crosshairOf, kanoOf } from "./drivers.ts";
import { matched, type Pair, type Sums } from "./matched.ts";

function sums(values: readonly number[]): Sums {
  return {
    n: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    squares: values.reduce((sum, value) => sum + value * value, 0),
  };
}

describe("those with it and those without", () => {
  test("are compared by Welch where all were asked about the same", () => {
    const pair = { with: sums([1, 2, 3, 4]), without: sums([4, 5, 6, 7, 8]) };
    // s² = 5/3 and 5/2, so the error is √(11/12) with 6.98 degrees of freedom, of which 6 are counted.
    const { with: one, without, difference } = matched([pair])!;
    expect([one.mean, without.mean, difference.value]).toEqual([2.5, 6, -3.5]);
    expect(difference.low).toBeCloseTo(-5.84, 1);
    expect(difference.high).toBeCloseTo(-1.16, 1);
  });

  test("are compared in the same mix: what was asked about makes no difference by itself", () => {
    const pairs: Pair[] = [
      { with: sums([1, 1, 1, 1, 1, 1, 1, 1, 2]), without: sums([1, 1, 2]) },
      { with: sums([5, 4]), without: sums([5, 5, 5, 4, 5, 5, 5, 5]) },
      { with: sums([]), without: sums([9, 9, 9]) },
    ];
    const { difference, with: one, without } = matched(pairs)!;
    expect(one.n).toBe(11);
    expect(without.n).toBe(11);
    expect(Math.abs(difference.value)).toBeLessThan(0.4);
  });

  test("are not compared where one side is missing", () => {
    expect(matched([{ with: sums([]), without: sums([1, 2]) }])).toBeNull();
    expect(matched([{ with: sums([1]), without: sums([1, 2]) }])).toBeNull();
    expect(matched([])).toBeNull();
  });

  test.each([
    [
      "scores of 1 to 5",
      (chance: Chance, good: number) =>
        1 + chance.weighted(good > 0 ? [1, 1, 2, 4, 3] : [3, 3, 2, 1, 1]),
    ],
    ["yes or no", (chance: Chance, good: number) => Number(chance.hit(good > 0 ? 0.4 : 0.2))],
    [
      "amounts with a long tail",
      (chance: Chance, good: number) => chance.around(good > 0 ? 90 : 50, 0.5),
    ],
  ] as const)("the interval for %s holds the truth in 93 to 97 of 100 samples", (_, draw) => {
    const chance = new Chance(21);
    const many = (good: number, n: number) => Array.from({ length: n }, () => draw(chance, good));
    const truth = average(many(1, 200_000)) - average(many(0, 200_000));
    let held = 0;
    const samples = 3000;
    for (let nth = 0; nth < samples; nth += 1) {
      const pairs = [
        { with: sums(many(1, 40)), without: sums(many(0, 90)) },
        { with: sums(many(1, 25)), without: sums(many(0, 60)) },
      ];
      const { low, high } = matched(pairs)!.difference;
      if (low <= truth && truth <= high) held += 1;
    }
    expect(held / samples).toBeGreaterThan(0.93);
    expect(held / samples).toBeLessThan(0.97);
  });
});

test("penalty and reward say whether a thing must be right, pleases, or counts both ways", () => {
  const none = { value: 0, low: -1, high: 1 };
  const hurts = { value: -2, low: -3, high: -1 };
  const pleases = { value: 2, low: 1, high: 3 };
  expect(kanoOf(hurts, none).kind).toBe("basic");
  expect(kanoOf(none, pleases).kind).toBe("delight");
  expect(kanoOf(hurts, pleases).kind).toBe("linear");
  expect(kanoOf(none, none).kind).toBeNull();
});

test("the lines of the quadrant stand where it was asked for", () => {
  const at = (importance: number, performance: number) => ({
    id: `${importance}`,
    title: "",
    n: 40,
    importance,
    performance,
  });
  const places = [at(0.1, -0.5), at(0.2, 0.5), at(0.6, 0.6)];
  expect(crosshairOf("median", places)).toEqual({ importance: 0.2, performance: 0.5 });
  expect(crosshairOf("middle", places)).toEqual({ importance: 0.3, performance: 0 });
  expect(crosshairOf("mean", places).importance).toBeCloseTo(0.3, 9);
});

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
