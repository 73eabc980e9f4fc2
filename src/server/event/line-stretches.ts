import { message } from "../../core/message/message.ts";
import { createRows } from "./rows.ts";
import { longestRow, rawText, type Stretch } from "./stretch.ts";

const lf = 10;

/** Cuts lines (JSON lines) into stretches of whole lines; blank ones are left out, endless ones bad. */
export async function* lineStretches(
  blocks: AsyncIterable<Buffer>,
  longest = longestRow,
): AsyncGenerator<Stretch> {
  let carry: Buffer = Buffer.alloc(0);
  let line = 1;
  let skipping = false;
  const cut = (block: Buffer, last: boolean): Stretch => {
    const bytes = carry.length > 0 ? Buffer.concat([carry, block]) : block;
    const rows = createRows();
    let at = 0;
    for (;;) {
      const found = bytes.indexOf(lf, at);
      if (found < 0 && !(last && at < bytes.length)) break;
      const next = found < 0 ? bytes.length : found + 1;
      if (skipping) rows.holed();
      else if (blank(bytes, at, next)) rows.holed();
      else if (next - at > longest) rows.bad(tooLong(bytes, at, line));
      else rows.sound(at, next, line);
      skipping = false;
      line += 1;
      at = next;
    }
    if (skipping || bytes.length - at > longest) {
      if (!skipping) rows.bad(tooLong(bytes, at, line));
      skipping = true;
      carry = Buffer.alloc(0);
    } else carry = Buffer.from(bytes.subarray(at));
    return rows.stretch(bytes, at);
  };
  for await (const block of blocks) yield cut(block, false);
  yield cut(Buffer.alloc(0), true);
}

function tooLong(bytes: Buffer, at: number, line: number) {
  return {
    line,
    reason: message("line-too-long"),
    raw: rawText(bytes.subarray(at)),
  };
}

/** Nothing but spaces, tabs and line endings. */
function blank(bytes: Buffer, begin: number, end: number): boolean {
  for (let at = begin; at < end; at += 1) if (bytes[at]! > 32) return false;
  return true;
}
