import { inflateRawSync } from "node:zlib";
import type { Fitted } from "../../../core/map/exchange/fitted.ts";
import { readSheets } from "../../../core/map/exchange/read.ts";
import { sheetsOf, type Cell } from "../../../core/map/exchange/sheets.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { message, type Message } from "../../../core/message/message.ts";
import type { Language } from "../../../core/message/wording.ts";
import { AppError } from "../../../core/problem.ts";

/** What the parts of a workbook may be together when they are unpacked. */
const UNPACKED = 64;

/** A map as a workbook. Every text is a text cell, so none of them is ever a formula. */
export async function writeWorkbook(
  journey: Journey,
  language: Language,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; report: Message[] }> {
  const { default: writeXlsx } = await import("write-excel-file/node");
  const { sheets, report } = sheetsOf(journey, { all: true, language });
  const [, journeySheet] = sheets;
  const file = writeXlsx(
    sheets.map((sheet) => {
      const isTable = sheet !== journeySheet;
      return {
        sheet: sheet.name,
        columns: sheet.widths.map((width) => ({ width })),
        // The names of the columns stay in sight, and beside a touchpoint what it is called.
        ...(isTable && { stickyRowsCount: 1 }),
        ...(sheet === sheets[0] && { stickyColumnsCount: 2 }),
        data: sheet.rows.map((row, at) =>
          row.map((cell, index) =>
            cellFor(cell, {
              isHead: isTable ? at === 0 : index === 0,
              height: heightOf(row, sheet.widths),
            }),
          ),
        ),
      };
    }),
    { fontFamily: "Calibri", fontSize: 11 },
  );
  const buffer = await file.toBuffer();
  return { bytes: new Uint8Array(buffer), report };
}

/** A line of Calibri 11 in points, and how many of them a row shows at most. */
const LINE = 15;
const LINES = 12;

/** How high a row is for what stands in it: not every program fits rows to wrapped text by itself. */
function heightOf(row: readonly Cell[], widths: readonly number[]): number {
  const lines = row.map((cell, at) => {
    const width = widths[at] ?? 18;
    const own = String(cell).split("\n");
    return own.reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);
  });
  return LINE * Math.min(LINES, Math.max(1, ...lines));
}

/** A cell of a workbook; a text is a text, whatever it looks like. */
export function cellFor(cell: Cell, { isHead, height }: { isHead: boolean; height: number }) {
  if (cell === "") return null;
  const look = { height, alignVertical: "top" as const };
  if (typeof cell === "number") return { value: cell, type: Number, ...look };
  return {
    value: knownToLibrary(cell)
      ? `\\u{${cell.codePointAt(0)?.toString(16)}}${cell.slice(1)}`
      : cell,
    type: String,
    wrap: true,
    ...look,
    ...(isHead && { fontWeight: "bold" as const }),
  };
}

/** write-excel-file 4.1 counts texts in a plain object, which knows `toString` and its like already. */
function knownToLibrary(cell: string): boolean {
  return cell in Object.prototype;
}

/**
 * Reads a map from a workbook.
 * @throws AppError `unreadable-file` when it is none, or would swell beyond all measure.
 */
export async function readWorkbook(bytes: Uint8Array, name: string): Promise<Fitted> {
  weigh(bytes, name);
  const { default: readXlsx } = await import("read-excel-file/node");
  const sheets = await readXlsx(Buffer.from(bytes), { trim: false }).catch((cause: unknown) => {
    throw new AppError("unreadable-file", message("file-workbook", { name }), { cause });
  });
  return readSheets(
    sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) => row.map(textOf)),
    })),
    name,
  );
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === "string" ? cell : JSON.stringify(cell);
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * Unpacks every part of the archive once, and stops where it grows too large: what an archive says of
 * its own size is not to be believed.
 */
function weigh(bytes: Uint8Array, name: string): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const broken = (cause?: unknown) =>
    new AppError("unreadable-file", message("file-workbook", { name }), { cause });
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > file.length || file.readUInt32LE(end) !== END) throw broken();
  let left = UNPACKED * 1024 * 1024;
  let at = file.readUInt32LE(end + 16);
  for (let entry = file.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw broken();
    const method = file.readUInt16LE(at + 10);
    const packed = file.readUInt32LE(at + 20);
    const local = file.readUInt32LE(at + 42);
    if (local + 30 > file.length) throw broken();
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const part = file.subarray(start, start + packed);
    try {
      left -= method === 8 ? inflateRawSync(part, { maxOutputLength: left }).length : part.length;
    } catch (cause) {
      if (!isTooLarge(cause)) throw broken(cause);
      left = -1;
    }
    if (left <= 0)
      throw new AppError(
        "unreadable-file",
        message("map-workbook-swells", { name, megabytes: UNPACKED }),
      );
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
}

function isTooLarge(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE";
}
