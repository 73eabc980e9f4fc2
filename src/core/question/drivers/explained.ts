import { must } from "../../assert.ts";

/**
 * Rows that agree in all candidates and in what they are compared within: how many, and the sum of their
 * outcomes and of its squares. Bit i of `pattern` is candidate i, of `known` whether it could be said.
 */
export type Cell = {
  readonly group: number;
  readonly pattern: number;
  readonly known: number;
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
};

/** Sums of squares and products of candidates (x) and outcome (y), within groups. */
export type Products = {
  readonly xx: readonly (readonly number[])[];
  readonly xy: readonly number[];
  readonly yy: number;
};

/**
 * What a regression on `size` candidates needs to know, each group with a level of its own (Frisch–Waugh). Of
 * whom it could not be said whether they have something counts as neither having it nor not.
 */
export function productsOf(cells: readonly Cell[], size: number): Products {
  const xx = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const xy = Array.from({ length: size }, () => 0);
  let yy = 0;
  for (const group of Map.groupBy(cells, (cell) => cell.group).values()) {
    const whole = group.reduce((sum, { n }) => sum + n, 0);
    const level = group.reduce((sum, each) => sum + each.sum, 0) / whole;
    const shares = Array.from({ length: size }, (_, i) => {
      const of = group.reduce((all, { known, n }) => all + has(known, i) * n, 0);
      return of === 0
        ? 0
        : group.reduce((all, { pattern, n }) => all + has(pattern, i) * n, 0) / of;
    });
    for (const { pattern, known, n, sum, squares } of group) {
      yy += squares - 2 * level * sum + n * level * level;
      const off = shares.map((share, i) => has(known, i) * (has(pattern, i) - share));
      for (let i = 0; i < size; i += 1) {
        xy[i]! += off[i]! * (sum - n * level);
        for (let j = 0; j < size; j += 1) xx[i]![j]! += n * off[i]! * off[j]!;
      }
    }
  }
  return { xx, xy, yy };
}

/** What is left of a candidate beside others, as a share of it; below this they say the same. */
const SAME = 1e-9;

/** R² of the regression on some candidates; one that the others already say adds nothing. */
export function explainedBy({ xx, xy, yy }: Products, candidates: readonly number[]): number {
  if (yy <= 0) return 0;
  const rows: number[][] = [];
  const used: number[] = [];
  const parts: number[] = [];
  let explained = 0;
  // Cholesky, one candidate after the other: what each adds is the square of its part of y.
  for (const i of candidates) {
    const row: number[] = [];
    for (const [nth, j] of used.entries()) {
      let value = xx[i]![j]!;
      for (let k = 0; k < nth; k += 1) value -= row[k]! * rows[nth]![k]!;
      row.push(value / rows[nth]![nth]!);
    }
    const left = xx[i]![i]! - row.reduce((sum, value) => sum + value * value, 0);
    if (left <= SAME * xx[i]![i]!) continue;
    const root = Math.sqrt(left);
    const part = (xy[i]! - row.reduce((sum, value, k) => sum + value * parts[k]!, 0)) / root;
    rows.push([...row, root]);
    used.push(i);
    parts.push(part);
    explained += part * part;
  }
  return Math.min(1, explained / yy);
}

/** So many candidates are shared out exactly: over all their subsets. */
export const EXACT = 12;

/**
 * What each candidate adds to R², over all orders in which they could be added (Shapley; LMG, Lindeman,
 * Merenda & Gold 1980). The shares add up to the R² of all.
 */
export function shapleyOf(products: Products, size: number): number[] {
  const worth = Array.from({ length: 2 ** size }, (_, set) =>
    explainedBy(
      products,
      Array.from({ length: size }, (_unused, i) => i).filter((i) => has(set, i) === 1),
    ),
  );
  const weights = Array.from(
    { length: size },
    (_, others) => 1 / (size * choose(size - 1, others)),
  );
  return Array.from({ length: size }, (_, i) =>
    worth.reduce((sum, value, set) => {
      if (has(set, i) === 1) return sum;
      const gain = must(worth[set | (1 << i)], "a subset") - value;
      return sum + must(weights[bits(set)], "a size") * gain;
    }, 0),
  );
}

function has(set: number, i: number): number {
  return (set >>> i) & 1;
}

function bits(set: number): number {
  let count = 0;
  for (let left = set; left !== 0; left &= left - 1) count += 1;
  return count;
}

function choose(n: number, k: number): number {
  let value = 1;
  for (let i = 1; i <= k; i += 1) value = (value * (n - k + i)) / i;
  return value;
}
