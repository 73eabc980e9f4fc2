import fc from "fast-check";
import { expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import { rankAgreement } from "./rank-agreement.ts";

test("the same order agrees, the other way round does not, and ties count as neither", () => {
  const up = [1, 2, 3, 4, 5, 6, 7];
  expect(rankAgreement(up, up)!.value).toBe(1);
  expect(rankAgreement(up, up.toReversed())!.value).toBe(-1);
  // Three of fifteen pairs the other way round: (12 − 3)/15.
  expect(rankAgreement([1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5])!.value).toBeCloseTo(0.6, 12);
  // By hand: 9 pairs agree, none does not; 12 are apart in the first list, 11 in the second.
  const tied = rankAgreement([1, 1, 2, 2, 3, 3], [1, 2, 2, 3, 3, 3])!;
  expect(tied.value).toBeCloseTo(9 / Math.sqrt(12 * 11), 12);
});

test("nothing is said of five places, nor where all are alike", () => {
  expect(rankAgreement([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])).toBeNull();
  expect(rankAgreement([1, 1, 1, 1, 1, 1], [1, 2, 3, 4, 5, 6])).toBeNull();
});

test("it does not matter which list comes first, nor by what it is measured", () => {
  const list = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
    minLength: 6,
    maxLength: 20,
  });
  fc.assert(
    fc.property(list, (pairs) => {
      const [one, other] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
      const tau = rankAgreement(one, other);
      expect(rankAgreement(other, one)).toEqual(tau);
      expect(
        rankAgreement(
          one.map((a) => a ** 3 + 2 * a),
          other,
        ),
      ).toEqual(tau);
      if (tau) {
        expect(Math.abs(tau.value)).toBeLessThanOrEqual(1 + 1e-12);
        expect(tau.low).toBeLessThan(tau.high);
      }
    }),
    { numRuns: 200 },
  );
});

test.each([
  [10, 0.3],
  [14, 0.6],
])("of %i places that go together by %f the interval holds in 93 to 97 of 100", (n, tau) => {
  // Of two normal values with correlation r, tau is 2/π · asin r.
  const r = Math.sin((Math.PI / 2) * tau);
  const chance = new Chance(5, n);
  const normal = () => {
    const radius = Math.sqrt(-2 * Math.log(1 - chance.unit()));
    return radius * Math.cos(2 * Math.PI * chance.unit());
  };
  let held = 0;
  const tries = 4000;
  for (let nth = 0; nth < tries; nth += 1) {
    const one = Array.from({ length: n }, normal);
    const other = one.map((a) => r * a + Math.sqrt(1 - r * r) * normal());
    const { low, high } = rankAgreement(one, other)!;
    if (low <= tau && tau <= high) held += 1;
  }
  expect(held / tries).toBeGreaterThan(0.93);
  expect(held / tries).toBeLessThan(0.97);
});
