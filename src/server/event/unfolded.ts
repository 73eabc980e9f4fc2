import { readHook } from "../../core/event/arrive/hook.ts";
import type { Source } from "../../core/event/mapping.ts";
import type { Message } from "../../core/message/message.ts";
import type { Written } from "./chunk-files.ts";
import type { Stretch } from "./stretch.ts";

/** What of a source says which lines stand in its JSON. */
export type Unfolding = Pick<Partial<Source>, "each" | "keyed">;

/** The lines that a line of a file holds, and why one cannot be read; itself where nothing is to be unfolded. */
export function* unfoldedLine(
  text: string,
  source: Unfolding,
): Generator<{ readonly text: string; readonly reason?: Message }> {
  if (source.each === undefined && source.keyed === undefined) yield { text };
  else
    for (const line of readHook({ text, form: false }, source))
      yield typeof line === "string" ? { text: line } : { text, reason: line.reason };
}

/** JSON lines with the lines that stand in them, each with the number of its line in the file. */
export async function* unfolded(
  stretches: AsyncIterable<Stretch>,
  source: Unfolding,
): AsyncGenerator<Stretch | Written> {
  if (source.each === undefined && source.keyed === undefined) return yield* stretches;
  const none = new Uint32Array();
  for await (const { bytes, begins, ends, lines, bad } of stretches) {
    const unread = [...bad];
    const written: string[] = [];
    for (const [row, begin] of begins.entries()) {
      const line = lines[row]!;
      const raw = bytes.subarray(begin, ends[row]).toString("utf8").trimEnd();
      for (const { text, reason } of unfoldedLine(raw, source))
        if (reason) unread.push({ line, reason, raw: text });
        else written.push(`${line} ${text}\n`);
    }
    yield { text: written.join(""), rows: written.length };
    yield { bytes, begins: none, ends: none, lines: none, bad: unread, plain: false };
  }
}
