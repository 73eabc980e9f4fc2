import type { z } from "zod";

/** A value for a `$1` place. JSON goes in as its text: `$1::jsonb` with `JSON.stringify(value)`. */
export type Value = string | number | boolean | null;

/** Whatever can run a statement: the store, or a transaction in it. */
export type Statements = {
  /**
   * Runs one statement and returns its rows, each checked by `row`. Times come as ISO 8601 text in
   * UTC, `bigint` as a number, JSON as it is.
   */
  query<T>(row: z.ZodType<T>, sql: string, values?: readonly Value[]): Promise<T[]>;
};

/**
 * Workspaces, imports, mappings and maps: PostgreSQL in this process (PGlite) or behind a URL, with
 * the same SQL. What a resolved promise wrote is on disk.
 */
export type Documents = Statements &
  AsyncDisposable & {
    /** All of it or, when `work` rejects, nothing. Keep it short: in process everybody else waits. */
    transaction<T>(work: (statements: Statements) => Promise<T>): Promise<T>;
    /**
     * Writes every table anew, so that what was deleted from it is nowhere in its files, and lets the
     * log of writes begin anew. True when that is sure; a server keeps its log and its backups itself.
     */
    compact(): Promise<boolean>;
  };
