import type { z } from "zod";

/** Values for `{name:Type}` places in a query; never spliced into its text. */
export type Parameters = Readonly<
  Record<string, string | number | boolean | null | readonly (string | number | bigint)[]>
>;

export type Limits = {
  /** Aborting it kills the query in the engine, not just the wait for it. */
  readonly signal?: AbortSignal | undefined;
  /** Longest run, in seconds; without it the lane's own: intake and load an hour, look-ups 15 s, analysis 60 s. */
  readonly seconds?: number;
  /** Most memory, in bytes. */
  readonly memory?: number;
  /** Further ClickHouse settings of this one query. */
  readonly settings?: Readonly<Record<string, string | number>>;
};

/** One stream of queries, run one after the other; lanes run beside each other. */
export type Lane = {
  /** Runs a SELECT and returns its rows, each checked by `row`. Rejects with `AppError`. */
  rows<T>(row: z.ZodType<T>, sql: string, parameters?: Parameters, limits?: Limits): Promise<T[]>;
  /** Runs a statement that returns nothing; done means durable. */
  run(sql: string, parameters?: Parameters, limits?: Limits): Promise<void>;
};

/** A piece of a file as the engine can read it by itself. */
export type Chunk = {
  /** A file on this machine. */
  readonly path: string;
  readonly format: "CSV" | "LineAsString" | "Parquet";
  /** Column list as ClickHouse writes it: `c1 String, c2 String`. */
  readonly structure: string;
  readonly settings?: Readonly<Record<string, string | number>>;
};

/**
 * Rows are JSON as ClickHouse writes it, the same from every adapter: 64-bit integers are text
 * (select a count as `toUInt32(count())`, keep an id as text), times are ISO 8601 in UTC, NaN is
 * null. On the way in a 64-bit integer is text too, but in an array a bigint.
 *
 * The analytical engine: ClickHouse in this process (chDB) or behind a URL, with the same SQL.
 * Three lanes, so that a look-up never waits behind a scan nor intake behind either.
 */
export type Engine = AsyncDisposable & {
  /** Inserts: files and events coming in, and what is derived from them. */
  readonly intake: Lane;
  /** Short reads of a few rows. */
  readonly lookup: Lane;
  /** Questions that scan. */
  readonly analysis: Lane;
  /**
   * Runs `insert(from)`, where `from` is the FROM-expression of the chunk's rows: a `file(…)` the
   * engine opens itself, or `input(…)` with the bytes sent along. Rows keep their order in the file,
   * and `rowNumberInAllBlocks()` counts them from 0. One load runs at a time: two at once were no
   * faster on two cores and took 300 MB more.
   */
  load(
    chunk: Chunk,
    insert: (from: string) => string,
    parameters?: Parameters,
    limits?: Limits,
  ): Promise<void>;
  /**
   * Runs work during which the engine in this process leaves its parts unmerged; it catches up after.
   * Merging while five million rows come in takes a quarter of the time. A server minds its own merges.
   * Inside, nothing may wait for a merge: no OPTIMIZE, no mutation.
   */
  unmerged<T>(work: () => Promise<T>): Promise<T>;
};
