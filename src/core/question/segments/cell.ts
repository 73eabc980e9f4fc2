/** An attribute that nearly every customer has, and its values. */
export type Attribute = { readonly name: string; readonly values: readonly string[] };

/** The customers with the same value of every attribute: how many, and how many pass each touchpoint. */
export type Cell = {
  /** Place of the value in the attribute's list, per attribute; −1 where none (or several) is known. */
  readonly values: readonly number[];
  readonly n: number;
  readonly passed: readonly number[];
};

/** Values that a group may have, per attribute; null = any, and none. */
export type Wanted = readonly (ReadonlySet<number> | null)[];

/** Whether all of a cell's customers are in a group. */
export function isIn(cell: Cell, wanted: Wanted): boolean {
  return wanted.every((values, nth) => values === null || values.has(cell.values[nth]!));
}

export function sizeOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { n }) => sum + n, 0);
}
