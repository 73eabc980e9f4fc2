import type { Column, Feeling } from "./column.ts";
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

/**
 * The curve of feelings over columns of `width` pixels: monotone cubic, so it never overshoots what
 * was reported, and broken where nobody reported anything.
 */
export function emotionCurve(columns: readonly Column[], width: number): EmotionCurve {
  const heightOf = heights(columns);
  const points = columns.flatMap(({ feeling, index }): Point[] => {
    if (!feeling) return [];
    return [
      {
        index,
        x: (index + 0.5) * width,
        y: heightOf(feeling.value),
        yHigh: heightOf(feeling.high ?? feeling.value),
        yLow: heightOf(feeling.low ?? feeling.value),
        feeling,
      },
    ];
  });
  return {
    points,
    stretches: unbroken(points).flatMap(stretchesOf),
    zero: heightOf(0),
    lowest: lowestOf(points),
    drop: largestDrop(points),
  };
}

/**
 * Pixels from the top for a feeling on −1 … +1. The strongest feeling on the map with its interval,
 * and at least half of the scale, fills the lane; neither happy nor angry stays in the middle.
 */
function heights(columns: readonly Column[]): (value: number) => number {
  const strongest = columns.reduce(
    (most, { feeling }) =>
      feeling === null
        ? most
        : Math.max(most, ...[feeling.value, feeling.low ?? 0, feeling.high ?? 0].map(Math.abs)),
    0.5,
  );
  return (value) => {
    const held = Math.max(-1, Math.min(1, value / strongest));
    return TOP + ((1 - held) / 2) * (EMOTION_HEIGHT - TOP - BOTTOM);
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
