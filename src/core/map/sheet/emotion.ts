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
  readonly stretches: readonly Stretch[];
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
  const strongest = feelings.reduce(
    (most, feeling) =>
      feeling === null
        ? most
        : Math.max(most, ...[feeling.value, feeling.low ?? 0, feeling.high ?? 0].map(Math.abs)),
    0.5,
  );
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
  const points = places.flatMap(({ index, feeling }) =>
    feeling ? [pointOf(index, feeling, width, scale)] : [],
  );
  return through(points, unbroken(points).flatMap(stretchesOf), scale);
}

/** How many columns from a point its curve changes with it, and how far one must see to draw that. */
const REACH = 2;
const SIGHT = 3;

/** The curve with another feeling at one of its columns; only what lies around that is drawn anew. */
export function withFeeling(
  curve: EmotionCurve,
  index: number,
  feeling: Feeling,
  width: number,
  scale: EmotionScale,
): EmotionCurve {
  const at = curve.points.findIndex((point) => point.index >= index);
  const place = at === -1 ? curve.points.length : at;
  const points = curve.points.toSpliced(
    place,
    curve.points[place]?.index === index ? 1 : 0,
    pointOf(index, feeling, width, scale),
  );
  const near = points.filter((point) => Math.abs(point.index - index) <= SIGHT);
  const anew = unbroken(near)
    .flatMap(stretchesOf)
    .filter(({ from, to }) => from >= index - REACH && to <= index + REACH);
  const before = curve.stretches.filter(({ to }) => to <= index - REACH);
  const after = curve.stretches.filter(({ from }) => from >= index + REACH);
  return through(points, [...before, ...anew, ...after], scale);
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

function through(
  points: readonly Point[],
  stretches: readonly Stretch[],
  scale: EmotionScale,
): EmotionCurve {
  return {
    points,
    stretches,
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
  const considered = new Set(solid(points));
  let drop: EmotionCurve["drop"] = null;
  for (const run of unbroken(points)) {
    for (const [at, to] of run.entries()) {
      const from = run[at - 1];
      if (!from || !considered.has(from) || !considered.has(to)) continue;
      const by = from.feeling.value - to.feeling.value;
      if (by > 0.1 && by > (drop?.by ?? 0)) drop = { to: to.index, by };
    }
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
