import { expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import { coverage } from "../../evidence/coverage.fixture.ts";
import { fitOf, type Way } from "./fit.ts";
import type { Group } from "./model.ts";

const model: Group[] = [1, 2, 3, 4].map((place) => [
  { place, id: `tp_${place}`, optional: place === 3, repeats: false },
]);

/** Journeys that skip, swap and repeat what is drawn, and pass what is not. */
function waysOf(chance: Chance, journeys: number): Way[] {
  const ways = new Map<string, Way>();
  for (let nth = 0; nth < journeys; nth += 1) {
    const path = [1, 2, 3, 4].filter((place) => chance.hit([0.95, 0.7, 0.5, 0.6][place - 1]!));
    if (path.length > 1 && chance.hit(0.2)) path.reverse();
    if (path.length > 0 && chance.hit(0.15)) path.push(path.at(-1)!);
    const undrawn = chance.hit(0.3) ? 1 + chance.whole(4) : 0;
    const key = path.join();
    const way = ways.get(key) ?? {
      path,
      count: 0,
      undrawn: 0,
      squares: 0,
      clean: 0,
      example: key,
    };
    ways.set(key, {
      ...way,
      count: way.count + 1,
      undrawn: way.undrawn + undrawn,
      squares: way.squares + undrawn ** 2,
      clean: way.clean + Number(undrawn === 0),
    });
  }
  return [...ways.values()];
}

test("the interval of the fitness holds it in 93 to 97 of 100 samples", () => {
  const truth = fitOf(model, waysOf(new Chance(1), 200_000)).fitness!.value;
  const chance = new Chance(17);
  const found = coverage(2000, () => ({
    truth,
    interval: fitOf(model, waysOf(chance, 100)).fitness!,
  }));
  expect(found).toBeGreaterThan(0.93);
  expect(found).toBeLessThan(0.97);
});
