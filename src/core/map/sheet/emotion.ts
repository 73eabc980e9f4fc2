import type { Feeling } from "./column.ts";
import { monotone, type Cubic } from "./monotone.ts";

export const EMOTION_HEIGHT = 196;
const TOP = 24;
const BOTTOM = 36;

export type Point = {
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** Upper and lower end of the 95 % interval; both `y` where there is none. */
  readonly yHigh: number;
  readonly yLow: number;
  readonly feeling: Feeling;
};

/** The way from one point to the next. */
export type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly measured: boolean;
  readonly line: Cubic;
  readonly high: Cubic;
  readonly low: Cubic;
};

export type EmotionCurve = {
  readonly points: readonly Point[];
  /** Where neither happy nor angry lies, in pixels from the top. */
  readonly zero: number;
  /** Column of the lowest point, and of the end of the largest drop; null when there is none. */
  readonly lowest: number | null;
  readonly drop: { readonly to: number; readonly by: number } | null;
};

/** Where on the lane a feeling of −1 … +1 lies, in pixels from the top, and back. */
export type EmotionScale = {
  readonly heightOf: (value: number) => number;
  readonly valueAt: (height: number) => number;
};

const SPAN = EMOTION_HEIGHT - TOP - BOTTOM;

/** The lane for feelings up to `strongest`; neither happy nor angry lies in the middle. */
function upTo(strongest: number): EmotionScale {
  const held = (value: number) => Math.max(-1, Math.min(1, value));
  return {
    heightOf: (value) => TOP + ((1 - held(value / strongest)) / 2) * SPAN,
    valueAt: (height) => held((1 - ((height - TOP) / SPAN) * 2) * strongest),
  };
}

/** All that can be felt. */
export const wholeScale = upTo(1);

/** The strongest of these feelings with its interval, and at least half of all, fills the lane. */
export function fittingScale(feelings: readonly (Feeling | null)[]): EmotionScale {
  let strongest = 0.5;
  for (const feeling of feelings) {
    if (feeling === null) continue;
    const { value, low, high } = feeling;
    strongest = Math.max(strongest, Math.abs(value), Math.abs(low ?? 0), Math.abs(high ?? 0));
  }
  return upTo(strongest);
}

/** A feeling and the column that it belongs to. */
export type Place = { readonly index: number; readonly feeling: Feeling | null };

/**
 * The curve of feelings over columns of `width` pixels: monotone cubic, so it never overshoots what
 * was reported, and broken where nobody reported anything.
 */
export function emotionCurve(
  places: readonly Place[],
  width: number,
  scale = fittingScale(places.map(({ feeling }) => feeling)),
): EmotionCurve {
  const points: Point[] = [];
  for (const { index, feeling } of places)
    if (feeling) points.push(pointOf(index, feeling, width, scale));
  return through(points, scale);
}

/** How many columns beyond both ends of a stretch have a say in how it bends. */
const SIGHT = 1;

/**
 * The line between the points, where it runs over columns `first` … `last`: the same however little
 * of it is asked for, so that a long map is worked out only as far as it is looked at.
 */
export function stretchesIn(
  { points }: EmotionCurve,
  first = 0,
  last = Number.POSITIVE_INFINITY,
): Stretch[] {
  const near = pointsIn(points, first - 1 - SIGHT, last + 1 + SIGHT);
  return unbroken(near)
    .flatMap(stretchesOf)
    .filter(({ from, to }) => to >= first && from <= last);
}

/** The points in columns `first` … `last`. */
export function pointsIn(points: readonly Point[], first: number, last: number): readonly Point[] {
  return points.slice(placeOf(points, first), placeOf(points, last + 1));
}

/** Before which of the points, which lie in order, a column comes. */
export function placeOf(points: readonly Point[], index: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.index ?? index) < index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The curve with another feeling at one of its columns. */
export function withFeeling(
  curve: EmotionCurve,
  index: number,
  feeling: Feeling,
  width: number,
  scale: EmotionScale,
): EmotionCurve {
  const place = placeOf(curve.points, index);
  const points = curve.points.toSpliced(
    place,
    curve.points[place]?.index === index ? 1 : 0,
    pointOf(index, feeling, width, scale),
  );
  return through(points, scale);
}

/** Where a line would run at a column without a point: on the way between those around it. */
export function wayAt({ points }: EmotionCurve, index: number): number {
  const at = points.findIndex((point) => point.index > index);
  const after = points[at];
  const before = at === -1 ? points.at(-1) : points[at - 1];
  if (!before || !after) return (before ?? after)?.feeling.value ?? 0;
  const part = (index - before.index) / (after.index - before.index);
  return before.feeling.value + part * (after.feeling.value - before.feeling.value);
}

function pointOf(index: number, feeling: Feeling, width: number, scale: EmotionScale): Point {
  return {
    index,
    x: (index + 0.5) * width,
    y: scale.heightOf(feeling.value),
    yHigh: scale.heightOf(feeling.high ?? feeling.value),
    yLow: scale.heightOf(feeling.low ?? feeling.value),
    feeling,
  };
}

function through(points: readonly Point[], scale: EmotionScale): EmotionCurve {
  return {
    points,
    zero: scale.heightOf(0),
    lowest: lowestOf(points),
    drop: largestDrop(points),
  };
}

function unbroken(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [];
  for (const point of points) {
    const run = runs.at(-1);
    if (run && run.at(-1)?.index === point.index - 1) run.push(point);
    else runs.push([point]);
  }
  return runs;
}

function stretchesOf(run: readonly Point[]): Stretch[] {
  const line = monotone(run.map(({ x, y }) => [x, y]));
  const high = monotone(run.map(({ x, yHigh }) => [x, yHigh]));
  const low = monotone(run.map(({ x, yLow }) => [x, yLow]));
  return line.flatMap((cubic, at): Stretch[] => {
    const [from, to, top, bottom] = [run[at], run[at + 1], high[at], low[at]];
    if (!from || !to || !top || !bottom) return [];
    const measured = from.feeling.kind === "measured" && to.feeling.kind === "measured";
    return [{ from: from.index, to: to.index, measured, line: cubic, high: top, low: bottom }];
  });
}

/** Few answers make extremes: points under 30 are only considered when there are no others. */
function solid(points: readonly Point[]): readonly Point[] {
  const firm = points.filter(({ feeling: { kind, n } }) => kind === "measured" && (n ?? 0) >= 30);
  return firm.length > 0 ? firm : points;
}

function lowestOf(points: readonly Point[]): number | null {
  const lowest = solid(points).reduce<Point | null>(
    (low, point) => (low === null || point.feeling.value < low.feeling.value ? point : low),
    null,
  );
  return lowest !== null && points.length > 1 && lowest.feeling.value < 0 ? lowest.index : null;
}

function largestDrop(points: readonly Point[]): EmotionCurve["drop"] {
  let drop: EmotionCurve["drop"] = null;
  let from: Point | null = null;
  for (const to of solid(points)) {
    const by = from?.index === to.index - 1 ? from.feeling.value - to.feeling.value : 0;
    if (by > 0.1 && by > (drop?.by ?? 0)) drop = { to: to.index, by };
    from = to;
  }
  return drop;
}

/** Stretches that follow on each other, together: the pieces in which a line is drawn. */
export function runsOf(stretches: readonly Stretch[]): Stretch[][] {
  const runs: Stretch[][] = [];
  for (const stretch of stretches) {
    const run = runs.at(-1);
    if (run?.at(-1)?.to === stretch.from) run.push(stretch);
    else runs.push([stretch]);
  }
  return runs;
}
