import fc from "fast-check";
import { expect, test } from "vitest";
import { t95 } from "./mean.ts";
import { tTail } from "./student.ts";

test("probabilities of Student's t are those of the tables", () => {
  const table: readonly (readonly [t: number, freedom: number, p: number])[] = [
    [12.7062, 1, 0.05],
    [63.6567, 1, 0.01],
    [4.30265, 2, 0.05],
    [3.18245, 3, 0.05],
    [5.84091, 3, 0.01],
    [2.57058, 5, 0.05],
    [2.22814, 10, 0.05],
    [3.16927, 10, 0.01],
    [4.58689, 10, 0.001],
    [2.0423, 30, 0.05],
    [1.97993, 120, 0.05],
    [0, 7, 1],
  ];
  for (const [t, freedom, p] of table) expect(tTail(t, freedom)).toBeCloseTo(p, 5);
});

test("it is the density of Student's t, summed up beyond t", () => {
  for (const freedom of [1, 2, 3, 4, 7, 12, 25]) {
    const density = (x: number) => (1 + (x * x) / freedom) ** (-(freedom + 1) / 2);
    // Simpson's rule over the angle that turns the whole line into a finite stretch.
    const sum = (from: number) => {
      const steps = 20_000;
      const [begin, end] = [Math.atan(from), Math.PI / 2 - 1e-9];
      const width = (end - begin) / steps;
      let whole = 0;
      for (let nth = 0; nth <= steps; nth += 1) {
        const angle = begin + nth * width;
        const weight = nth === 0 || nth === steps ? 1 : nth % 2 === 1 ? 4 : 2;
        whole += weight * density(Math.tan(angle)) * (1 + Math.tan(angle) ** 2);
      }
      return (whole * width) / 3;
    };
    for (const t of [0.3, 1, 2.5, 6]) expect(tTail(t, freedom)).toBeCloseTo(sum(t) / sum(0), 5);
  }
});

test("it falls from 1 as t grows, either side alike, and agrees with the quantile", () => {
  const t = fc.double({ min: 0, max: 50, noNaN: true });
  fc.assert(
    fc.property(t, t, fc.integer({ min: 1, max: 400 }), (one, other, freedom) => {
      const [near, far] = [Math.min(one, other), Math.max(one, other)];
      expect(tTail(near, freedom)).toBeGreaterThanOrEqual(tTail(far, freedom) - 1e-12);
      expect(tTail(-far, freedom)).toBe(tTail(far, freedom));
      expect(tTail(t95(freedom), freedom)).toBeCloseTo(0.05, 4);
    }),
    { numRuns: 200 },
  );
});
