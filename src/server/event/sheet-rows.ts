import { readFile } from "node:fs/promises";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { readSheet, type CellValue } from "read-excel-file/node";
import { message } from "../../core/message/message.ts";
import { unreadable, type Recognised } from "./recognise.ts";

const unpack = { none: (bytes: Buffer) => bytes, gzip: gunzipSync, zstd: zstdDecompressSync };

/** The rows of a workbook's first sheet as text; a date has no zone there, and gets none here. */
export async function sheetRows({ path, name, compression }: Recognised): Promise<string[][]> {
  const bytes = unpack[compression](await readFile(path));
  const rows = await readSheet(bytes).catch((error: unknown) => {
    throw unreadable(message("file-workbook", { name }), error);
  });
  return rows.map((row) => row.map(cellText));
}

function cellText(cell: CellValue | null): string {
  if (cell === null) return "";
  if (cell instanceof Date)
    return cell
      .toISOString()
      .replace("T", " ")
      .replace(/(?: 00:00:00)?\.000Z$|Z$/, "");
  return String(cell);
}
