import type { DbColumn, Page } from "./database.ts";

/** What the SQL of one kind of database has of its own. */
export type Dialect = {
  quote(name: string): string;
  /** A column as text, cut where no line could hold it. */
  text(column: DbColumn, quoted: string): string;
  /** A given text as a value of this column; `place` counts from 1. */
  value(column: DbColumn, place: number): string;
  /** A given text as the driver wants it for this column. */
  given(column: DbColumn, text: string): string;
  /** What rows must be to have a place in the order at all. */
  sound(column: DbColumn, quoted: string): string;
};

/** One more than a line may have: such a value is seen to be too long, and never passes for a whole one. */
export const LONGEST = 32 * 1024 + 1;

/** The statement of a page. Names are quoted, values are bound. */
export function pageSql(
  { table, columns, order, from, limit }: Page,
  dialect: Dialect,
): { sql: string; values: string[] } {
  const { quote } = dialect;
  const values: string[] = [];
  const bind = (column: DbColumn, text: string) => {
    values.push(dialect.given(column, text));
    return dialect.value(column, values.length);
  };
  const [first] = order;
  const conditions = first ? [dialect.sound(first, quote(first.name))] : [];
  if (from && first && "at" in from)
    conditions.push(`${quote(first.name)} >= ${bind(first, from.at)}`);
  if (from && first && "after" in from) {
    // The first condition is what an index is used by; the second says the rest.
    conditions.push(`${quote(first.name)} >= ${bind(first, from.after[0]!)}`);
    conditions.push(behind(order, from.after, quote, bind));
  }
  const selected = columns.map((column) => {
    const name = quote(column.name);
    return `${dialect.text(column, name)} AS ${name}`;
  });
  const where = conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
  const sorted =
    order.length > 0 ? ` ORDER BY ${order.map(({ name }) => `t0.${quote(name)}`).join(", ")}` : "";
  return {
    sql: `SELECT ${selected.join(", ")} FROM ${quote(table.schema)}.${quote(table.name)} AS t0${where}${sorted} LIMIT ${Math.floor(limit)}`,
    values,
  };
}

/** Behind these values in the order of all columns. */
function behind(
  [column, ...rest]: readonly DbColumn[],
  [value, ...others]: readonly string[],
  quote: Dialect["quote"],
  bind: (column: DbColumn, text: string) => string,
): string {
  if (column === undefined || value === undefined) return "FALSE";
  const name = quote(column.name);
  const more = `${name} > ${bind(column, value)}`;
  if (rest.length === 0) return more;
  return `(${more} OR (${name} = ${bind(column, value)} AND ${behind(rest, others, quote, bind)}))`;
}
