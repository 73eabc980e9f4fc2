import fc from "fast-check";
import { expect, test } from "vitest";
import { Chance } from "../demo/chance.ts";
import { compared, comparisons, levelName, levelNumber } from "./comparison.ts";
import {
  estimate,
  priorBits,
  probability,
  weight,
  type Pattern,
  type Population,
} from "./fellegi-sunter.ts";

/** How pairs agree in an invented world, for one person and for two. */
const world = {
  given: {
    m: [0.8, 0.01, 0.02, 0.04, 0.07, 0.03, 0.03],
    u: [0.01, 0.0002, 0.002, 0.02, 0.005, 0.02, 0.9428],
  },
  surname: {
    m: [0.9, 0.01, 0.01, 0.04, 0.02, 0.02],
    u: [0.005, 0.0005, 0.0005, 0.004, 0.02, 0.97],
  },
  birth: {
    m: [0.9, 0.01, 0.04, 0.01, 0.01, 0.01, 0.02],
    u: [0.0001, 0.0001, 0.002, 0.008, 0.03, 0.25, 0.7098],
  },
} as const;
const known = Object.keys(world) as (keyof typeof world)[];

/** Pairs of that world as patterns; `agree` are comparisons on whose best level the pairs were chosen. */
function draw(
  seed: number,
  pairs: number,
  share: number,
  agree: readonly string[] = [],
): Pattern[] {
  const chance = new Chance(seed);
  const counts = new Map<string, number>();
  for (let pair = 0; pair < pairs; pair += 1) {
    const side = chance.hit(share) ? "m" : "u";
    const levels = compared.map((name) => {
      const at = known.find((each) => each === name);
      if (at === undefined) return 0;
      return agree.includes(at) ? 1 : 1 + chance.weighted(world[at][side]);
    });
    counts.set(levels.join(), (counts.get(levels.join()) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({ levels: key.split(",").map(Number), pairs: count }));
}

const placeOf = (name: (typeof compared)[number]) => compared.indexOf(name);

function blocked(seed: number, name: keyof typeof world): Population {
  return { patterns: draw(seed, 20_000, 0.3, [name]), given: new Set([placeOf(name)]) };
}

test("finds m, u and the prior of an invented world without one known pair", () => {
  const random = draw(1, 400_000, 0.0002);
  const populations = [blocked(2, "given"), blocked(3, "surname"), blocked(4, "birth")];
  // All candidates together: 12,000 pairs of one person, none by accident.
  const found = draw(5, 60_000, 0.2);
  const model = estimate(random, populations, found, 60_000_000);
  for (const name of known) {
    const at = placeOf(name);
    world[name].m.forEach((m, i) => expect(Math.abs(model.m[at]![i]! - m)).toBeLessThan(0.02));
    world[name].u.forEach((u, i) => expect(Math.abs(model.u[at]![i]! - u)).toBeLessThan(0.005));
  }
  expect(model.prior).toBeGreaterThan(0.8 * (12_000 / 60_000_000));
  expect(model.prior).toBeLessThan(1.2 * (12_000 / 60_000_000));
});

test("pairs of one person among the random ones do not make agreement look common", () => {
  // One in fifty: of all equal birth dates, nearly all are of one person.
  const random = draw(6, 100_000, 0.02);
  const model = estimate(random, [blocked(7, "surname"), blocked(8, "given")], random, 100_000);
  const u = model.u[placeOf("birth")]![0]!;
  const share = random
    .filter(({ levels }) => levels[placeOf("birth")] === 1)
    .reduce((sum, { pairs }) => sum + pairs, 0);
  expect(share / 100_000).toBeGreaterThan(0.015);
  expect(u).toBeLessThan(0.001);
});

test("what is unknown weighs nothing, and the same patterns in another order give the same model", () => {
  const random = draw(9, 50_000, 0.001);
  const population = blocked(10, "birth");
  const model = estimate(random, [population], population.patterns, 1_000_000);
  expect(weight(model, placeOf("given"), 0)).toBe(0);
  const turned = { ...population, patterns: population.patterns.toReversed() };
  const again = estimate(random.toReversed(), [turned], turned.patterns, 1_000_000);
  expect(again.prior).toBeCloseTo(model.prior, 9);
  again.m.forEach((levels, at) =>
    levels.forEach((share, i) => expect(share).toBeCloseTo(model.m[at]![i]!, 6)),
  );
});

test("whatever the patterns, shares add up to one and every weight is a number", () => {
  const level = fc.tuple(...compared.map((name) => fc.nat(comparisons[name].names.length)));
  const patterns = fc.array(
    fc.record({
      levels: level.map((levels) => [...levels]),
      pairs: fc.integer({ min: 1, max: 1e6 }),
    }),
    { maxLength: 12 },
  );
  const population = fc.record({
    patterns,
    given: fc.subarray(compared.map((_, at) => at)).map((places) => new Set(places)),
  });
  fc.assert(
    fc.property(patterns, fc.array(population, { maxLength: 3 }), (random, populations) => {
      const found = populations.flatMap((each) => each.patterns);
      const model = estimate(random, populations, found, 1e12);
      for (const shares of [...model.m, ...model.u])
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
      const weights = compared.flatMap((name, at) =>
        comparisons[name].names.map((_, i) => weight(model, at, i + 1)),
      );
      expect([...weights, priorBits(model)].every(Number.isFinite)).toBe(true);
      expect(model.prior).toBeGreaterThan(0);
      expect(model.prior).toBeLessThan(1);
    }),
    { numRuns: 50 },
  );
});

test("a weight in bits is a probability", () => {
  expect(probability(0)).toBe(0.5);
  expect(probability(Math.log2(99))).toBeCloseTo(0.99, 12);
  expect(probability(-2000)).toBe(0);
});

test("levels have a number and a name, and 0 is none", () => {
  expect(levelNumber("given", "same")).toBe(1);
  expect(levelName("given", levelNumber("given", "initial"))).toBe("initial");
  expect(levelName("email", 0)).toBeNull();
});
