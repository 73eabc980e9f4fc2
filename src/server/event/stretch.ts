import type { Message } from "../../core/message/message.ts";

/** A stretch of a file: its rows that are sound, and those that are not. */
export type Stretch = {
  readonly bytes: Buffer;
  /** Begin and end, in `bytes`, of each sound row with its line ending. */
  readonly begins: Uint32Array;
  readonly ends: Uint32Array;
  /** Line on which each sound row begins. */
  readonly lines: Uint32Array;
  readonly bad: readonly BadRow[];
  /** Sound rows only, each of one line, without holes. */
  readonly plain: boolean;
};

/** A row that the engine could not read: cut out, and put into quarantine as it is. */
export type BadRow = { readonly line: number; readonly reason: Message; readonly raw: string };

/** Longest row, in bytes; a longer one is a broken file, not a row. */
export const longestRow = 16 << 20;

/** How much of a bad row is kept. */
const kept = 64 * 1024;

/** The text of a bad row, its unreadable bytes shown as �. */
export function rawText(bytes: Buffer): string {
  return bytes
    .subarray(0, kept)
    .toString("utf8")
    .replace(/\r?\n$/, "");
}
