import { curveMonotoneX, line } from "d3-shape";
import { felt, type ComparedColumn } from "../../../core/map/compare.ts";
import type { Feeling } from "../../../core/map/sheet/column.ts";

export const CURVES = 190;
const EDGE = 22;

type Point = { readonly x: number; readonly y: number; readonly feeling: Feeling | null };

/** The curve of one state: what is measured in a whole line, what is not in dashes. */
export type Curve = {
  readonly measured: string;
  readonly claimed: string;
  readonly points: readonly (Point & { readonly feeling: Feeling })[];
};

/** From the feeling in the state above to the feeling in this one, at the same touchpoint. */
export type Shift = {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly better: boolean;
};

/**
 * The curves of all states in the same columns, on one scale. A line is broken where the state has a
 * touchpoint of which nobody says how it feels; over columns in which it has none, it goes on.
 */
export function curvesOf(
  compared: readonly ComparedColumn[],
  width: number,
  strongest = strongestOf(compared),
) {
  const heightOf = (value: number) => EDGE + ((1 - value / strongest) / 2) * (CURVES - 2 * EDGE);
  const states = compared[0]?.cells.length ?? 0;
  const curves = Array.from({ length: states }, (_, at): Curve => {
    const points = compared.flatMap(({ cells }, column): Point[] => {
      const cell = cells[at];
      if (!cell?.standing) return [];
      const { feeling } = cell;
      return [{ x: (column + 0.5) * width, y: heightOf(feeling?.value ?? 0), feeling }];
    });
    return {
      measured: lineOf(points, true),
      claimed: lineOf(points, false),
      points: points.flatMap(({ feeling, ...point }) => (feeling ? [{ ...point, feeling }] : [])),
    };
  });
  const shifts = compared.flatMap(({ cells }, column): Shift[] => {
    const cell = cells.at(-1);
    if (!cell?.feeling || !cell.was || felt(cell) === 0) return [];
    const [from, to] = [heightOf(cell.was.value), heightOf(cell.feeling.value)];
    return [{ x: (column + 0.5) * width, from, to, better: felt(cell) > 0 }];
  });
  return { curves, shifts, zero: heightOf(0) };
}

/** The strongest feeling, good or bad; at least half of the scale, so that little stays little. */
export function strongestOf(compared: readonly ComparedColumn[]): number {
  return compared
    .flatMap(({ cells }) => cells.map(({ feeling }) => Math.abs(feeling?.value ?? 0)))
    .reduce((most, value) => Math.max(most, value), 0.5);
}

/** Only the stretches between two points that are both measured, or only the others. */
function lineOf(points: readonly Point[], measured: boolean): string {
  const path = line<Point>(
    ({ x }) => x,
    ({ y }) => y,
  )
    .defined(({ feeling }) => feeling !== null)
    .curve(curveMonotoneX);
  const so = (point: Point | undefined) => point?.feeling?.kind === "measured";
  const whole = path([...points]) ?? "";
  // Each stretch of the line is one curve of the path, so that parts of it can be taken out.
  const starts = points.filter(({ feeling }) => feeling !== null);
  let next = 0;
  let at = "";
  const kept: string[] = [];
  for (const step of whole.match(/[MCLZ][^MCLZ]*/g) ?? []) {
    if (step.startsWith("Z")) continue;
    const end = step.slice(1).split(",").slice(-2).join(",");
    if (!step.startsWith("M")) {
      const both = so(starts[next - 1]) && so(starts[next]);
      if (both === measured) kept.push(`M${at}${step}`);
    }
    at = end;
    next += 1;
  }
  return kept.join("");
}
