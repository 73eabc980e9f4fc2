import type { Overlay } from "../../evidence/overlay.ts";
import type { Column } from "./column.ts";

type Loop = Overlay["loops"][number];

/** Room for the loops above the stream, the stream at its widest, and room for those who leave. */
export const STREAM_TOP = 46;
export const WIDEST = 92;
const FALL = 30;
export const STREAM_HEIGHT = STREAM_TOP + WIDEST + FALL + 22;
/** Under this share of all who began, a departure is drawn in grey. */
const NOTABLE = 0.05;
/** Fewer than this leave nothing to see: half a customer of a hundred. */
const VISIBLE = 0.005;
/** Radius of the inside of their bend, in pixels. */
const BEND = 14;
/** How far the handles of a cubic that looks like a quarter of a circle stand out. */
const ROUND = 0.5523;

export type Leavers = {
  readonly index: number;
  /** Share of all on the map. */
  readonly share: number;
  readonly notable: boolean;
  readonly path: string;
  readonly labelX: number;
  readonly labelY: number;
};

export type Arc = {
  readonly from: number;
  readonly to: number;
  readonly share: number;
  readonly path: string;
  readonly arrow: string;
  readonly thickness: number;
  readonly labelX: number;
  readonly labelY: number;
};

export type Stream = {
  /** Lower edge at each column, in pixels from the top of the lane. */
  readonly edges: readonly number[];
  /** Where after each column those who get no further turn off. */
  readonly turns: readonly number[];
  readonly leavers: readonly Leavers[];
  readonly arcs: readonly Arc[];
};

/**
 * The stream of customers (after Minard): its width is the share still on the journey. Those who get
 * no further turn off downwards, a ribbon exactly as wide as their share; at the end of the map
 * nobody leaves.
 */
export function streamOf(
  columns: readonly Column[],
  loops: readonly Loop[],
  onMap: number,
  width: number,
): Stream {
  const edges: number[] = [];
  for (const column of columns) {
    edges.push(column.still === null ? (edges.at(-1) ?? floor(1)) : floor(column.still));
  }
  const turns = columns.map(({ index, lost }) => (index + 1) * width - (lost * WIDEST) / 2 - BEND);
  const leavers = columns.slice(0, -1).flatMap(({ index, lost }): Leavers[] => {
    const bottom = edges[index];
    if (lost < VISIBLE || bottom === undefined) return [];
    const end = STREAM_TOP + WIDEST + FALL;
    const middle = (index + 1) * width;
    return [
      {
        index,
        share: lost,
        notable: lost >= NOTABLE,
        // A long map is drawn only where one looks.
        get path() {
          return ribbon(turns[index] ?? middle, bottom, lost * WIDEST, middle, end);
        },
        labelX: middle,
        labelY: end + 14,
      },
    ];
  });
  return { edges, turns, leavers, arcs: arcsOf(columns, loops, onMap, width) };
}

function floor(still: number): number {
  return STREAM_TOP + still * WIDEST;
}

/** A slice of the stream, `thick` pixels, that bends from its lower edge straight down. */
function ribbon(x: number, bottom: number, thick: number, middle: number, end: number): string {
  const half = Math.max(thick, 1) / 2;
  const top = bottom - 2 * half;
  const [outer, inner] = [middle + half, middle - half];
  const [wide, narrow] = [outer - x, inner - x];
  const [out, within] = [wide * ROUND, narrow * ROUND];
  return (
    `M${x},${top}C${x + out},${top} ${outer},${top + wide - out} ${outer},${top + wide}V${end}` +
    `H${inner}V${bottom + narrow}` +
    `C${inner},${bottom + narrow - within} ${x + within},${bottom} ${x},${bottom}Z`
  );
}

/** The outline of the stream over columns `first` … `last`. */
export function streamBody(stream: Stream, first: number, last: number, width: number): string {
  const start = stream.edges[first] ?? STREAM_TOP;
  let path = `M${first * width},${STREAM_TOP}V${start}`;
  for (let at = first; at <= last; at++) {
    const next = stream.edges[at + 1];
    path += next === undefined ? "" : `H${stream.turns[at] ?? 0}V${next}`;
  }
  return `${path}H${(last + 1) * width}V${STREAM_TOP}Z`;
}

const MOST_ARCS = 5;
const SMALLEST_ARC = 0.02;

function arcsOf(
  columns: readonly Column[],
  loops: readonly Loop[],
  onMap: number,
  width: number,
): Arc[] {
  const place = new Map(columns.map((column) => [column.touchpoint.id, column.index]));
  const kept = loops
    .flatMap(({ from, to, journeys }) => {
      const [start, end] = [place.get(from), place.get(to)];
      const share = onMap === 0 ? 0 : journeys / onMap;
      if (start === undefined || end === undefined || start <= end) return [];
      return share < SMALLEST_ARC ? [] : [{ from: start, to: end, share }];
    })
    .toSorted((one, other) => other.share - one.share)
    .slice(0, MOST_ARCS)
    .toSorted((one, other) => one.from - one.to - (other.from - other.to));
  return kept.map(({ from, to, share }, rank) => {
    const height = kept.length === 1 ? 20 : 12 + (rank / (kept.length - 1)) * 14;
    const [x0, x1] = [(from + 0.42) * width, (to + 0.58) * width];
    const lift = STREAM_TOP - 2 - height * 1.33;
    const tip = STREAM_TOP - 1;
    return {
      from,
      to,
      share,
      path: `M${x0},${tip}C${x0},${lift} ${x1},${lift} ${x1},${tip - 4}`,
      arrow: `M${x1},${tip}L${x1 - 3.2},${tip - 6.5}H${x1 + 3.2}Z`,
      thickness: Math.max(1, Math.min(4, share * 20)),
      labelX: (x0 + x1) / 2,
      labelY: STREAM_TOP - 6 - height,
    };
  });
}
