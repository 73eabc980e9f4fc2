import type { Message } from "../../core/message/message.ts";
import type { Place } from "./layout.ts";

/** SQL over the rows of a chunk. */
export type RowSql = {
  /** A subquery: `n` (place in the import, from 1), `line`, and what the cells need. */
  readonly rows: string;
  /** The text in a column; empty when it is missing. */
  cell(column: string): string;
  /** The values of an object in the row, each under its own key: Map(String, String). */
  object(path: string): string;
  /** Hash over the content of the row. */
  readonly content: string;
  /** The row as it is kept in quarantine. */
  readonly raw: string;
  /** Condition under which the row as a whole cannot be read, with the reason. */
  readonly broken: readonly [condition: string, reason: Message] | null;
};

/** The columns `n` and `line`; `place` is SQL for the line when each row says its own. */
export function counted(at: Place, place: string): [string, string] {
  return [
    `${at.row + 1} + rowNumberInAllBlocks() AS n`,
    at.line === null
      ? `toUInt64OrZero(${place}) AS line`
      : `${at.line} + rowNumberInAllBlocks() AS line`,
  ];
}

/** A name from a user's file as an SQL identifier. */
export function quoted(name: string): string {
  return `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
}
