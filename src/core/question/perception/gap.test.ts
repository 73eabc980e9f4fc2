import fc from "fast-check";
import { expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import { meanOf } from "../../evidence/mean.ts";
import { believed } from "./believed.ts";
import { differ } from "./gap.ts";

/** n, mean and variance of a list, and its t-interval. */
function mean(values: readonly number[]) {
  const n = values.length;
  const middle = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return meanOf({ n, mean: middle, variance: squares / (n - 1) });
}

test("two samples differ as Welch has it", () => {
  // t, degrees of freedom and p were computed apart, p by integrating the density of Student's t.
  const one = [
    27.5, 21.0, 19.0, 23.6, 17.0, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19.0, 21.7, 21.4,
  ];
  const other = [
    27.1, 22.0, 20.8, 23.4, 23.4, 23.5, 25.8, 22.0, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 24.4,
  ];
  const { value, low, high, p } = differ(mean(one), mean(other))!;
  expect(value).toBeCloseTo(-2.833333, 6);
  expect(p).toBeCloseTo(0.008213, 6);
  expect((low + high) / 2).toBeCloseTo(value, 9);
  expect(high).toBeLessThan(0);
});

test("what has no interval is not compared", () => {
  const known = { n: 9, mean: 0.1, low: 0, high: 0.2 };
  expect(differ(known, { n: 9, mean: 0.1, low: null, high: null })).toBeNull();
  expect(differ({ n: 1, mean: 0.1, low: null, high: null }, known)).toBeNull();
});

test("turned round, the difference has the other sign; its interval holds 0 when p is above 0.05", () => {
  const sample = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(sample, sample, (one, other) => {
      const [a, b] = [believed(one), believed(other)];
      const [there, back] = [differ(a, b)!, differ(b, a)!];
      expect(back.value).toBeCloseTo(-there.value, 12);
      expect(back.low).toBeCloseTo(-there.high, 9);
      expect(back.p).toBeCloseTo(there.p, 12);
      if (Math.abs(there.p - 0.05) > 1e-4)
        expect(there.low <= 0 && there.high >= 0).toBe(there.p > 0.05);
    }),
    { numRuns: 300 },
  );
});

/** How people spread over the five faces: agreed, leaning, torn. */
const crowds: readonly (readonly number[])[] = [
  [0.05, 0.2, 0.5, 0.2, 0.05],
  [0.1, 0.4, 0.3, 0.15, 0.05],
  [0.02, 0.08, 0.2, 0.45, 0.25],
  [0.25, 0.25, 0.1, 0.25, 0.15],
];
const truth = (shares: readonly number[]) =>
  shares.reduce((sum, share, nth) => sum + share * (nth - 2) * 0.5, 0);

test.each([8, 14, 40])("intervals of %i colleagues hold the truth in 93 to 97 of 100", (n) => {
  const chance = new Chance(17, n);
  let [held, apart, tries] = [0, 0, 0];
  for (const shares of crowds)
    for (let nth = 0; nth < 1500; nth += 1) {
      tries += 1;
      const draw = (count: number, own: readonly number[]) =>
        Array.from({ length: count }, () => chance.weighted(own) - 2);
      const own = believed(draw(n, shares));
      if (own.low! <= truth(shares) && truth(shares) <= own.high!) held += 1;
      const asked = crowds[nth % crowds.length]!;
      const customers = mean(draw(120, asked).map((face) => face * 0.5));
      const { low, high } = differ(own, customers)!;
      const gap = truth(shares) - truth(asked);
      if (low <= gap && gap <= high) apart += 1;
    }
  for (const share of [held / tries, apart / tries]) {
    expect(share).toBeGreaterThan(0.93);
    expect(share).toBeLessThan(0.97);
  }
});
