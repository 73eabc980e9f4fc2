import type { Source } from "../../../core/event/mapping.ts";
import type { DatabaseOrigin } from "../../../core/event/pull/origin.ts";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import { lineOf, type Unfit } from "../../../core/event/arrive/arrival.ts";
import { namedColumns } from "../plan.ts";
import { growthOf, type Database, type DbColumn, type Described, type Row } from "./database.ts";
import type { TablePlan } from "./new-rows.ts";

/** Of the types that a key may have, these do not compare in the order in which they sort. */
const unordered = /^(?:enum|set|bit|float|double|real)\b/i;

/** The table of an origin; rejects with `bad-request` when it is not there or none was chosen. */
export async function describeTable(
  database: Pick<Database, "describe">,
  { table }: DatabaseOrigin,
): Promise<Described> {
  if (!table) throw unfit(message("pull-no-choice"));
  const described = await database.describe(table);
  if (!described) throw unfit(message("pull-no-table", { table: table.name }));
  return described;
}

/**
 * Fits a table, as it is now, to what was chosen of it and to its mapping. Only what the mapping names
 * is read. A column that came is left alone; one that went is missed where a row is nothing without it.
 * @throws AppError `bad-request` that names the column
 */
export function planTable(
  { columns, key }: Described,
  origin: DatabaseOrigin,
  source: Source,
): TablePlan {
  const { table } = origin;
  if (!table || origin.grows === null) throw unfit(message("pull-no-choice"));
  const missing = (column: string) =>
    unfit(message("pull-no-column", { table: table.name, column }));
  const column = (name: string) => {
    const found = columns.find((each) => each.name === name);
    if (!found) throw missing(name);
    return found;
  };
  const grows = column(origin.grows);
  const growth = growthOf(grows);
  if (!growth) throw unfit(message("pull-no-growth", { column: grows.name, type: grows.type }));
  const names = namesOf(origin).map(column);
  const wanted = new Set<DbColumn>([grows, ...names]);
  const ids = new Set(source.rows.flatMap(({ id = [] }) => id));
  for (const [name, needed] of namedColumns(source)) {
    const found = columnOf(columns, name);
    if (found) wanted.add(found);
    else if (needed || ids.has(name)) throw missing(name);
  }
  const parts = key.map((name) => columns.find((each) => each.name === name));
  const tells = parts.every(
    (part) => part !== undefined && part.filled && !unordered.test(part.type),
  );
  const order = tells ? parts.flatMap((part) => part ?? []) : [];
  for (const part of order) wanted.add(part);
  return { table, columns: [...wanted], grows, growth, names, key: order };
}

/** The column that a mapping means: by its whole name, or the one that holds JSON with the rest as a path. */
export function columnOf(columns: readonly DbColumn[], name: string): DbColumn | undefined {
  const whole = columns.find((each) => each.name === name);
  if (whole || !name.includes(".")) return whole;
  return columns.find((each) => each.kind === "json" && name.startsWith(`${each.name}.`));
}

/** Columns that name a row for good: its key, and with it what changes where each change counts. */
export function namesOf({ key, grows, changes }: DatabaseOrigin): string[] {
  if (key.length === 0) return [];
  return changes && grows !== null && !key.includes(grows) ? [...key, grows] : [...key];
}

/** A mapping whose events are named by the key of their rows, so that each counts once. */
export function withNames(source: Source, origin: DatabaseOrigin): Source {
  const id = namesOf(origin);
  if (id.length === 0) return source;
  return {
    ...source,
    rows: source.rows.map((row) => (row.kind === "reference" || row.id ? row : { ...row, id })),
  };
}

/** A row as a line of a live source; unfit when it is too large. */
export function rowLine(row: Row, { columns }: Pick<TablePlan, "columns">): string | Unfit {
  return lineOf(rowObject(row, columns));
}

function rowObject(row: Row, columns: readonly DbColumn[]): Record<string, unknown> {
  const object = Object.create(null) as Record<string, unknown>;
  for (const { name, kind } of columns) {
    const text = row[name];
    if (text === null || text === undefined) continue;
    plant(object, name.split("."), kind === "json" ? jsonIn(text) : text);
  }
  return object;
}

/** A name with a point in it is a path to whoever reads the line. */
function plant(object: Record<string, unknown>, [head = "", ...rest]: string[], value: unknown) {
  if (rest.length === 0) {
    object[head] = value;
    return;
  }
  const inner = object[head];
  const next =
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? (inner as Record<string, unknown>)
      : (Object.create(null) as Record<string, unknown>);
  object[head] = next;
  plant(next, rest, value);
}

function jsonIn(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function unfit(told: ReturnType<typeof message>): AppError {
  return new AppError("bad-request", told);
}
