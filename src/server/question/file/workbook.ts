import type { Sheet } from "../../../core/question/sheet.ts";
import { cellFor } from "../../map/exchange/workbook.ts";

/** A question's tables under the name that it was saved by. */
type Book = { readonly name: string; readonly sheets: readonly Sheet[] };

/** Letters that the name of a sheet may have; programs take no more of them. */
const NAME = 31;
const LINE = 15;
const WIDTH = 22;

/** A workbook with a sheet for each question, its tables under each other. */
export async function workbookOf(
  books: readonly Book[],
  /** What the only sheet is called when there is no question. */
  empty: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeXlsx } = await import("write-excel-file/node");
  // A workbook without a sheet is none.
  const all = books.length > 0 ? books : [{ name: empty, sheets: [{ name: empty, rows: [[]] }] }];
  const file = writeXlsx(
    all.map(({ name, sheets }, nth) => {
      const widest = Math.max(1, ...sheets.flatMap(({ rows }) => rows.map((row) => row.length)));
      return {
        sheet: sheetName(name, nth),
        columns: Array.from({ length: widest }, () => ({ width: WIDTH })),
        data: sheets.flatMap(({ name: table, rows }, at) => [
          ...(at > 0 ? [[]] : []),
          [cellFor(table, { isHead: true, height: LINE })],
          ...rows.map((row, line) =>
            row.map((cell) => cellFor(cell, { isHead: line === 0, height: LINE })),
          ),
        ]),
      };
    }),
    { fontFamily: "Calibri", fontSize: 11 },
  );
  return new Uint8Array(await file.toBuffer());
}

/** By its place, so that no two are alike, and without what a sheet may not be called. */
function sheetName(name: string, nth: number): string {
  const bare = name.replaceAll(/[[\]:*?/\\\p{Cc}]/gu, " ").trim();
  return `${nth + 1} ${bare}`.slice(0, NAME).replace(/'+$/, "").trim();
}
