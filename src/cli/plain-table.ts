import type { Rate } from "../core/evidence/interval.ts";
import type { Shown } from "../core/question/answers.ts";

/** Columns side by side, those of figures to the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const columns = (rows[0] ?? []).map((_, i) => ({
    width: Math.max(...rows.map((row) => row[i]!.length)),
    figures: rows.slice(1).every((row) => /^[\d.,–]*( [a-z%]+)?$/.test(row[i]!)),
  }));
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const { width, figures } = columns[i]!;
        return figures ? cell.padStart(width) : cell.padEnd(width);
      })
      .join("  ")
      .trimEnd(),
  );
}

const format = new Intl.NumberFormat("en");

export function number(value: number): string {
  return format.format(value);
}

export function part(share: number | null): string {
  return share === null ? "–" : `${(100 * share).toFixed(1)} %`;
}

export function percent({ share }: Rate): string {
  return part(share);
}

export function time(seconds: number | null): string {
  if (seconds === null) return "–";
  if (seconds < 60) return `${Number(seconds.toFixed(1))} s`;
  if (seconds < 3600) return `${(seconds / 60).toFixed(1)} min`;
  if (seconds < 86_400) return `${(seconds / 3600).toFixed(1)} h`;
  return `${(seconds / 86_400).toFixed(1)} d`;
}

/** Which journeys an answer is about. */
export function shown({ journeys, of }: Shown): string {
  return `${number(journeys)} of ${number(of)} journeys shown.`;
}
