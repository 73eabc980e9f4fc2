import { expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import { apartOf } from "./apart.ts";
import { differencesOf, SURE, type Side } from "./difference.ts";

const touchpoints = Array.from({ length: 8 }, (_, nth) => ({
  code: nth + 1,
  event: `e${nth + 1}`,
  channel: "web",
  label: `e${nth + 1}`,
}));
const names = {
  goal: { touchpoints: [touchpoints[7]!], by: "asked" as const },
  touchpoints,
  scores: new Map([[1, { name: "CSAT", low: 1, high: 5 }]]),
};

function plus<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** A group of journeys that wander among eight touchpoints, counted as the engine counts them. */
function side(chance: Chance, journeys: number, likesFive = 0): Side {
  const reach = new Map<number, number>();
  const moves = new Map<string, number>();
  const waits = new Map<string, Map<number, number>>();
  const durations = new Map<number, number>();
  const scores = new Map<number, number>();
  let reached = 0;
  for (let nth = 0; nth < journeys; nth += 1) {
    const steps = [1];
    while (chance.hit(0.8) && steps.at(-1) !== 8)
      steps.push(chance.hit(likesFive) ? 5 : 1 + chance.whole(8));
    for (const code of new Set(steps)) plus(reach, code);
    const pairs = new Set(steps.map((from, place) => `${from} ${steps[place + 1] ?? 0}`));
    let whole = 0;
    for (const pair of pairs) {
      plus(moves, pair);
      if (pair.endsWith(" 0")) continue;
      const wait = Math.floor(400 + 80 * chance.bell());
      whole += wait;
      const bins = waits.get(pair) ?? new Map<number, number>();
      plus(bins, wait);
      waits.set(pair, bins);
    }
    if (steps.includes(8)) reached += 1;
    plus(durations, Math.floor(whole / 20));
    if (chance.hit(0.4)) plus(scores, 1000 * (1 + chance.whole(5)));
  }
  const duration = (n: number) => ({ n, p25Seconds: 1, medianSeconds: 2, p75Seconds: 3 });
  return {
    journeys,
    people: journeys,
    reached,
    duration: duration(journeys),
    durations,
    reach,
    moves,
    waits: new Map(
      [...waits].map(([key, bins]) => {
        const n = [...bins.values()].reduce((sum, count) => sum + count, 0);
        return [key, { bins, duration: duration(n) }];
      }),
    ),
    scores: new Map([["1 0", scores]]),
  };
}

test("where nothing differs, something is told in at most 5 of 100 comparisons", () => {
  const runs = 400;
  let told = 0;
  let compared = 0;
  for (let seed = 0; seed < runs; seed += 1) {
    const chance = new Chance(seed, 31);
    const found = differencesOf(side(chance, 260), side(chance, 420), names);
    compared += found.length;
    if (found.some(({ q }) => q <= SURE)) told += 1;
  }
  expect(compared / runs).toBeGreaterThan(30);
  expect(told / runs).toBeLessThanOrEqual(0.05);
});

test("what differs is told first, by the least that it may be", () => {
  const chance = new Chance(3, 32);
  const found = differencesOf(side(chance, 400, 0.4), side(chance, 400), names);
  const [first] = found;
  expect(first!.q).toBeLessThan(0.001);
  expect(first!.what === "move" ? first!.to?.code : first!.from?.code).toBe(5);
  const sure = found.filter(({ q }) => q <= SURE);
  expect(found.slice(0, sure.length)).toEqual(sure);
  const least = sure.map(({ effect }) => (effect.value < 0 ? -effect.high : effect.low));
  expect(least).toEqual(least.toSorted((a, b) => b - a));
});

test("routes are apart by chance alone as often as the level says, and surely where they differ", () => {
  const draw = (chance: Chance, n: number, tilt: number) => {
    const counts = Array.from({ length: 120 }, () => 0);
    for (let nth = 0; nth < n; nth += 1)
      counts[chance.hit(tilt) ? 0 : Math.floor(120 * chance.unit() ** 2)]! += 1;
    return counts;
  };
  let sure = 0;
  const runs = 200;
  for (let seed = 0; seed < runs; seed += 1) {
    const chance = new Chance(seed, 33);
    const [one, other] = [draw(chance, 200, 0), draw(chance, 300, 0)];
    const { p, distance } = apartOf(one.map((count, nth) => ({ one: count, other: other[nth]! })));
    expect(distance).toBeGreaterThan(0);
    if (p <= 0.05) sure += 1;
  }
  expect(sure / runs).toBeLessThanOrEqual(0.09);
  const chance = new Chance(1, 34);
  const [one, other] = [draw(chance, 200, 0.3), draw(chance, 300, 0)];
  const apart = apartOf(one.map((count, nth) => ({ one: count, other: other[nth]! })));
  expect(apart.p).toBe(1 / 200);
  expect(apart.distance).toBeGreaterThan(apart.atMost);
});
