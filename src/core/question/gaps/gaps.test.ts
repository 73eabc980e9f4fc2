import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import { differenceOf, zOf } from "./contrast.ts";
import { spellOf, type sum } from "./spell.ts";

type Part = Parameters<typeof sum>[0][number];

/** Weeks with so many journeys each; the share is `bad` in [from, to) and `usual` else. */
function weeks(chance: Chance, [from, to]: readonly [number, number], bad: number): Part[] {
  return Array.from({ length: 104 }, (_, week) => {
    const share = week >= from && week < to ? bad : 0.2;
    const count = Array.from({ length: 20 }, () => chance.hit(share)).filter(Boolean).length;
    return { n: 20, count };
  });
}

describe("a spell in which it is worse", () => {
  test("is found where it was planted, within two weeks", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const found = spellOf(weeks(new Chance(seed), [30, 42], 0.65));
      expect(Math.abs(found!.from - 30)).toBeLessThanOrEqual(2);
      expect(Math.abs(found!.to - 42)).toBeLessThanOrEqual(2);
    }
  });

  test("is found in at most five of 1,000 series in which nothing changes", () => {
    let found = 0;
    for (let seed = 0; seed < 1000; seed += 1)
      if (spellOf(weeks(new Chance(seed, 1), [0, 0], 0)) !== null) found += 1;
    expect(found).toBeLessThanOrEqual(5);
  });
});

describe("the difference of two shares", () => {
  test("has the published interval (Newcombe 1998: 56/70 and 48/80)", () => {
    const { value, low, high } = differenceOf({ n: 70, count: 56 }, { n: 80, count: 48 });
    expect([value, low, high].map((each) => Number(each.toFixed(4)))).toEqual([
      0.2, 0.0524, 0.3339,
    ]);
  });

  test("turns its sign with its sides", () => {
    const part = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.float({ min: 0, max: 1, noNaN: true }))
      .map(([n, share]) => ({ n, count: Math.round(n * share) }));
    fc.assert(
      fc.property(part, part, (one, other) => {
        expect(zOf(one, other)).toBeCloseTo(-zOf(other, one), 9);
        expect(differenceOf(one, other).low).toBeCloseTo(-differenceOf(other, one).high, 9);
      }),
    );
  });

  test("its interval holds the truth in 93 to 97 % of samples", () => {
    const chance = new Chance(5);
    let held = 0;
    for (let sample = 0; sample < 4000; sample += 1) {
      const draw = (n: number, share: number) => ({
        n,
        count: Array.from({ length: n }, () => chance.hit(share)).filter(Boolean).length,
      });
      const { low, high } = differenceOf(draw(90, 0.42), draw(140, 0.13));
      if (low <= 0.29 && 0.29 <= high) held += 1;
    }
    expect(held / 4000).toBeGreaterThan(0.93);
    expect(held / 4000).toBeLessThan(0.97);
  });
});
