import { expect, test } from "vitest";
import { Chance } from "../demo/chance.ts";
import { BEGIN, LEFT, REACHED, type Step } from "./chain.ts";
import { creditsFrom, type Share } from "./towards.ts";

const names = new Map(
  [1, 2, 3, 4].map((code) => [code, { code, event: `${code}`, channel: "web", label: `${code}` }]),
);

/** A journey past some of four touchpoints, and whether it reaches the goal: the more it passed, the likelier. */
function journey(chance: Chance): { path: number[]; reached: boolean } {
  const path = [1, 2, 3, 4].filter((code) => chance.hit([0.7, 0.4, 0.25, 0.5][code - 1]!));
  return { path: path.length === 0 ? [1] : path, reached: chance.hit(0.15 + 0.15 * path.length) };
}

function creditsOf(journeys: readonly ReturnType<typeof journey>[]) {
  const steps = new Map<string, Step & { count: number }>();
  const shares = new Map<number, { -readonly [Key in keyof Share]: Share[Key] }>();
  for (const { path, reached } of journeys) {
    const whole = [BEGIN, ...path, reached ? REACHED : LEFT];
    for (const [nth, to] of whole.slice(1).entries()) {
      const from = whole[nth]!;
      const step = steps.get(`${from} ${to}`) ?? { from, to, count: 0 };
      steps.set(`${from} ${to}`, { ...step, count: step.count + 1 });
    }
    if (!reached) continue;
    for (const code of path) {
      const own = shares.get(code) ?? {
        code,
        journeys: 0,
        shapley: 0,
        squares: 0,
        first: 0,
        last: 0,
      };
      own.journeys += 1;
      own.shapley += 1 / path.length;
      own.squares += 1 / path.length ** 2;
      shares.set(code, own);
    }
  }
  return creditsFrom([...steps.values()], [...shares.values()], names);
}

test("the interval of a touchpoint's Shapley credit holds it in 93 to 97 of 100 samples", () => {
  const many = creditsOf(Array.from({ length: 200_000 }, (_, nth) => journey(new Chance(1, nth))));
  const chance = new Chance(16);
  const found = new Map([1, 2, 3, 4].map((code) => [code, 0]));
  const samples = 2000;
  for (let nth = 0; nth < samples; nth += 1) {
    const { touchpoints, reached } = creditsOf(Array.from({ length: 200 }, () => journey(chance)));
    for (const { touchpoint, shapley } of touchpoints) {
      const whole = many.touchpoints.find((each) => each.touchpoint.code === touchpoint.code)!;
      // Of the goals that were reached: how many there were is told beside it, with its own interval.
      const truth = (whole.shapley.value / many.reached.count) * reached.count;
      if (shapley.low <= truth && truth <= shapley.high)
        found.set(touchpoint.code, found.get(touchpoint.code)! + 1);
    }
  }
  for (const held of found.values()) {
    expect(held / samples).toBeGreaterThan(0.93);
    expect(held / samples).toBeLessThan(0.97);
  }
});
