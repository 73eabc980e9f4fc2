import { DAY, MINUTE, SECOND } from "./calendar.ts";
import type { Chance } from "./chance.ts";
import type { Note } from "./life.ts";
import { sources, type DemoSource, type SourceId } from "./source.ts";
import type { Tally } from "./tally.ts";

/** A line of a file; lines stand in the order in which they arrived. */
export type Row = {
  readonly source: SourceId;
  /** Index of the file among those of its source. */
  readonly file: number;
  readonly arrived: number;
  readonly text: string;
};

const RETRIED: Partial<Record<SourceId, number>> = { web: 0.004, app: 0.006, whatsapp: 0.01 };
const LATE: Partial<Record<SourceId, number>> = { web: 0.002, app: 0.03 };
const BROKEN: Partial<Record<SourceId, number>> = {
  web: 0.0003,
  app: 0.0003,
  calls: 0.002,
  invoices: 0.0003,
  payments: 0.0003,
};

/** The row as a fault on the way left it: cut off, or with a time that nobody can read. */
function damaged(source: SourceId, text: string, chance: Chance): string {
  if (text.startsWith("{"))
    return text.slice(0, Math.floor(text.length * chance.between(0.3, 0.8)));
  const unreadable = text.replace(/\d\d-\d\d-\d{4}|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/, "#WAARDE!");
  const delimiter = source === "calls" ? "," : ";";
  return chance.hit(0.5) ? unreadable : text.slice(0, text.lastIndexOf(delimiter));
}

/**
 * What becomes of notes on their way into files: systems send twice, send late, export overlapping
 * periods, and damage a row now and then (a copy, so that what was planted stays whole).
 */
export function exported(notes: readonly Note[], chance: Chance, tally: Tally): Row[] {
  const rows: Row[] = [];
  for (const { source, at, text } of notes) {
    const late = chance.hit(LATE[source] ?? 0);
    if (late) tally.messed("late");
    const arrived = late ? at + chance.span(0.5 * DAY, 4 * DAY) : at;
    let copies = 0;
    const files: DemoSource["files"] = sources[source].files;
    for (const [file, { from, to }] of files.entries()) {
      if (at < from || at >= to) continue;
      rows.push({ source, file, arrived, text });
      tally.received(source, copies === 0 ? "stored" : "duplicate");
      if (copies > 0) tally.messed("overlaps");
      copies += 1;
    }
    const last = rows.at(-1);
    if (last === undefined) continue;
    if (chance.hit(RETRIED[source] ?? 0)) {
      rows.push({ ...last, arrived: arrived + chance.around(MINUTE) });
      tally.received(source, "duplicate");
      tally.messed("retries");
    }
    if (chance.hit(BROKEN[source] ?? 0)) {
      rows.push({ ...last, arrived: arrived + SECOND, text: damaged(source, text, chance) });
      tally.received(source, "quarantined");
      tally.messed("broken");
    }
  }
  return rows;
}
