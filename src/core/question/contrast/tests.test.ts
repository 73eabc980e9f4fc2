import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquareTail } from "../../evidence/chi-square.ts";
import { Chance } from "../../demo/chance.ts";
import { adjusted } from "./benjamini-hochberg.ts";
import { medianInterval } from "./bins.ts";
import { rankTest } from "./rank-test.ts";
import { shareTest } from "./share-test.ts";

function binsOf(values: readonly number[]): Map<number, number> {
  return new Map([...Map.groupBy(values, (value) => value)].map(([bin, own]) => [bin, own.length]));
}

describe("adjusted p-values", () => {
  test("let through what the procedure of Benjamini and Hochberg rejects, at any level", () => {
    const p = fc.double({ min: 0, max: 1, noNaN: true });
    const level = fc.double({ min: 0.001, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(fc.array(p, { minLength: 1, maxLength: 20 }), level, (ps, alpha) => {
        const sorted = ps.toSorted((a, b) => a - b);
        // The largest rank whose p is under its share of the level; all up to it are rejected.
        const rank = sorted.findLastIndex((each, nth) => (each * ps.length) / (nth + 1) <= alpha);
        const rejected = ps.map((each) => rank >= 0 && each <= sorted[rank]!);
        expect(adjusted(ps).map((q) => q <= alpha)).toEqual(rejected);
      }),
    );
  });
});

describe("the rank test", () => {
  test("tells by how much one is higher as counting all pairs does", () => {
    const values = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 2, maxLength: 25 });
    fc.assert(
      fc.property(values, values, (one, other) => {
        const pairs = one.flatMap((a) => other.map((b) => Math.sign(a - b)));
        const delta = pairs.reduce((sum, sign) => sum + sign, 0) / pairs.length;
        expect(rankTest(binsOf(one), binsOf(other)).delta.value).toBeCloseTo(delta, 9);
      }),
    );
  });

  test("has the p-value of the textbook, ties corrected", () => {
    const [one, other] = [
      [1, 2, 2, 3, 5, 6, 7],
      [2, 4, 4, 6, 8, 8, 9, 9],
    ] as const;
    const [n, m] = [one.length, other.length];
    const wins = one.flatMap((a) => other.map((b) => (Math.sign(a - b) + 1) / 2));
    const u = wins.reduce((sum, win) => sum + win, 0);
    // Three twos, and two each of 4, 6, 8 and 9.
    const ties = (27 - 3 + 4 * (8 - 2)) / ((n + m) * (n + m - 1));
    const z = (u - (n * m) / 2) / Math.sqrt(((n * m) / 12) * (n + m + 1 - ties));
    const { p } = rankTest(binsOf(one), binsOf(other));
    expect(p).toBeCloseTo(chiSquareTail(z * z, 1), 9);
    expect(p).toBeGreaterThan(0.05);
  });

  test("its interval holds the truth in 93 to 97 % of samples", () => {
    // Of two exponential times the first is the longer with probability 2/3: delta = 1/3.
    const chance = new Chance(11);
    let held = 0;
    for (let sample = 0; sample < 3000; sample += 1) {
      const draw = (n: number, mean: number) =>
        binsOf(
          Array.from({ length: n }, () => Math.round(-1e6 * mean * Math.log(1 - chance.unit()))),
        );
      const { low, high } = rankTest(draw(60, 2), draw(80, 1)).delta;
      if (low <= 1 / 3 && 1 / 3 <= high) held += 1;
    }
    expect(held / 3000).toBeGreaterThan(0.93);
    expect(held / 3000).toBeLessThan(0.97);
  });
});

describe("the interval of a median", () => {
  test("holds the truth in 93 to 97 % of samples", () => {
    const chance = new Chance(12);
    const bin = (seconds: number) => Math.floor(Math.log2(seconds * 1000 + 1) * 64);
    let held = 0;
    for (let sample = 0; sample < 4000; sample += 1) {
      const times = Array.from({ length: 200 }, () => bin(-3600 * Math.log(1 - chance.unit())));
      const { low, high } = medianInterval(binsOf(times))!;
      const truth = 3600 * Math.LN2;
      if (low <= truth && truth <= high) held += 1;
    }
    expect(held / 4000).toBeGreaterThan(0.93);
    expect(held / 4000).toBeLessThan(0.97);
  });
});

describe("the test of two shares", () => {
  test("errs in at most 5.5 % of samples at the level of 5 %, and is silent on too few", () => {
    const chance = new Chance(13);
    let wrong = 0;
    for (let sample = 0; sample < 4000; sample += 1) {
      const draw = (n: number) => ({
        n,
        count: Array.from({ length: n }, () => chance.hit(0.12)).filter(Boolean).length,
      });
      if ((shareTest(draw(90), draw(150)) ?? 1) <= 0.05) wrong += 1;
    }
    expect(wrong / 4000).toBeLessThan(0.055);
    expect(shareTest({ n: 100, count: 1 }, { n: 100, count: 4 })).toBeNull();
  });
});
