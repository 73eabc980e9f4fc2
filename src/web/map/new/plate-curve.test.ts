import { expect, test } from "vitest";
import { HEIGHT, STEP, plateCurve } from "./plate-curve.ts";

test("each feeling stands over its touchpoint, high when good, and the worst is marked", () => {
  const { dots, zero, width } = plateCurve([0, 1, -1]);
  expect(width).toBe(3 * STEP);
  expect(dots.map(({ x }) => x)).toEqual([STEP / 2, STEP * 1.5, STEP * 2.5]);
  const [even, best, worst] = dots.map(({ y }) => y);
  expect([even, HEIGHT - best!]).toEqual([zero, worst]);
  expect(best).toBeLessThan(zero);
  expect(dots.map(({ lowest }) => lowest)).toEqual([false, false, true]);
});

test("where nothing is supposed there is a gap, not a straight line", () => {
  const { line, dots } = plateCurve([0.5, 0.2, null, -0.5, 0]);
  expect(line.match(/M/g)).toHaveLength(2);
  expect(dots).toHaveLength(4);
});

test("a journey without a bad moment has no worst one", () => {
  expect(plateCurve([0.5, 0, 1]).dots.some(({ lowest }) => lowest)).toBe(false);
});

test("without feelings nothing is drawn", () => {
  expect(plateCurve([null, null])).toMatchObject({ line: "", ground: "", dots: [] });
});
