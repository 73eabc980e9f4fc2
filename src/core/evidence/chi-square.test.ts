import { expect, test } from "vitest";
import { chiSquareTail } from "./chi-square.ts";

test.each([
  [3.841458820694124, 1, 0.05],
  [6.634896601021213, 1, 0.01],
  [5.991464547107979, 2, 0.05],
  [18.307038053275146, 10, 0.05],
  [124.3421134, 100, 0.05],
  [0, 3, 1],
])("the tail beyond %f with %i degrees is %f", (x, degrees, tail) => {
  expect(chiSquareTail(x, degrees)).toBeCloseTo(tail, 6);
});

test("with two degrees it is the exponential", () => {
  for (const x of [0.1, 1, 4, 30]) expect(chiSquareTail(x, 2)).toBeCloseTo(Math.exp(-x / 2), 12);
});
