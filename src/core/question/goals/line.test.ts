import { expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import { coverage } from "../../evidence/coverage.fixture.ts";
import { lineAt, sinceJump, type Point } from "./line.ts";

const point = (x: number, y: number, weight = 1): Point => ({ x, y, weight });

test("a line through points that lie on one goes on without doubt", () => {
  const { value, low, high } = lineAt([point(0, 1), point(1, 2), point(2, 3), point(4, 5)], 10);
  expect([value, low, high].map((each) => each.toFixed(9))).toEqual(Array(3).fill("11.000000000"));
});

test("a line is that of least squares, and widens away from its middle", () => {
  // By hand: slope 0.8 through (1.5, 1.5), residuals −0.3, −0.1, 1.1, −0.7, s² = 0.9, so 1.5 ± 4.3027 · √(0.9/4).
  const points = [point(0, 0), point(1, 1), point(2, 3), point(3, 2)];
  const middle = lineAt(points, 1.5);
  expect(middle.value).toBeCloseTo(1.5, 12);
  expect(middle.high - middle.value).toBeCloseTo(4.30265 * Math.sqrt(0.9 / 4), 4);
  const far = lineAt(points, 6);
  expect(far.value).toBeCloseTo(1.5 + 0.8 * 4.5, 12);
  expect(far.high - far.value).toBeCloseTo(4.30265 * Math.sqrt(0.9 * (1 / 4 + 4.5 ** 2 / 5)), 4);
});

test("a point of double weight is two points", () => {
  const double = lineAt([point(0, 0), point(1, 4, 2), point(2, 3), point(3, 7)], 5).value;
  const twice = [point(0, 0), point(1, 4), point(1, 4), point(2, 3), point(3, 7)];
  expect(lineAt(twice, 5).value).toBeCloseTo(double, 12);
});

test("of months that jump to another level only those after the jump are kept", () => {
  const before = [22, 21, 23, 22, 20, 22].map((y, x) => point(x, y));
  const after = [6, 7, 5, 6, 6, 7, 6].map((y, x) => point(x + 6, y));
  expect(sinceJump([...before, ...after])).toEqual(after);
});

test("months that rise slowly, or only scatter, have no jump", () => {
  const rising = Array.from({ length: 18 }, (_, x) => point(x, x + (x % 3)));
  expect(sinceJump(rising)).toEqual(rising);
  const chance = new Chance(5);
  let kept = 0;
  for (let nth = 0; nth < 300; nth += 1) {
    const points = Array.from({ length: 18 }, (_, x) => point(x, chance.bell()));
    if (sinceJump(points).length === points.length) kept += 1;
  }
  expect(kept / 300).toBeGreaterThan(0.85);
});

test("where monthly shares stand on a line, its interval holds the truth later on in 92 to 97 of 100", () => {
  const chance = new Chance(8);
  const truth = (x: number) => 0.5 + 0.005 * x;
  const held = coverage(2000, () => {
    const points = Array.from({ length: 14 }, (_, x) => {
      const n = 60 + chance.whole(80);
      const hits = Array.from({ length: n }, () => Number(chance.hit(truth(x))));
      return point(x, hits.reduce((sum, one) => sum + one, 0) / n, n);
    });
    return { interval: lineAt(points, 20), truth: truth(20) };
  });
  expect(held).toBeGreaterThan(0.92);
  expect(held).toBeLessThan(0.97);
});
