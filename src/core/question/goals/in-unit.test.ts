import { expect, test } from "vitest";
import { figureOf } from "../scores/figure.ts";
import { betterOf, figureOfScore, goodAnswers, timesOf } from "./in-unit.ts";
import type { Measured } from "./measured.ts";

test.each([
  ["share", "%", 100],
  ["share", "", 100],
  ["share", "procent", 100],
  ["share", "days", null],
  ["points", "NPS", 1],
  ["points", "%", null],
  ["number", "1–5", 1],
  ["seconds", "dagen", 1 / 86_400],
  ["seconds", "hours", 1 / 3600],
  ["seconds", "", null],
  ["seconds", "%", null],
] as const)("a figure told as %s is %s times %s", (form, unit, times) => {
  expect(timesOf(form, unit)).toBe(times);
});

const csat = figureOf({
  name: "CSAT",
  scale: [1, 5],
  onScale: { n: 40, mean: 3.5, low: 3.2, high: 3.8 },
  counts: [
    { value: 2, count: 20 },
    { value: 5, count: 20 },
  ],
});
const nps = figureOf({ ...csat, name: "NPS", scale: [0, 10] });
const effort = figureOf({ ...csat, name: "Effort", scale: [9, 1] });

test("a score is meant in percent where its unit says so, in points for NPS, else as a mean", () => {
  expect(figureOfScore(csat, "%")).toMatchObject({ form: "share", value: 0.5, n: 40 });
  expect(figureOfScore(csat, "")).toMatchObject({ form: "number", unit: "1–5", value: 3.5 });
  expect(figureOfScore(nps, "NPS")).toMatchObject({ form: "points", n: 40 });
});

test("a goal goes the way from its baseline to its target, else the way such a measure usually does", () => {
  const score = (scale: readonly [number, number]) =>
    ({ by: "score", score: { scale } }) as unknown as Measured;
  const leave = { by: "leave" } as unknown as Measured;
  expect(betterOf({ baseline: 22, target: 8 }, score([1, 5]), "number")).toBe("less");
  expect(betterOf({ target: 8 }, leave, "share")).toBe("less");
  expect(betterOf({ baseline: 5, target: 8 }, leave, "share")).toBe("more");
  expect(betterOf({}, score([1, 5]), "number")).toBe("more");
  expect(betterOf({}, score([7, 1]), "number")).toBe("less");
  expect(betterOf({}, score([7, 1]), "share")).toBe("more");
});

test("an answer meets a goal when it is good, else at the target or beyond the middle", () => {
  expect(goodAnswers(csat, undefined)).toEqual({ values: [5, 4] });
  expect(goodAnswers(nps, 40)).toEqual({ values: [10, 9] });
  expect(goodAnswers(effort, undefined)).toEqual({ from: 5, up: false });
  expect(goodAnswers(effort, 3)).toEqual({ from: 3, up: false });
  expect(goodAnswers(effort, 40)).toEqual({ from: 5, up: false });
});
