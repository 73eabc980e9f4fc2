import { EMOTION_HEIGHT, placeOf, pointsIn, stretchesIn } from "./emotion.ts";
import type { EmotionCurve, Point } from "./emotion.ts";
import type { Box, LabelRequest } from "./label.ts";
import { placeLabels } from "./label.ts";
import type { Cubic } from "./monotone.ts";

const LINE = 12;
/** Width of a character of the label, about. */
const CHARACTER = 6;

export type EmotionLabel = {
  readonly index: number;
  readonly x: number;
  /** Middle of the first line. */
  readonly y: number;
  readonly lines: readonly string[];
};

/** So many points beyond a part of the map have a say in where its labels stand. */
const AROUND = 4;

/** Columns `first` … `last`. */
type Part = { readonly first: number; readonly last: number };

const whole: Part = { first: 0, last: Number.POSITIVE_INFINITY };

/**
 * Places what stands at each point of the curve: on a peak above it, in a valley below it, and
 * elsewhere if it would cover a line or another label. Points with more lines go first. `others` are
 * the curves beside this one. Of a long map only a `part` need be worked out.
 */
export function emotionLabels(
  curve: EmotionCurve,
  linesOf: (point: Point) => readonly string[],
  others: readonly EmotionCurve[] = [],
  part = whole,
): EmotionLabel[] {
  const near = nearby(curve.points, part);
  const [left, right] = [near[0]?.index ?? 0, near.at(-1)?.index ?? 0];
  const lines = new Map(near.map((point) => [point.index, linesOf(point)]));
  const requests = near
    .map((point, at) => request(point, near[at - 1], near[at + 1], lines))
    .toSorted((one, other) => other.height - one.height);
  const around = obstaclesByColumn([curve, ...others], { first: left - 1, last: right + 1 });
  const placed = placeLabels(requests, ({ key }) =>
    [key - 1, key, key + 1].flatMap((index) => around.get(index) ?? []),
  );
  return requests.flatMap(({ key, height }): EmotionLabel[] => {
    const place = placed.get(key);
    if (!place || key < part.first || key > part.last) return [];
    const y = place[1] - (height - LINE) / 2;
    return [{ index: key, x: place[0], y, lines: lines.get(key) ?? [] }];
  });
}

/** The points of a part, and those beside it. */
function nearby(points: readonly Point[], { first, last }: Part): readonly Point[] {
  const from = placeOf(points, first) - AROUND;
  return points.slice(Math.max(0, from), placeOf(points, last + 1) + AROUND);
}

function request(
  point: Point,
  before: Point | undefined,
  after: Point | undefined,
  lines: ReadonlyMap<number, readonly string[]>,
): LabelRequest {
  const own = lines.get(point.index) ?? [];
  const width = Math.max(...own.map((line) => line.length)) * CHARACTER;
  const height = own.length * LINE;
  const held = (y: number) =>
    [point.x, Math.max(height / 2 + 1, Math.min(EMOTION_HEIGHT - height / 2 - 1, y))] as const;
  const above = (gap: number) => held(Math.min(point.y - 7, point.yHigh) - gap - height / 2);
  const below = (gap: number) => held(Math.max(point.y + 7, point.yLow) + gap + height / 2);
  const neighbours = [before, after].filter((one) => one !== undefined);
  const level = neighbours.reduce((sum, one) => sum + one.y, 0) / (neighbours.length || 1);
  const valley = neighbours.length > 0 && level < point.y;
  const beside = (by: -1 | 1) => [point.x + by * (width / 2 + 9), point.y] as const;
  const near = valley ? [below(3), above(3)] : [above(3), below(3)];
  const far = valley ? [below(10), above(10)] : [above(10), below(10)];
  return { key: point.index, width, height, places: [...near, ...far, beside(-1), beside(1)] };
}

function obstaclesByColumn(
  curves: readonly EmotionCurve[],
  { first, last }: Part,
): Map<number, Box[]> {
  const boxes = new Map<number, Box[]>();
  const add = (index: number, box: Box) => {
    const there = boxes.get(index);
    if (there) there.push(box);
    else boxes.set(index, [box]);
  };
  for (const { index, x, y } of curves.flatMap(({ points }) => pointsIn(points, first, last))) {
    add(index, { x: x - 5, y: y - 5, width: 10, height: 10 });
  }
  for (const { from, line } of curves.flatMap((curve) => stretchesIn(curve, first, last))) {
    for (let step = 1; step < 12; step++) {
      const [x, y] = along(line, step / 12);
      add(from, { x: x - 4, y: y - 3, width: 8, height: 6 });
    }
  }
  return boxes;
}

function along([x0, y0, x1, y1, x2, y2, x3, y3]: Cubic, t: number): [number, number] {
  const s = 1 - t;
  const [a, b, c, d] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3];
}
