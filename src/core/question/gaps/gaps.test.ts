import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import { coverage } from "../../evidence/coverage.fixture.ts";
import {
  differenceFrom,
  differenceOf,
  meanDifference,
  perMonth,
  product,
  zOf,
} from "./contrast.ts";
import { spellOf, type SpellWeek } from "./spell.ts";

type Rate = { readonly came: number; readonly share: number };

/** How many come by chance where that many are usual (Poisson; Knuth). */
function comers(chance: Chance, mean: number): number {
  const limit = Math.exp(-mean);
  let n = 0;
  for (let left = chance.unit(); left > limit; left *= chance.unit()) n += 1;
  return n;
}

/** Two years of weeks: so many come a week in [from, to) and are hit, and else; 100 things are done in each. */
function weeks(
  chance: Chance,
  [from, to]: readonly [number, number],
  bad: Rate,
  usual: Rate,
): SpellWeek[] {
  return Array.from({ length: 104 }, (_, week) => {
    const { came, share } = week >= from && week < to ? bad : usual;
    const n = comers(chance, came);
    const count = Array.from({ length: n }, () => chance.hit(share)).filter(Boolean).length;
    return { n, count, done: 100 };
  });
}

/** Of so many series the part in which the spell told and the planted one share four fifths of both. */
function met(series: number, seed: number, bad: Rate, usual: Rate): number {
  const [from, to] = [30, 42];
  const right = Array.from({ length: series }, (_, nth) => {
    const found = spellOf(weeks(new Chance(seed, nth), [from, to], bad, usual));
    if (found === null) return false;
    const both = Math.min(found.to, to) - Math.max(found.from, from);
    return both / (Math.max(found.to, to) - Math.min(found.from, from)) >= 0.8;
  });
  return right.filter(Boolean).length / series;
}

describe("a spell in which it is worse", () => {
  test("is found where it was planted, within two weeks", () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const often = { came: 20, share: 0.65 };
      const found = spellOf(weeks(new Chance(seed), [30, 42], often, { came: 20, share: 0.2 }));
      expect(Math.abs(found!.from - 30)).toBeLessThanOrEqual(2);
      expect(Math.abs(found!.to - 42)).toBeLessThanOrEqual(2);
    }
  });

  test("has its ends where few come, and hardly anybody outside of it", () => {
    // The likeliest for the shares alone met 0.90 and 0.51 of these.
    const often = { came: 3, share: 0.93 };
    expect(met(300, 9, often, { came: 3, share: 0.35 })).toBeGreaterThan(0.85);
    expect(met(300, 9, often, { came: 0.7, share: 0.35 })).toBeGreaterThan(0.7);
  });

  test("is not taken from the weeks in which more come, where they fare as at other times", () => {
    // Twice as many came in the middle third of the time; it was worse in its own twelve weeks.
    let right = 0;
    for (let seed = 0; seed < 100; seed += 1) {
      const chance = new Chance(seed, 6);
      const all = weeks(chance, [30, 42], { came: 6, share: 0.7 }, { came: 6, share: 0.25 });
      const more = weeks(chance, [35, 70], { came: 6, share: 0.25 }, { came: 0, share: 0 });
      const found = spellOf(
        all.map(({ n, count }, week) => {
          const some = week < 42 ? { n: 0, count: 0 } : more[week]!;
          return { n: n + some.n, count: count + some.count, done: week < 42 ? 100 : 200 };
        }),
      );
      if (found && Math.abs(found.from - 30) <= 2 && Math.abs(found.to - 42) <= 2) right += 1;
    }
    expect(right).toBeGreaterThanOrEqual(90);
  });

  test("is found in at most five of 1,000 series in which nothing changes", () => {
    let found = 0;
    for (let seed = 0; seed < 1000; seed += 1) {
      const usual = { came: 20, share: 0.2 };
      if (spellOf(weeks(new Chance(seed, 1), [0, 0], usual, usual)) !== null) found += 1;
    }
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

describe("what is hit more than usual", () => {
  const hits = (chance: Chance, n: number, share: number) =>
    Array.from({ length: n }, () => chance.hit(share)).filter(Boolean).length;
  const amounts = (chance: Chance, n: number, median: number) => {
    const values = Array.from({ length: n }, () => chance.around(median, 0.5));
    return {
      n,
      sum: values.reduce((sum, value) => sum + value, 0),
      squares: values.reduce((sum, value) => sum + value * value, 0),
    };
  };
  /** Mean of `amounts`, from many. */
  const meanFrom = (median: number) => {
    const { n, sum } = amounts(new Chance(1), 400_000, median);
    return sum / n;
  };
  const WEEKS = 50;
  const month = 365.25 / 12 / 7;

  test.each([
    ["the others", 2, 0.3, 0.1],
    ["the others, of many", 12, 0.25, 0.2],
    ["what is usual of its kind", 3, 0.35, null],
  ] as const)(
    "a month, beside %s: the interval holds it in 93 to 97 of 100",
    (_, came, bad, usual) => {
      const chance = new Chance(8, came);
      const found = coverage(4000, () => {
        const n = comers(chance, came * WEEKS);
        const inside = { n, count: hits(chance, n, bad) };
        const more =
          usual === null
            ? differenceFrom(inside, 0.2)
            : differenceOf(inside, { n: 300, count: hits(chance, 300, usual) });
        return {
          truth: (bad - (usual ?? 0.2)) * came * month,
          interval: perMonth(more, n, WEEKS),
        };
      });
      expect(found).toBeGreaterThan(0.93);
      expect(found).toBeLessThan(0.97);
    },
  );

  test("what they spend less, and what that is a month, hold the truth in 93 to 97 of 100", () => {
    const chance = new Chance(9);
    const [kept, lost] = [meanFrom(90), meanFrom(60)];
    const one = () => meanDifference(amounts(chance, 120, 90), amounts(chance, 60, 60));
    const each = coverage(3000, () => ({ truth: kept - lost, interval: one() }));
    const all = coverage(3000, () => {
      const n = comers(chance, 4 * WEEKS);
      const inside = { n, count: hits(chance, n, 0.3) };
      const more = differenceOf(inside, { n: 300, count: hits(chance, 300, 0.1) });
      return {
        truth: (kept - lost) * 0.2 * 4 * month,
        interval: product(one(), perMonth(more, n, WEEKS)),
      };
    });
    for (const found of [each, all]) {
      expect(found).toBeGreaterThan(0.93);
      expect(found).toBeLessThan(0.97);
    }
  });
});
