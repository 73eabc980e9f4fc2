import { expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import { coverage } from "../../evidence/coverage.fixture.ts";
import { alike, changeOf } from "./size.ts";
import type { Sums } from "./series.ts";

function sums(values: readonly number[]): Sums {
  return {
    n: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    squares: values.reduce((sum, value) => sum + value * value, 0),
  };
}

const many = <T>(n: number, draw: () => T) => Array.from({ length: n }, draw);

test("how much a mean or a share changed: the interval holds it in 93 to 97 of 100", () => {
  const chance = new Chance(14);
  const answers = (weights: readonly number[], n: number) =>
    sums(many(n, () => chance.weighted(weights)));
  const [before, after] = [
    [1, 2, 3, 5, 4],
    [2, 3, 4, 3, 2],
  ] as const;
  const meanOf = (weights: readonly number[]) =>
    weights.reduce((sum, each, value) => sum + each * value, 0) /
    weights.reduce((sum, each) => sum + each, 0);
  const means = coverage(4000, () => ({
    truth: meanOf(after) - meanOf(before),
    interval: changeOf(answers(before, 60), answers(after, 40), false),
  }));
  const hits = (n: number, share: number) => sums(many(n, () => Number(chance.hit(share))));
  const shares = coverage(4000, () => ({
    truth: -0.1,
    interval: changeOf(hits(150, 0.25), hits(90, 0.15), true),
  }));
  for (const found of [means, shares]) {
    expect(found).toBeGreaterThan(0.93);
    expect(found).toBeLessThan(0.97);
  }
});

test("a difference among those alike: the interval holds it in 93 to 97 of 100", () => {
  const chance = new Chance(15);
  const hits = (n: number, share: number) => sums(many(n, () => Number(chance.hit(share))));
  const found = coverage(4000, () => ({
    truth: 0.12,
    interval: alike([
      { before: hits(120, 0.1), after: hits(40, 0.22) },
      { before: hits(50, 0.5), after: hits(90, 0.62) },
      { before: hits(30, 0.3), after: hits(30, 0.42) },
    ])!,
  }));
  expect(found).toBeGreaterThan(0.93);
  expect(found).toBeLessThan(0.97);
});
