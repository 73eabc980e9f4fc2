import { isUtf8 } from "node:buffer";
import { message } from "../../core/message/message.ts";
import { rawText, type BadRow, type Stretch } from "./stretch.ts";

/** Collects the rows of one stretch. */
export type Rows = {
  sound(begin: number, end: number, line: number): void;
  bad(row: BadRow): void;
  /** The stretch is not in one piece: a blank line was left out, or a row spans lines. */
  holed(): void;
  stretch(bytes: Buffer, end: number): Stretch;
};

/** Starts with room for `room` rows; it grows when there are more. */
export function createRows(room = 65_536): Rows {
  let begins = new Uint32Array(room);
  let ends = new Uint32Array(room);
  let lines = new Uint32Array(room);
  let count = 0;
  let whole = true;
  const bad: BadRow[] = [];
  const grow = (old: Uint32Array<ArrayBuffer>) => {
    const wider = new Uint32Array(old.length * 2);
    wider.set(old);
    return wider;
  };
  return {
    sound(begin, end, line) {
      if (count === begins.length) [begins, ends, lines] = [grow(begins), grow(ends), grow(lines)];
      begins[count] = begin;
      ends[count] = end;
      lines[count] = line;
      count += 1;
    },
    bad(row) {
      bad.push(row);
      whole = false;
    },
    holed() {
      whole = false;
    },
    stretch(bytes, end) {
      const all = {
        begins: begins.subarray(0, count),
        ends: ends.subarray(0, count),
        lines: lines.subarray(0, count),
      };
      const read = bytes.subarray(0, end);
      if (isUtf8(read) && !read.includes(0)) return { bytes, ...all, bad, plain: whole };
      return { bytes, ...withoutFoul(bytes, all, bad), bad, plain: false };
    },
  };
}

/** Moves rows with NUL bytes or broken UTF-8 to the bad ones. */
function withoutFoul(
  bytes: Buffer,
  { begins, ends, lines }: Pick<Stretch, "begins" | "ends" | "lines">,
  bad: BadRow[],
): Pick<Stretch, "begins" | "ends" | "lines"> {
  let count = 0;
  for (let row = 0; row < begins.length; row += 1) {
    const [begin, end, line] = [begins[row]!, ends[row]!, lines[row]!];
    const raw = bytes.subarray(begin, end);
    const reason = raw.includes(0)
      ? message("nul-bytes")
      : isUtf8(raw)
        ? null
        : message("not-utf-8");
    if (reason) bad.push({ line, reason, raw: rawText(raw) });
    else {
      begins[count] = begin;
      ends[count] = end;
      lines[count] = line;
      count += 1;
    }
  }
  return {
    begins: begins.subarray(0, count),
    ends: ends.subarray(0, count),
    lines: lines.subarray(0, count),
  };
}
