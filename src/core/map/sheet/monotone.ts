/** Start, two handles, end: x and y of each. */
export type Cubic = readonly [number, number, number, number, number, number, number, number];

/**
 * Monotone cubic pieces through points from left to right (Fritsch & Carlson 1980, with the slopes of
 * Steffen 1990): between two points the curve never leaves what lies between them.
 */
export function monotone(points: readonly (readonly [x: number, y: number])[]): Cubic[] {
  const steps = points.slice(1).map(([x, y], at) => {
    const [x0, y0] = points[at] ?? [x, y];
    return { x0, y0, x, y, wide: x - x0, slope: x > x0 ? (y - y0) / (x - x0) : 0 };
  });
  const inner = steps.slice(1).map((next, at) => {
    const before = steps[at] ?? next;
    const wide = before.wide + next.wide;
    const mean = wide > 0 ? (before.slope * next.wide + next.slope * before.wide) / wide : 0;
    const least = Math.min(Math.abs(before.slope), Math.abs(next.slope), 0.5 * Math.abs(mean));
    return (Math.sign(before.slope) + Math.sign(next.slope)) * least;
  });
  return steps.flatMap(({ x0, y0, x, y, wide, slope }, at): Cubic[] => {
    if (wide <= 0) return [];
    const [left, right] = [inner[at - 1], inner[at]];
    const start = left ?? (right === undefined ? slope : (3 * slope - right) / 2);
    const end = right ?? (left === undefined ? slope : (3 * slope - left) / 2);
    const third = wide / 3;
    return [[x0, y0, x0 + third, y0 + third * start, x - third, y - third * end, x, y]];
  });
}
