import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Column, Feeling } from "./column.ts";
import {
  EMOTION_HEIGHT,
  emotionCurve,
  stretchesIn,
  wayAt,
  wholeScale,
  withFeeling,
} from "./emotion.ts";
import type { Cubic } from "./monotone.ts";
import { emotionLabels } from "./emotion-label.ts";
import { overlap } from "./label.ts";

function measured(value: number, n = 400): Feeling {
  return { kind: "measured", value, low: value - 0.05, high: value + 0.05, n };
}

function curveOf(feelings: readonly (Feeling | null)[]) {
  const columns = feelings.map((feeling, index) => ({ index, feeling }) as unknown as Column);
  return emotionCurve(columns, 90);
}

const assumed: Feeling = { kind: "assumed", value: 0.2, low: null, high: null, n: null };

describe("the emotion curve", () => {
  test("breaks where nobody reported anything", () => {
    const curve = curveOf([measured(0), measured(0.5), null, measured(0.1), measured(0)]);
    const stretches = stretchesIn(curve);
    expect(stretches.map(({ from, to }) => [from, to])).toEqual([
      [0, 1],
      [3, 4],
    ]);
  });

  test("is measured only between two measured points", () => {
    const stretches = stretchesIn(curveOf([assumed, measured(0.5), measured(0.1)]));
    expect(stretches.map((stretch) => stretch.measured)).toEqual([false, true]);
  });

  test("marks the lowest point and the end of the largest drop", () => {
    const curve = curveOf([measured(0.1), measured(-0.7), measured(0.6), measured(-0.6)]);
    expect([curve.lowest, curve.drop?.to, curve.drop?.by]).toEqual([1, 3, 1.2]);
  });

  test("does not let a handful of answers be the lowest point", () => {
    expect(curveOf([measured(-0.9, 4), measured(-0.2), measured(0.4)]).lowest).toBe(1);
  });

  test("never overshoots what was reported, and stays in its lane", () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(values, (given) => {
        for (const { line } of stretchesIn(curveOf(given.map((value) => measured(value))))) {
          const [, start, , , , , , end] = line;
          for (let step = 0; step <= 20; step++) {
            const y = heightAt(line, step / 20);
            expect(y).toBeGreaterThanOrEqual(Math.min(start, end) - 0.01);
            expect(y).toBeLessThanOrEqual(Math.max(start, end) + 0.01);
            expect(y).toBeGreaterThan(0);
            expect(y).toBeLessThan(EMOTION_HEIGHT);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("puts the value of a peak above it and that of a valley below", () => {
    const curve = curveOf([measured(-0.5), measured(0.6), measured(-0.6), measured(0.5)]);
    const labels = new Map(emotionLabels(curve, () => ["+1,0"]).map((one) => [one.index, one.y]));
    const sides = curve.points.map(({ index, y }) => Math.sign((labels.get(index) ?? y) - y));
    expect(sides.slice(1, 3)).toEqual([-1, 1]);
  });

  test("has the labels of a part where it has those of the whole", () => {
    const values = Array.from({ length: 200 }, (_, at) => measured(Math.sin(at * 0.7)));
    const curve = curveOf(values);
    const whole = emotionLabels(curve, () => ["+0,5"]);
    for (const first of [0, 10, 50, 190]) {
      const part = emotionLabels(curve, () => ["+0,5"], [], { first, last: first + 9 });
      const there = whole.filter(({ index }) => index >= first && index <= first + 9);
      expect(new Map(part.map((one) => [one.index, one]))).toEqual(
        new Map(there.map((one) => [one.index, one])),
      );
    }
  });

  test("keeps its labels apart", () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
      minLength: 2,
      maxLength: 12,
    });
    fc.assert(
      fc.property(values, (given) => {
        const labels = emotionLabels(curveOf(given.map((value) => measured(value))), () => [
          "+0,5",
        ]);
        const boxes = labels.map(({ x, y }) => ({ x: x - 12, y: y - 6, width: 24, height: 12 }));
        for (const [at, box] of boxes.entries()) {
          for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function heightAt([, y0, , y1, , y2, , y3]: Cubic, t: number): number {
  const s = 1 - t;
  return s * s * s * y0 + 3 * s * s * t * y1 + 3 * s * t * t * y2 + t * t * t * y3;
}

describe("a feeling that is dragged", () => {
  const value = fc.integer({ min: -20, max: 20 }).map((tenths) => tenths / 20);
  const places = fc.array(fc.option(value), { minLength: 1, maxLength: 14 });
  const drawn = (values: readonly (number | null)[]) =>
    emotionCurve(
      values.map((one, index) => ({ index, feeling: one === null ? null : measured(one) })),
      90,
      wholeScale,
    );

  test("gives the curve that the map has once it is laid down", () => {
    fc.assert(
      fc.property(places, fc.nat(13), value, (values, place, to) => {
        const index = place % values.length;
        const after = withFeeling(drawn(values), index, measured(to), 90, wholeScale);
        expect(after).toEqual(drawn(values.with(index, to)));
      }),
    );
  });

  test("draws nothing anew that is more than two columns away", () => {
    const before = drawn([0, 0.5, -0.5, 0.2, 0.1, -0.9, 0.3, 0.4]);
    const after = stretchesIn(withFeeling(before, 1, measured(-1), 90, wholeScale));
    const kept = stretchesIn(before).filter((stretch, at) => isDeepStrictEqual(stretch, after[at]));
    expect(kept.map(({ from }) => from)).toEqual([3, 4, 5, 6]);
  });

  test("is the same line however little of it is asked for", () => {
    fc.assert(
      fc.property(places, fc.nat(13), fc.nat(5), (values, first, more) => {
        const curve = drawn(values);
        const last = first + more;
        const whole = stretchesIn(curve).filter(({ from, to }) => to >= first && from <= last);
        expect(stretchesIn(curve, first, last)).toEqual(whole);
      }),
    );
  });

  test("lies where it is seen, and is seen where it lies", () => {
    fc.assert(
      fc.property(value, (one) => {
        expect(wholeScale.valueAt(wholeScale.heightOf(one))).toBeCloseTo(one, 10);
      }),
    );
    expect([wholeScale.valueAt(-50), wholeScale.valueAt(500)]).toEqual([1, -1]);
  });

  test("begins on the line where none is claimed yet", () => {
    const curve = drawn([null, 0.2, null, null, 0.8]);
    expect([0, 2, 3].map((index) => Math.round(wayAt(curve, index) * 10) / 10)).toEqual([
      0.2, 0.4, 0.6,
    ]);
    expect(wayAt(drawn([null, null]), 1)).toBe(0);
  });
});
