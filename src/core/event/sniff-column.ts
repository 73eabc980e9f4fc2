import type { Column } from "./import.ts";
import { sniffTime, type SniffedTime } from "./sniff-time.ts";

/** A column with what its sample gives away. */
export type SniffedColumn = Column & {
  /** How its values read as times; figures may do so by accident, then `type` is `number`. */
  readonly time: SniffedTime | null;
  /** Least and greatest number, when the column holds numbers. */
  readonly range: readonly [number, number] | null;
  /** Sign between whole and part, when a value shows it. */
  readonly decimal: "." | "," | null;
  readonly whole: boolean;
};

const timeName =
  /(^|[^a-z])(time|timestamp|date|datum|tijd|tijdstip|ts|when|moment|created|updated|sent|occurred|at|op)([^a-z]|$)|_at$|At$|Time$|Date$|datum$|tijd$/i;
const booleans = new Set([
  "true",
  "false",
  "yes",
  "no",
  "ja",
  "nee",
  "y",
  "n",
  "j",
  "waar",
  "onwaar",
]);

/** Describes a column by its name and a sample of its values. */
export function sniffColumn(name: string, values: readonly string[]): SniffedColumn {
  const filled = values.map((value) => value.trim()).filter((value) => value !== "");
  const different = new Set(filled);
  const time = sniffTime(filled);
  const meant =
    time !== null && time.share >= 0.6 && (time.reading.kind === "text" || timeName.test(name));
  const numbers = numbersOf(filled);
  const type = ((): Column["type"] => {
    if (filled.length === 0) return "empty";
    if (meant) return "time";
    if (numbers) return "number";
    return [...different].every((value) => booleans.has(value.toLowerCase())) ? "boolean" : "text";
  })();
  return {
    name,
    examples: [...different].slice(0, 5),
    filled: values.length === 0 ? 0 : filled.length / values.length,
    distinct: different.size,
    type,
    time,
    range: numbers?.range ?? null,
    decimal: numbers?.decimal ?? null,
    whole: numbers?.whole ?? false,
  };
}

const number = /^[-+]?[€$£]?\s?\d*(?:[.,]\d+)*$/;

function numbersOf(
  filled: readonly string[],
): Pick<SniffedColumn, "range" | "decimal" | "whole"> | null {
  if (filled.length === 0 || !filled.every((value) => number.test(value) && /\d/.test(value)))
    return null;
  // A part that is not three digits, or a sign that stands once, is a part and no thousand.
  const comma = filled.some((value) => /,\d+$/.test(value) && !/,\d{3}$/.test(value));
  const point = filled.some((value) => /\.\d+$/.test(value) && !/\.\d{3}$/.test(value));
  if (comma && point) return null;
  const decimal = comma ? "," : point ? "." : null;
  const thousands = decimal === "," ? /\./g : /,/g;
  const figures = filled.map((value) =>
    Number(
      value
        .replace(/[€$£\s]/g, "")
        .replace(thousands, "")
        .replace(",", "."),
    ),
  );
  if (figures.some((figure) => !Number.isFinite(figure))) return null;
  const range = figures.reduce<[number, number]>(
    ([low, high], figure) => [Math.min(low, figure), Math.max(high, figure)],
    [Infinity, -Infinity],
  );
  return { range, decimal, whole: figures.every(Number.isInteger) };
}
