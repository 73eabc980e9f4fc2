import type { Persona } from "../journey.ts";
import type { Column, Feeling } from "./column.ts";
import { emotionCurve, fittingScale, wholeScale } from "./emotion.ts";
import type { EmotionCurve, EmotionScale, Point } from "./emotion.ts";

/** The curve of customers in general, or of one persona. */
export type EmotionLine = {
  /** Null: customers in general. */
  readonly persona: Persona | null;
  /** Which dash and which mark tell it from the others: 0 … 4. */
  readonly look: number;
  readonly curve: EmotionCurve;
};

export type EmotionLines = {
  /** The lines in the order in which they are named; at least one. */
  readonly lines: readonly EmotionLine[];
  /** The one that stands in front: its values are written down and it is the one that is edited. */
  readonly chosen: EmotionLine;
  readonly scale: EmotionScale;
};

/** More lines than this cannot be told apart. */
const MOST = 5;

/**
 * One line for customers in general and one for each persona of whom the map claims a feeling, five at
 * most. `chosen` is the id of a persona, null for customers in general, undefined for the first line.
 * With `whole` the lane holds all that can be felt, so that a height always means the same feeling.
 */
export function emotionLines(
  columns: readonly Column[],
  personas: readonly Persona[] = [],
  {
    width,
    chosen,
    whole = false,
  }: { width: number; chosen?: string | null | undefined; whole?: boolean },
): EmotionLines {
  const felt = new Set<string>();
  for (const column of columns) for (const { persona } of column.felt) felt.add(persona.id);
  const wanted = personas.find(({ id }) => id === chosen) ?? null;
  const own = personas.filter((persona) => persona === wanted || felt.has(persona.id));
  const general = own.length === 0 || columns.some((column) => column.general !== null);
  const whose = [...(general || chosen === null ? [null] : []), ...own];
  const ahead = whose.slice(0, MOST - (whose.indexOf(wanted) < MOST ? 0 : 1));
  const shown = ahead.includes(wanted) || wanted === null ? ahead : [...ahead, wanted];
  const scale = whole
    ? wholeScale
    : fittingScale(columns.flatMap((column) => shown.map((one) => feelingOf(column, one))));
  const lines = shown.map((persona, look): EmotionLine => {
    const places = columns.map((column) => ({
      index: column.index,
      feeling: feelingOf(column, persona),
    }));
    return { persona, look, curve: emotionCurve(places, width, scale) };
  });
  const first = lines[0]!;
  const front = chosen === undefined ? first : lines.find((line) => line.persona === wanted);
  return { lines, chosen: front ?? first, scale };
}

/** What one persona feels in a column; customers in general when that is null. */
export function feelingOf(column: Column, persona: Persona | null): Feeling | null {
  if (persona === null) return column.general;
  return column.felt.find((one) => one.persona.id === persona.id)?.feeling ?? null;
}

/** Where the name of a line stands, at the last point that is drawn of it. */
export type LineEnd = {
  readonly line: EmotionLine;
  /** Column of that point. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
};

const APART = 13;

/** Places the names of lines behind their last points in columns `first` … `last`, none over another. */
export function lineEnds(lines: readonly EmotionLine[], first: number, last: number): LineEnd[] {
  const ends = lines
    .flatMap((line) => {
      const point = line.curve.points.findLast(({ index }) => index >= first && index <= last);
      return point ? [{ line, point }] : [];
    })
    .toSorted((one, other) => one.point.index - other.point.index || one.point.y - other.point.y);
  const placed: LineEnd[] = [];
  let before: Point | null = null;
  for (const { line, point } of ends) {
    const above = before?.index === point.index ? (placed.at(-1)?.y ?? -APART) : -APART;
    const y = Math.max(point.y, above + APART);
    placed.push({ line, index: point.index, x: point.x + 11, y });
    before = point;
  }
  return placed;
}

/** The outline of the mark at a point: square, triangle, diamond, triangle on its tip; null is a round one. */
export function markOf(look: number, x: number, y: number, radius: number): string | null {
  const [left, right, top, bottom] = [x - radius, x + radius, y - radius, y + radius];
  const corners = [
    null,
    [left, top, right, top, right, bottom, left, bottom],
    [x, top, right, bottom, left, bottom],
    [x, y - radius * 1.35, x + radius * 1.35, y, x, y + radius * 1.35, x - radius * 1.35, y],
    [left, top, right, top, x, bottom],
  ][look];
  if (!corners) return null;
  const points = corners.flatMap((value, at) =>
    at % 2 === 0 ? [`${value},${corners[at + 1] ?? 0}`] : [],
  );
  return `M${points.join("L")}Z`;
}

/** Dashes of each look: drawn pixels and gaps. */
export const dashes: readonly (readonly [number, number])[] = [
  [4, 3],
  [8, 3],
  [1.5, 3.5],
  [12, 5],
  [5, 2],
];
