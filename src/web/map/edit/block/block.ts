import type { Place } from "../../grid-keys.ts";

/** Cells beside and under each other, the first and last of both included; row 0 holds the touchpoints. */
export type Block = {
  readonly rows: readonly [first: number, last: number];
  readonly columns: readonly [first: number, last: number];
};

/** The cells between two corners; the names of the lanes are no part of it. */
export function blockBetween(one: Place, other: Place): Block {
  const columns = [Math.max(1, one.column), Math.max(1, other.column)];
  return {
    rows: [Math.min(one.row, other.row), Math.max(one.row, other.row)],
    columns: [Math.min(...columns), Math.max(...columns)],
  };
}

/** The touchpoints (counted from 0) of a block in one row; null where it has none. */
export function selectedIn({ rows, columns }: Block, row: number): Block["columns"] | null {
  return row >= rows[0] && row <= rows[1] ? [columns[0] - 1, columns[1] - 1] : null;
}

/** Is one of the touchpoints, counted from 0, between these two? */
export function isBetween(between: Block["columns"] | null, index: number): boolean {
  return between !== null && index >= between[0] && index <= between[1];
}

export function sizeOf({ rows, columns }: Block): number {
  return (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1);
}
