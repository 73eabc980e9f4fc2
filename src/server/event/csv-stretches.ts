import { message } from "../../core/message/message.ts";
import { createRows, type Rows } from "./rows.ts";
import { longestRow, rawText, type Stretch } from "./stretch.ts";

const quote = 34;
const lf = 10;
const cr = 13;

export type CsvShape = {
  /** One ASCII character. */
  readonly delimiter: string;
  /** Cells that every row must have. */
  readonly columns: number;
  /** Line number of the first byte. */
  readonly line?: number;
  readonly longest?: number;
};

/**
 * Cuts CSV (RFC 4180, any line ending, UTF-8) into stretches of whole rows, byte by byte and without
 * a string per row. Blank lines are left out; rows with another number of cells, with text after a
 * closing quote, with a quote that is never closed or longer than `longest` bytes are bad.
 */
export async function* csvStretches(
  blocks: AsyncIterable<Buffer>,
  { delimiter, columns, line = 1, longest = longestRow }: CsvShape,
): AsyncGenerator<Stretch> {
  const scanner: Scanner = {
    delimiter: delimiter.charCodeAt(0),
    columns,
    line,
    longest,
    skipping: false,
  };
  let carry = Buffer.alloc(0);
  for await (const block of blocks) {
    const { stretch, rest } = scan(scanner, carry, block, false);
    carry = rest;
    yield stretch;
  }
  while (carry.length > 0) {
    const { stretch, rest } = scan(scanner, carry, Buffer.alloc(0), true);
    carry = rest;
    yield stretch;
  }
}

type Scanner = {
  readonly delimiter: number;
  readonly columns: number;
  readonly longest: number;
  /** The line that comes next. */
  line: number;
  /** Inside a row that is too long: drop everything up to its end. */
  skipping: boolean;
};

function scan(
  scanner: Scanner,
  carry: Buffer,
  block: Buffer,
  last: boolean,
): { stretch: Stretch; rest: Buffer<ArrayBuffer> } {
  const end = carry.length + block.length;
  // One line feed more than there is, so that the loops below need not look for the end.
  const bytes = Buffer.allocUnsafe(end + 1);
  carry.copy(bytes);
  block.copy(bytes, carry.length);
  bytes[end] = lf;

  const rows = createRows();
  let at = 0;
  if (scanner.skipping) {
    while (bytes[at] !== lf && bytes[at] !== cr) at += 1;
    if (at >= end) return { stretch: rows.stretch(bytes, 0), rest: Buffer.alloc(0) };
    at = lineEnd(bytes, at, end);
    scanner.skipping = false;
    scanner.line += 1;
    rows.holed();
  }
  while (at < end) {
    const next = scanRow(scanner, bytes, at, end, last, rows);
    if (next === null) break;
    at = next;
  }
  const rest = scanner.skipping
    ? Buffer.alloc(0)
    : Buffer.from(bytes.subarray(Math.min(at, end), end));
  return { stretch: rows.stretch(bytes, at), rest };
}

/** Scans one row and returns where the next begins; null when the row goes on beyond the bytes. */
function scanRow(
  scanner: Scanner,
  bytes: Buffer,
  begin: number,
  end: number,
  last: boolean,
  rows: Rows,
): number | null {
  const { delimiter, columns, line, longest } = scanner;
  let at = begin;
  let cells = 1;
  let breaks = 0;
  let junk = false;
  let open = false;
  for (;;) {
    if (bytes[at] === quote) {
      open = true;
      at += 1;
      while (at < end) {
        const byte = bytes[at];
        at += 1;
        if (byte === lf) breaks += 1;
        else if (byte === quote) {
          if (bytes[at] !== quote || at >= end) {
            open = false;
            break;
          }
          at += 1;
        }
      }
      if (open) break;
      const after = bytes[at];
      if (after !== delimiter && after !== lf && after !== cr) junk = true;
    }
    let byte = bytes[at];
    while (byte !== delimiter && byte !== lf && byte !== cr) {
      at += 1;
      byte = bytes[at];
    }
    if (byte !== delimiter || at >= end) break;
    cells += 1;
    at += 1;
  }

  // A carriage return at the very end may have its line feed in the next block.
  const unfinished = at >= end || (bytes[at] === cr && at + 1 >= end);
  if (unfinished && !last && end - begin <= longest) return null;
  if (open) return badLine(scanner, bytes, begin, end, rows);
  if (at - begin > longest) {
    rows.bad({ line, reason: message("row-too-long"), raw: rawText(bytes.subarray(begin, at)) });
    scanner.skipping = unfinished && !last;
    scanner.line += scanner.skipping ? 0 : breaks + 1;
    return scanner.skipping ? end : lineEnd(bytes, at, end);
  }
  if (unfinished && !last) return null;

  const next = lineEnd(bytes, at, end);
  scanner.line += breaks + 1;
  if (at === begin) rows.holed();
  else if (junk)
    rows.bad({
      line,
      reason: message("text-after-quote"),
      raw: rawText(bytes.subarray(begin, next)),
    });
  else if (cells !== columns)
    rows.bad({
      line,
      reason: message("other-cells", { cells, columns }),
      raw: rawText(bytes.subarray(begin, next)),
    });
  else rows.sound(begin, next, line);
  if (breaks > 0) rows.holed();
  return next;
}

/** A quote that is never closed would swallow all that follows: only its first line is given up. */
function badLine(scanner: Scanner, bytes: Buffer, begin: number, end: number, rows: Rows): number {
  let at = begin;
  while (bytes[at] !== lf && bytes[at] !== cr) at += 1;
  const next = lineEnd(bytes, at, end);
  rows.bad({
    line: scanner.line,
    reason: message("quote-never-closed"),
    raw: rawText(bytes.subarray(begin, at)),
  });
  scanner.skipping = at >= end;
  if (!scanner.skipping) scanner.line += 1;
  return next;
}

/** Steps over a line ending; a lone carriage return becomes the line feed that the engine knows. */
function lineEnd(bytes: Buffer, at: number, end: number): number {
  if (at >= end) return end;
  if (bytes[at] === cr) {
    if (bytes[at + 1] === lf && at + 1 < end) return at + 2;
    bytes[at] = lf;
  }
  return at + 1;
}
