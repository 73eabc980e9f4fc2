import { expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import { changePoints, maximalChance } from "./change-point.ts";
import { corrected } from "./correct.ts";
import type { Series } from "./series.ts";

const DAYS = 300;

/** Shares per day; from `day` on another one. At weekends fewer people come, and they differ by `weekend`. */
function sharesOf(chance: Chance, before: number, after: number, day: number, weekend = 0): Series {
  const days = Array.from({ length: DAYS }, (_, nth) => 20_000 + nth);
  const n = days.map((each) => (each % 7 < 2 ? 6 : 14));
  const sum = days.map((each, nth) => {
    const p = (nth < day ? before : after) + (each % 7 < 2 ? weekend : 0);
    return Array.from({ length: n[nth]! }, () => chance.hit(p)).filter(Boolean).length;
  });
  return { days, n, sum, squares: null };
}

test("chance alone is called a change as rarely as its p says", () => {
  const RUNS = 400;
  let [five, one] = [0, 0];
  for (let seed = 0; seed < RUNS; seed += 1) {
    const [point] = changePoints(sharesOf(new Chance(seed, 1), 0.2, 0.2, 0, 0.1), 0);
    if (point!.p <= 0.05) five += 1;
    if (point!.p <= 0.01) one += 1;
  }
  expect(five / RUNS).toBeLessThanOrEqual(0.07);
  expect(one / RUNS).toBeLessThanOrEqual(0.02);
  // Nor is it so wary that it sees nothing.
  expect(five).toBeGreaterThan(2);
});

test("the interval of the day holds the day in 95 of 100", () => {
  const RUNS = 200;
  let [held, near] = [0, 0];
  for (let seed = 0; seed < RUNS; seed += 1) {
    const [point] = changePoints(sharesOf(new Chance(seed, 2), 0.25, 0.1, 140), 0);
    const day = 20_140;
    if (point!.low <= day && day <= point!.high) held += 1;
    if (Math.abs(point!.day - day) <= 7) near += 1;
  }
  expect(held / RUNS).toBeGreaterThanOrEqual(0.92);
  expect(near / RUNS).toBeGreaterThan(0.8);
});

test("a spell has a beginning and an end", () => {
  const chance = new Chance(5);
  const series = sharesOf(chance, 0.1, 0.4, 100);
  const back = sharesOf(chance, 0.1, 0.1, 0);
  const spell = {
    ...series,
    sum: series.sum.map((each, nth) => (nth < 180 ? each : back.sum[nth]!)),
  };
  const days = changePoints(spell, 0.001).map(({ day }) => day - 20_000);
  expect(days).toHaveLength(2);
  expect(Math.abs(days[0]! - 100)).toBeLessThanOrEqual(4);
  expect(Math.abs(days[1]! - 180)).toBeLessThanOrEqual(4);
});

test("the week in which it changed is no change of its own, however many people there are", () => {
  const days = Array.from({ length: 650 }, (_, nth) => 20_000 + nth);
  const n = days.map((_, nth) => (nth < 340 ? 14 : 6));
  const sum = days.map((_, nth) => (nth < 340 ? 0 : nth % 20 === 0 ? 5 : 6));
  const points = changePoints({ days, n, sum, squares: null }, 0.01);
  expect(points.map(({ day, before, after }) => [day, before.n, after.n])).toEqual([
    [20_340, 4760, 1860],
  ]);
});

test("a mean that changes is found on its day too", () => {
  const chance = new Chance(6);
  const days = Array.from({ length: DAYS }, (_, nth) => 20_000 + nth);
  const values = days.map((_, nth) => [2, 4].map(() => (nth < 200 ? 3 : 3.9) + chance.bell()));
  const [point] = changePoints(
    {
      days,
      n: values.map((each) => each.length),
      sum: values.map((each) => each.reduce((all, value) => all + value, 0)),
      squares: values.map((each) => each.reduce((all, value) => all + value * value, 0)),
    },
    0,
  );
  expect(Math.abs(point!.day - 20_200)).toBeLessThanOrEqual(7);
  expect(point!.p).toBeLessThan(1e-6);
});

test("too few people, or too few of whom it is so, are not tested", () => {
  const few = { days: [1, 2, 30], n: [10, 10, 10], sum: [1, 1, 9], squares: null };
  expect(changePoints(few, 0)).toEqual([]);
  expect(changePoints({ ...few, n: [100, 100, 100], sum: [0, 0, 5] }, 0)).toEqual([]);
});

test("the chance of the largest of many splits grows with how far they reach", () => {
  expect(maximalChance(9, 0.3, 0.7)).toBeLessThan(maximalChance(9, 0.1, 0.9));
  expect(maximalChance(9, 0.1, 0.9)).toBeGreaterThan(0.0027);
  expect(maximalChance(0.5, 0.1, 0.9)).toBe(1);
});

test("correction as Benjamini and Hochberg have it", () => {
  expect(corrected([0.01, 0.04, 0.03])).toEqual([0.03, 0.04, 0.04]);
  expect(corrected([])).toEqual([]);
});
