import type { TableName } from "../../../core/event/pull/origin.ts";
import type { Growth } from "../../../core/event/pull/place.ts";

/** What a column holds, as far as reading it needs to know; `zoned` is an instant, `time` one on some clock. */
export type ColumnKind =
  | "whole"
  | "decimal"
  | "zoned"
  | "time"
  | "date"
  | "boolean"
  | "text"
  | "json"
  | "binary";

export type DbColumn = {
  readonly name: string;
  /** In the database's own words, as it wrote them in its catalogue. */
  readonly type: string;
  readonly kind: ColumnKind;
  /** It is never null. */
  readonly filled: boolean;
};

/** A table by the catalogue of its database; `key` names a row, and is empty where nothing does. */
export type Described = { readonly columns: readonly DbColumn[]; readonly key: readonly string[] };

/** Values as text: instants in ISO 8601 with Z, other times without a zone, binary in hexadecimal. */
export type Row = Readonly<Record<string, string | null>>;

/** Some rows of a table in the order of columns that are never null in it. */
export type Page = {
  readonly table: TableName;
  readonly columns: readonly DbColumn[];
  readonly order: readonly DbColumn[];
  /** From where: at this value of the first column of the order, or behind these values of all. */
  readonly from: { readonly at: string } | { readonly after: readonly string[] } | null;
  readonly limit: number;
};

/**
 * A database of somebody else, read and never written. Names of tables and columns are those that it
 * listed itself. All reject with an AppError that says what to do.
 */
export type Database = AsyncDisposable & {
  /** What the user may read, in the order of names. */
  tables(most: number): Promise<TableName[]>;
  /** Null when there is no such table, or the user may not read it. */
  describe(table: TableName): Promise<Described | null>;
  page(page: Page): Promise<Row[]>;
};

/** How a column grows; null for one that cannot tell which rows are new. */
export function growthOf({ kind }: Pick<DbColumn, "kind">): Growth | null {
  switch (kind) {
    case "whole":
    case "decimal":
    case "time":
    case "date":
      return kind;
    case "zoned":
      return "time";
    case "boolean":
    case "text":
    case "json":
    case "binary":
      return null;
  }
}

const grown =
  /(?:updat|modif|chang|gewijzigd|mutatie|creat|insert|aangemaakt|made|time|tijd|date|datum)/i;

/** The column that most likely tells which rows are new: a single whole key, else a time that is always there. */
export function likelyGrowth({ columns, key }: Described): string | null {
  const grow = columns.filter((column) => growthOf(column) !== null);
  const [only, second] = key;
  const own = second === undefined ? grow.find(({ name }) => name === only) : undefined;
  if (own?.kind === "whole") return own.name;
  const times = grow.filter(({ kind }) => kind === "zoned" || kind === "time");
  const likely = [
    times.find(({ name, filled }) => filled && grown.test(name)),
    times.find(({ filled }) => filled),
    times.find(({ name }) => grown.test(name)),
    own,
    grow.find(({ filled }) => filled),
  ];
  return likely.find((column) => column !== undefined)?.name ?? null;
}
