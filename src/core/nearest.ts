/**
 * The known word that was probably meant: the one with the fewest letters to insert, drop, replace
 * or swap, as long as that is at most a third of the word; undefined when nothing is near.
 * @example nearest("improt", ["ask", "import"]) // "import"
 */
export function nearest(given: string, known: readonly string[]): string | undefined {
  const word = given.toLowerCase();
  const [best] = known
    .map((name) => ({ name, edits: edits(word, name.toLowerCase()) }))
    .filter(
      ({ name, edits: count }) => count <= Math.max(1, Math.max(name.length, word.length) / 3),
    )
    .toSorted((a, b) => a.edits - b.edits);
  return best?.name;
}

/** Edit distance with swaps of neighbours (optimal string alignment). */
function edits(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          at(i - 1, j) + 1,
          at(i, j - 1) + 1,
          at(i - 1, j - 1) + change,
          swapped ? at(i - 2, j - 2) + 1 : Infinity,
        ),
      );
    }
  }
  return at(a.length, b.length);
}
