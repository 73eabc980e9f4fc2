import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Chance } from "../demo/chance.ts";
import { BEGIN, chainOf, LEFT, REACHED, removals, type Step } from "./chain.ts";

/** The steps of journeys, each a list of places that ends at REACHED or LEFT. */
function stepsOf(journeys: readonly (readonly number[])[]): Step[] {
  const counts = new Map<string, Step>();
  for (const journey of journeys)
    for (const [at, to] of journey.entries()) {
      const from = at === 0 ? BEGIN : journey[at - 1]!;
      const key = `${from} ${to}`;
      counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  return [...counts.values()];
}

const anyJourneys = fc.array(
  fc
    .tuple(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 8 }), fc.boolean())
    .map(([path, good]) => [...path, good ? REACHED : LEFT]),
  { minLength: 1, maxLength: 40 },
);

describe("the absorbing chain", () => {
  test("has the published vector: three routes, one of which succeeds", () => {
    const chain = chainOf(
      stepsOf([
        [1, 2, REACHED],
        [1, LEFT],
        [2, LEFT],
      ]),
    );
    expect(chain.success[0]).toBeCloseTo(1 / 3, 12);
  });

  test("succeeds from the beginning exactly as often as was observed", () => {
    fc.assert(
      fc.property(anyJourneys, (journeys) => {
        const observed = journeys.filter((path) => path.at(-1) === REACHED).length;
        const { success } = chainOf(stepsOf(journeys));
        expect(success[0]).toBeCloseTo(observed / journeys.length, 9);
      }),
    );
  });

  test("visits every place as often as was counted", () => {
    fc.assert(
      fc.property(anyJourneys, (journeys) => {
        const { places, visits } = chainOf(stepsOf(journeys));
        for (const [index, place] of places.entries()) {
          if (place === BEGIN) continue;
          const seen = journeys.flat().filter((at) => at === place).length;
          expect(visits[index]! * journeys.length).toBeCloseTo(seen, 6);
        }
      }),
    );
  });

  test("has the removal effects of a chain that is made anew without the place", () => {
    fc.assert(
      fc.property(anyJourneys, (journeys) => {
        const steps = stepsOf(journeys);
        const chain = chainOf(steps);
        const whole = chain.success[0]!;
        for (const { place, effect } of removals(chain)) {
          const rest = steps
            .filter(({ from }) => from !== place)
            .map((step) => (step.to === place ? { ...step, to: LEFT } : step));
          expect(effect).toBeCloseTo(1 - chainOf(rest).success[0]! / whole, 8);
        }
      }),
    );
  });

  test("says how sure a removal effect is: its 95 % interval holds the true one in 93 to 97 % of samples", () => {
    const shares: [number, number, number][] = [
      [BEGIN, 1, 0.6],
      [BEGIN, 2, 0.4],
      [1, 2, 0.3],
      [1, REACHED, 0.25],
      [1, LEFT, 0.45],
      [2, 1, 0.2],
      [2, REACHED, 0.4],
      [2, LEFT, 0.4],
    ];
    const truth = removals(
      chainOf(shares.map(([from, to, share]) => ({ from, to, count: share }))),
    );
    const chance = new Chance(7);
    const held = new Map(truth.map(({ place }) => [place, 0]));
    const samples = 1500;
    for (let sample = 0; sample < samples; sample += 1) {
      const journeys = Array.from({ length: 600 }, () => {
        const path: number[] = [];
        for (let at = BEGIN; at !== REACHED && at !== LEFT; path.push(at)) {
          const ways = shares.filter(([from]) => from === at);
          at = ways[chance.weighted(ways.map(([, , share]) => share))]![1];
        }
        return path;
      });
      for (const { place, effect, error } of removals(chainOf(stepsOf(journeys)))) {
        const real = truth.find((each) => each.place === place)!.effect;
        if (Math.abs(effect - real) <= 1.96 * error) held.set(place, held.get(place)! + 1);
      }
    }
    for (const count of held.values()) {
      expect(count / samples).toBeGreaterThan(0.93);
      expect(count / samples).toBeLessThan(0.97);
    }
  });
});
