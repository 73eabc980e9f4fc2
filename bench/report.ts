import { cpus, release, totalmem, type } from "node:os";
import type { Timing } from "./measure.ts";

export type Row = {
  readonly what: string;
  readonly timing: Timing;
  /** Against the first row about the same thing. */
  readonly ratio: number | null;
  readonly megabytes: number | null;
  readonly told: string;
};

/** The machine that the figures are of. */
export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()} ${release()}, Node ${process.version}`;
}

/** A table for people: seconds as median and range, against the first row, most memory. */
export function table(title: string, rows: readonly Row[]): string {
  const cells = rows.map(({ what, timing, ratio, megabytes, told }) => [
    what,
    timing.median.toFixed(3),
    `${timing.low.toFixed(3)} – ${timing.high.toFixed(3)}`,
    String(timing.runs),
    ratio === null ? "" : `${ratio.toFixed(2)}×`,
    megabytes === null ? "" : `${megabytes} MB`,
    told,
  ]);
  const head = ["", "median s", "range", "runs", "ratio", "memory", ""];
  const widths = head.map((name, at) =>
    Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) =>
        at === 0 || at === 6 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [title, line(head), ...cells.map(line), ""].join("\n");
}
