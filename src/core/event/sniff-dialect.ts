import { csvRows } from "./csv-text.ts";

const delimiters = [",", ";", "\t", "|"] as const;

/** How a CSV text separates its cells, and whether its first row names them. */
export type SniffedDialect = {
  readonly delimiter: string;
  readonly header: boolean;
  /** The rows of the sample, header included. */
  readonly rows: readonly (readonly string[])[];
};

/**
 * Finds the delimiter that cuts most rows into the same number of cells, more than one if any does;
 * `complete` says that the sample is the whole file.
 */
export function sniffDialect(text: string, complete: boolean): SniffedDialect {
  const candidates = delimiters.map((delimiter) => {
    const rows = csvRows(text, delimiter, complete);
    return { delimiter, rows, score: agreement(rows) };
  });
  const best = candidates.reduce((a, b) => (b.score > a.score ? b : a));
  return { ...best, header: isHeader(best.rows) };
}

/** Share of rows with the commonest number of cells, times a little for more cells. */
function agreement(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const row of rows.slice(0, 1000)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const [cells = 1, times = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  if (cells === 1) return 0.01;
  return times / Math.min(rows.length, 1000) + Math.min(cells, 50) / 1000;
}

/** A header holds different words; a first row with figures or times among them is data. */
function isHeader([first, ...rest]: readonly (readonly string[])[]): boolean {
  if (!first) return false;
  const names = first.map((cell) => cell.trim());
  const filled = names.filter((name) => name !== "");
  if (
    filled.some(
      (name) => /^[-+]?\d+([.,]\d+)?$/.test(name) || /\d{4}-\d{2}-\d{2}|\d{1,2}:\d{2}/.test(name),
    )
  )
    return false;
  if (new Set(filled).size < filled.length) return false;
  // Words only: a header, unless the same value stands below it in its own column.
  return !names.some(
    (name, column) => name !== "" && rest.slice(0, 200).some((row) => row[column]?.trim() === name),
  );
}
