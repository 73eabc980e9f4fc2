/** A cell of the map's grid: row 0 holds the touchpoints, column 0 the names of the lanes. */
export type Place = { readonly row: number; readonly column: number };

/**
 * Where a key leads from a cell of a grid with `rows` × `columns` cells, as the ARIA grid pattern
 * has it; null when the key is not about moving.
 */
export function moved(
  key: string,
  control: boolean,
  { row, column }: Place,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Place | null {
  const to = (toRow: number, toColumn: number): Place => ({
    row: Math.max(0, Math.min(rows - 1, toRow)),
    column: Math.max(0, Math.min(columns - 1, toColumn)),
  });
  switch (key) {
    case "ArrowLeft":
      return to(row, column - 1);
    case "ArrowRight":
      return to(row, column + 1);
    case "ArrowUp":
      return to(row - 1, column);
    case "ArrowDown":
      return to(row + 1, column);
    case "Home":
      return control ? to(0, 0) : to(row, 0);
    case "End":
      return control ? to(rows - 1, columns - 1) : to(row, columns - 1);
    case "PageUp":
      return to(row - 5, column);
    case "PageDown":
      return to(row + 5, column);
    default:
      return null;
  }
}
