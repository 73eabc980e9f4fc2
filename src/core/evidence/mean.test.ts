import fc from "fast-check";
import { expect, test } from "vitest";
import { Chance } from "../demo/chance.ts";
import { coverage } from "./coverage.fixture.ts";
import { meanOf, pool, rescale, t95, type Moments } from "./mean.ts";

test("quantiles of Student's t are those of the tables", () => {
  const table: readonly (readonly [number, number])[] = [
    [1, 12.7062],
    [2, 4.30265],
    [3, 3.18245],
    [4, 2.77645],
    [5, 2.57058],
    [10, 2.22814],
    [30, 2.04227],
    [120, 1.97993],
    [100_000, 1.95999],
  ];
  for (const [freedom, quantile] of table) expect(t95(freedom)).toBeCloseTo(quantile, 4);
});

test("a mean of 2, 4, 4, 6 has its t-interval, one value has none", () => {
  const { low, high } = meanOf({ n: 4, mean: 4, variance: 8 / 3 });
  expect([low!.toFixed(4), high!.toFixed(4)]).toEqual(["1.4015", "6.5985"]);
  expect(meanOf({ n: 1, mean: 3, variance: 0 })).toEqual({ n: 1, mean: 3, low: null, high: null });
});

const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 20 });

function moments(list: readonly number[]): Moments {
  const mean = list.reduce((a, b) => a + b, 0) / list.length;
  const squares = list.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { n: list.length, mean, variance: list.length > 1 ? squares / (list.length - 1) : 0 };
}

function expectSame(one: Moments, other: Moments) {
  expect(one.n).toBe(other.n);
  expect(one.mean).toBeCloseTo(other.mean, 9);
  expect(one.variance).toBeCloseTo(other.variance, 8);
}

test("samples pooled or rescaled by their moments are as if computed from the values", () => {
  fc.assert(
    fc.property(values, values, fc.integer({ min: -4, max: 4 }), (a, b, factor) => {
      expectSame(pool([moments(a), moments(b)]), moments([...a, ...b]));
      expectSame(rescale(moments(a), factor, 3), moments(a.map((x) => factor * x + 3)));
    }),
  );
});

test.each([
  ["five answers of 1 to 7", 5, [1, 2, 3, 4, 3, 2, 1]],
  ["ten answers of 1 to 7", 10, [1, 2, 3, 4, 5, 4, 3]],
  ["thirty answers of 1 to 5, most of them good", 30, [1, 1, 2, 5, 6]],
  ["a hundred answers of 0 to 10", 100, [1, 0, 1, 1, 1, 2, 2, 4, 6, 5, 6]],
] as const)("the interval of the mean of %s holds it in 93 to 97 of 100", (_, n, weights) => {
  const chance = new Chance(12, n);
  const all = weights.reduce<number>((sum, each) => sum + each, 0);
  const truth = weights.reduce<number>((sum, each, value) => sum + each * value, 0) / all;
  const found = coverage(6000, () => {
    const values = Array.from({ length: n }, () => chance.weighted(weights));
    const mean = values.reduce((sum, value) => sum + value, 0) / n;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { truth, interval: meanOf({ n, mean, variance: squares / (n - 1) }) };
  });
  expect(found).toBeGreaterThan(0.93);
  expect(found).toBeLessThan(0.97);
});
