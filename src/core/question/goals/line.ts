import { t95 } from "../../evidence/mean.ts";
import type { Estimate } from "../towards.ts";

export type Point = { readonly x: number; readonly y: number; readonly weight: number };

/**
 * Where the straight line through points, by weighted least squares, stands at `x`, with the 95 % interval of
 * the line there. The spread is that of the points about the line, so it holds whatever moves them from one to the next.
 * At least three points at two places.
 * @example lineAt([{ x: 0, y: 1, weight: 1 }, { x: 1, y: 2, weight: 1 }, { x: 2, y: 3, weight: 1 }], 4).value // 5
 */
export function lineAt(points: readonly Point[], x: number): Estimate {
  const { all, mx, my, xx, slope, left } = lineThrough(points);
  const value = my + slope * (x - mx);
  const freedom = points.length - 2;
  const error = Math.sqrt((left / freedom) * (1 / all + (x - mx) ** 2 / xx));
  const half = t95(freedom) * error;
  return { value, low: value - half, high: value + half };
}

/** A jump is one when two levels leave less than this part of what a line leaves. */
const JUMP = 0.6;
/** Fewest points on either side of a jump. */
const SIDE = 3;

/**
 * The points after the last jump. A line through a jump goes on as if there were to be another; so where two
 * levels fit far better than one line, only those from the second on are kept, as often as that is so.
 */
export function sinceJump(points: readonly Point[]): readonly Point[] {
  if (points.length < 2 * SIDE) return points;
  let [least, at] = [Infinity, 0];
  for (let cut = SIDE; cut <= points.length - SIDE; cut += 1) {
    const left = aboutMean(points.slice(0, cut)) + aboutMean(points.slice(cut));
    if (left < least) [least, at] = [left, cut];
  }
  return least < JUMP * lineThrough(points).left ? sinceJump(points.slice(at)) : points;
}

function lineThrough(points: readonly Point[]) {
  const all = points.reduce((sum, { weight }) => sum + weight, 0);
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, point) => sum + point.weight * of(point), 0) / all;
  const [mx, my] = [mean((point) => point.x), mean((point) => point.y)];
  const sum = (of: (x: number, y: number) => number) =>
    points.reduce((total, { x, y, weight }) => total + weight * of(x - mx, y - my), 0);
  const xx = sum((x) => x * x);
  const slope = sum((x, y) => x * y) / xx;
  return { all, mx, my, xx, slope, left: sum((x, y) => (y - slope * x) ** 2) };
}

function aboutMean(points: readonly Point[]): number {
  const all = points.reduce((sum, { weight }) => sum + weight, 0);
  const mean = points.reduce((sum, { y, weight }) => sum + weight * y, 0) / all;
  return points.reduce((sum, { y, weight }) => sum + weight * (y - mean) ** 2, 0);
}
