import { createHash } from "node:crypto";
import { must } from "../../../core/assert.ts";
import type { TableName } from "../../../core/event/pull/origin.ts";
import { compareGrown, edgeOf, type Growth, type Place } from "../../../core/event/pull/place.ts";
import { message } from "../../../core/message/message.ts";
import { AppError } from "../../../core/problem.ts";
import type { Database, DbColumn, Page, Row } from "./database.ts";

/** Rows that are read at once; without a key as many more as have one value, up to this. */
const AT_ONCE = 1000;
const MOST_ALIKE = 64_000;
/** Rows that are remembered near the last value; of more, some are read twice and count once by their id. */
const REMEMBERED = 20_000;

/** A table with all that is needed to read on in it. */
export type TablePlan = {
  readonly table: TableName;
  readonly columns: readonly DbColumn[];
  readonly grows: DbColumn;
  readonly growth: Growth;
  /** Columns that name a row for good; none where only the whole row does. */
  readonly names: readonly DbColumn[];
  /** Columns, never null, that no two rows share; none where the table has no such key. */
  readonly key: readonly DbColumn[];
};

/** Rows that were not seen before, and up to where the table is in with them. */
export type Brought = { readonly rows: readonly Row[]; readonly place: Place };

/**
 * The rows of a table that came since `place`, a batch at a time, in the order of the growing column.
 * What lies shortly before the place is read again, for rows may come late; those that were seen are
 * passed over. Rejects with `bad-request` when too many rows cannot be told apart.
 */
export async function* newRows(
  database: Pick<Database, "page">,
  plan: TablePlan,
  place: Place | null,
  atOnce = AT_ONCE,
): AsyncGenerator<Brought> {
  const { table, grows, growth, key } = plan;
  const order = [grows, ...key.filter(({ name }) => name !== grows.name)];
  const before = new Set(place?.seen);
  /** What was read near the last value: its name and its value, in the order of values. */
  const near = new Map<string, string>();
  let known = new Set(before);
  let value = place?.value ?? null;
  let from: Page["from"] = place ? { at: edgeOf(place.value, growth) } : null;
  let limit = atOnce;
  for (;;) {
    const page = { table, columns: plan.columns, order, from, limit };
    const rows = await database.page(page);
    const fresh: Row[] = [];
    for (const row of rows) {
      const name = nameOf(row, plan);
      if (!known.has(name)) fresh.push(row);
      known.add(name);
      near.delete(name);
      near.set(name, must(row[grows.name], "its place"));
    }
    const last = rows.at(-1);
    if (!last) return;
    const reached = must(last[grows.name], "its place");
    // As long as what is read is not beyond the place, all that was seen up to there stays known.
    const behind = place !== null && compareGrown(reached, place.value, growth) <= 0;
    if (value === null || compareGrown(reached, value, growth) > 0) value = reached;
    forget(near, edgeOf(value, growth), growth);
    known = new Set([...(behind ? before : []), ...near.keys()]);
    if (fresh.length > 0) yield { rows: fresh, place: { value, seen: [...known] } };
    if (rows.length < limit) return;
    if (key.length > 0) {
      from = { after: order.map(({ name }) => must(last[name], "its key")) };
      continue;
    }
    // Without a key the last value is read again, in a page that has room for more of it.
    from = { at: reached };
    const alike = rows[0]?.[grows.name] === reached;
    limit = alike ? limit * 2 : atOnce;
    if (limit > Math.max(MOST_ALIKE, atOnce))
      throw new AppError(
        "bad-request",
        message("pull-all-alike", { table: table.name, rows: MOST_ALIKE }),
      );
  }
}

/** Forgets what lies before the edge, and the oldest of too many. */
function forget(near: Map<string, string>, edge: string, growth: Growth): void {
  let surplus = near.size - REMEMBERED;
  for (const [name, value] of near) {
    if (surplus <= 0 && compareGrown(value, edge, growth) >= 0) return;
    near.delete(name);
    surplus -= 1;
  }
}

/** A digest of what names a row: 66 bits, so that two of some thousands are alike by no chance. */
function nameOf(row: Row, { names, columns }: TablePlan): string {
  const by = names.length > 0 ? names : columns;
  const text = JSON.stringify(by.map(({ name }) => row[name] ?? null));
  return createHash("sha1").update(text).digest("base64url").slice(0, 11);
}
