import fc from "fast-check";
import { expect, test } from "vitest";
import { monotone, type Cubic } from "./monotone.ts";

const points = fc
  .array(
    fc.tuple(
      fc.double({ min: 0.5, max: 90, noNaN: true }),
      fc.double({ min: -1e3, max: 1e3, noNaN: true }),
    ),
    {
      minLength: 2,
      maxLength: 30,
    },
  )
  .map((steps) => {
    let x = 0;
    return steps.map(([wide, y]): [number, number] => [(x += wide), y]);
  });

function at([, y0, , y1, , y2, , y3]: Cubic, t: number): number {
  const s = 1 - t;
  return s ** 3 * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t ** 3 * y3;
}

test("the curve passes every point and never leaves what lies between two of them", () => {
  fc.assert(
    fc.property(points, (given) => {
      const pieces = monotone(given);
      expect(pieces.length).toBe(given.length - 1);
      for (const [index, piece] of pieces.entries()) {
        const [from, to] = [given[index]?.[1] ?? 0, given[index + 1]?.[1] ?? 0];
        expect([piece[0], piece[1], piece[6], piece[7]]).toEqual([
          ...(given[index] ?? []),
          ...(given[index + 1] ?? []),
        ]);
        for (let step = 0; step <= 20; step++) {
          const y = at(piece, step / 20);
          expect(y).toBeGreaterThanOrEqual(Math.min(from, to) - 1e-6);
          expect(y).toBeLessThanOrEqual(Math.max(from, to) + 1e-6);
        }
      }
    }),
  );
});

test("one point, or none, is no curve", () => {
  expect([monotone([]), monotone([[1, 2]])]).toEqual([[], []]);
});
