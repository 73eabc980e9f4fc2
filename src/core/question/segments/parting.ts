import { sizeOf, type Attribute, type Cell } from "./cell.ts";

/** What is told by parting customers in two: of their other attributes, and of what they do. */
export type Told = { readonly attributes: number; readonly behaviour: number };

/**
 * How much more is known of a customer once one knows in which of two groups he is: over every other
 * attribute and every touchpoint, twice the log-likelihood ratio of telling the groups apart (G), less
 * what it must exceed to be worth its parameters (Schwarz 1978) among `tried` such comparisons (Chen &
 * Chen 2008). What does not exceed that counts as nothing: chance adds up to nothing.
 */
export function toldBy(
  [one, other]: readonly [readonly Cell[], readonly Cell[]],
  attributes: readonly Attribute[],
  apart: number,
  tried: number,
): Told {
  const all = sizeOf(one) + sizeOf(other);
  const price = Math.log(all) + 2 * Math.log(tried);
  let told = 0;
  for (const [nth, { values }] of attributes.entries()) {
    if (nth === apart) continue;
    const rows = [one, other].map((cells) => {
      const counts = values.map(() => 0);
      for (const cell of cells) if (cell.values[nth]! >= 0) counts[cell.values[nth]!]! += cell.n;
      return counts;
    });
    const kinds = values.filter((_, value) => rows[0]![value]! + rows[1]![value]! > 0).length;
    if (kinds > 1) told += Math.max(0, gOf(rows[0]!, rows[1]!) - (kinds - 1) * price);
  }
  let behaviour = 0;
  const [n, m] = [sizeOf(one), sizeOf(other)];
  const passed = sumOf(one);
  for (const [nth, against] of sumOf(other).entries()) {
    const [a, b] = [passed[nth] ?? 0, against];
    behaviour += Math.max(0, gOf([a, n - a], [b, m - b]) - price);
  }
  return { attributes: told, behaviour };
}

/** G of two rows of counts. */
function gOf(one: readonly number[], other: readonly number[]): number {
  const [n, m] = [one, other].map((row) => row.reduce((sum, count) => sum + count, 0)) as [
    number,
    number,
  ];
  let g = 0;
  for (const [nth, a] of one.entries()) {
    const b = other[nth]!;
    if (a > 0) g += 2 * a * Math.log((a * (n + m)) / (n * (a + b)));
    if (b > 0) g += 2 * b * Math.log((b * (n + m)) / (m * (a + b)));
  }
  return g;
}

function sumOf(cells: readonly Cell[]): number[] {
  const sums: number[] = [];
  for (const { passed } of cells)
    for (const [nth, count] of passed.entries()) sums[nth] = (sums[nth] ?? 0) + count;
  return sums;
}
