import type { TimeReading } from "../../core/event/time-reading.ts";
import type { Decimal } from "./number.ts";

/** What is known of a file's rows: enough to write SQL over its cells. */
export type Layout = {
  /** As the engine gets it: XES and spreadsheets come as `csv`. */
  readonly format: "csv" | "jsonl" | "parquet";
  /** Column names in the order of the file; of JSON lines, those a mapping may name. */
  readonly columns: readonly string[];
  /** The keys that lead to each column's value; JSON lines only. */
  readonly paths?: readonly (readonly string[])[];
  /** The engine's types of the columns; Parquet only. */
  readonly types?: readonly string[];
  /** One character; CSV only. */
  readonly delimiter?: string;
  readonly decimal: Decimal;
  /** How the columns that hold times are read. */
  readonly times: ReadonlyMap<string, TimeReading>;
  /** Zone of times that say none. */
  readonly zone: string;
};

/** Where a chunk stands. */
export type Place = {
  /** Rows of the import before it. */
  readonly row: number;
  /** The line of its first row; null when every row says its own line in front. */
  readonly line: number | null;
};
