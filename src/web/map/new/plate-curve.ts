import { area, curveMonotoneX, line } from "d3-shape";

/** Width of one touchpoint, and height of the plate, in units of the drawing. */
export const STEP = 40;
export const HEIGHT = 112;
const EDGE = 14;

type Dot = { readonly x: number; readonly y: number; readonly lowest: boolean };

export type PlateCurve = {
  readonly line: string;
  /** Between the curve and the line where feelings are neither good nor bad. */
  readonly ground: string;
  readonly dots: readonly Dot[];
  readonly zero: number;
  readonly width: number;
};

/** The curve of a template's feelings (−1 … +1, null where it supposes none), small, on a fixed scale. */
export function plateCurve(feelings: readonly (number | null)[]): PlateCurve {
  const zero = heightOf(0);
  const points = feelings.map((value, at) => ({ value, x: (at + 0.5) * STEP }));
  const known = points.flatMap(({ value, x }) => (value === null ? [] : [{ value, x }]));
  const least = known.reduce((low, { value }) => Math.min(low, value), 0);
  const lowest = known.findIndex(({ value }) => value === least);
  const felt = (point: { value: number | null }) => point.value !== null;
  const y = ({ value }: { value: number | null }) => heightOf(value ?? 0);
  return {
    line:
      line<(typeof points)[number]>(({ x }) => x, y)
        .defined(felt)
        .curve(curveMonotoneX)(points) ?? "",
    ground:
      area<(typeof points)[number]>(({ x }) => x, zero, y)
        .defined(felt)
        .curve(curveMonotoneX)(points) ?? "",
    dots: known.map(({ value, x }, at) => ({
      x,
      y: heightOf(value),
      lowest: at === lowest && value < 0,
    })),
    zero,
    width: feelings.length * STEP,
  };
}

function heightOf(value: number): number {
  return EDGE + ((1 - value) / 2) * (HEIGHT - 2 * EDGE);
}
