import { expect, test } from "vitest";
import { Chance, scramble } from "./chance.ts";

const draw = (chance: Chance, n: number) => Array.from({ length: n }, () => chance.unit());

test("keys decide the stream", () => {
  expect(draw(new Chance(1, 2, 3), 20)).toEqual(draw(new Chance(1, 2, 3), 20));
  const streams = [
    [1, 2, 3],
    [1, 2, 4],
    [1, 3, 2],
    [2, 1, 3],
    [1, 2],
  ];
  expect(new Set(streams.map((keys) => new Chance(...keys).unit())).size).toBe(streams.length);
});

test("neighbouring keys give independent, even draws", () => {
  const firsts = Array.from({ length: 20_000 }, (_, key) => new Chance(1, key).unit());
  const tenths = Array.from({ length: 10 }, (_, t) =>
    firsts.filter((x) => Math.floor(x * 10) === t),
  );
  const chiSquare = tenths.reduce((sum, { length }) => sum + (length - 2000) ** 2 / 2000, 0);
  expect(chiSquare).toBeLessThan(27.9);
  expect(
    firsts.filter((x, i) => x < 0.5 && (firsts[i + 1] ?? 1) < 0.5).length / 20_000,
  ).toBeCloseTo(0.25, 1);
});

test("scrambling gives every number its own", () => {
  expect(new Set(Array.from({ length: 100_000 }, (_, i) => scramble(i))).size).toBe(100_000);
});

test("shapes hold: a bell around 0, waits around their median, picks by weight", () => {
  const chance = new Chance(5);
  const bells = Array.from({ length: 20_000 }, () => chance.bell());
  const mean = bells.reduce((sum, x) => sum + x, 0) / bells.length;
  expect(mean).toBeCloseTo(0, 1);
  expect(Math.sqrt(bells.reduce((sum, x) => sum + x * x, 0) / bells.length)).toBeCloseTo(1, 1);
  const waits = Array.from({ length: 20_001 }, () => chance.around(1000)).toSorted((a, b) => a - b);
  expect(Math.abs((waits[10_000] ?? 0) - 1000)).toBeLessThan(30);
  const picks = Array.from({ length: 20_000 }, () => chance.weighted([1, 0, 3]));
  expect(picks.includes(1)).toBe(false);
  expect(picks.filter((pick) => pick === 2).length / 20_000).toBeCloseTo(0.75, 1);
});
