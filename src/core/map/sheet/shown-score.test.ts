import { expect, test } from "vitest";
import { shownScore } from "./shown-score.ts";

const onScale = { n: 100, mean: 6.8, low: 6.5, high: 7.1 };
const counts = [
  { value: 0, count: 20 },
  { value: 7, count: 30 },
  { value: 10, count: 50 },
];

test("answers to the NPS question are shown in points with their own interval", () => {
  const { scale, value, digits } = shownScore({ name: "NPS", scale: [0, 10], onScale, counts });
  expect([scale, value.mean, value.low?.toFixed(2), value.high?.toFixed(2), digits]).toEqual([
    [-100, 100],
    30,
    "14.05",
    "44.20",
    0,
  ]);
});

test("another score is its mean", () => {
  const score = { name: "CSAT", scale: [1, 5] as [number, number], onScale, counts: [] };
  expect(shownScore(score)).toEqual({ name: "CSAT", scale: [1, 5], value: onScale, digits: 1 });
});

test("NPS without its answers stays a mean on 0–10", () => {
  expect(shownScore({ name: "NPS", scale: [0, 10], onScale, counts: [] }).value).toEqual(onScale);
});
