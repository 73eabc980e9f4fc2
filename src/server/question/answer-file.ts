import { sheetsCsv, sheetsOf, type Sheet } from "../../core/question/sheet.ts";
import { endpoints } from "../../protocol/endpoint.ts";
import { isQuestion } from "../../protocol/question/savable.ts";
import type { AnswerFileQuery, AnsweredQuestion } from "../../protocol/question/saved.ts";
import { attachment } from "../map/export/handlers.ts";
import { cellFor } from "../map/exchange/workbook.ts";
import type { Download } from "../streamed.ts";

/** A saved question as tables: what it is and asks, and its last answer. */
export function sheetsOfSaved(saved: AnsweredQuestion): Sheet[] {
  const { name, question, asked, answered, shown, names, answer } = saved;
  const about = [
    ["name", "value"],
    ["name", name],
    ["question", question],
    ["computed", answered ?? ""],
    ["journeys", shown?.journeys ?? ""],
    ["of", shown?.of ?? ""],
    ["filter", JSON.stringify(asked.filter)],
    ...Object.entries(asked.more),
    ...Object.entries(names).map(([id, called]) => [`name of ${id}`, called]),
  ];
  return [{ name: "about", rows: about }, ...sheetsOf(ordered(question, answer))];
}

/** The store keeps no order of names: columns stand as the API has them. */
function ordered(question: string, answer: AnsweredQuestion["answer"]): Record<string, unknown> {
  const read = isQuestion(question) ? endpoints[question].answer.safeParse(answer) : null;
  if (read?.success) return { ...read.data };
  return typeof answer === "object" && !Array.isArray(answer) ? { ...answer } : {};
}

/** Last answers as a file to download. */
export async function answerFile(
  title: string,
  questions: readonly AnsweredQuestion[],
  { format, language }: AnswerFileQuery,
): Promise<Download> {
  const sheets = questions.flatMap((each, nth) =>
    sheetsOfSaved(each).map((sheet) => ({
      ...sheet,
      name: questions.length === 1 ? sheet.name : `${nth + 1} ${sheet.name}`,
    })),
  );
  const headers = attachment(`${title}.${format}`);
  if (format === "csv") {
    const bytes = new TextEncoder().encode(sheetsCsv(sheets, language));
    return { type: "text/csv; charset=utf-8", bytes, headers };
  }
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return { type, bytes: await workbook(sheets), headers };
}

/** Letters that the name of a sheet may have; programs take no more of them. */
const NAME = 31;
const LINE = 15;

async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: writeXlsx } = await import("write-excel-file/node");
  // A workbook without a sheet is none.
  const all = sheets.length > 0 ? sheets : [{ name: "about", rows: [["name", "value"]] }];
  const file = writeXlsx(
    all.map(({ name, rows }, nth) => ({
      sheet: name.length <= NAME ? name : `${name.slice(0, NAME - 4)}~${nth}`,
      stickyRowsCount: 1,
      columns: (rows[0] ?? []).map(() => ({ width: 22 })),
      data: rows.map((row, at) =>
        row.map((cell) => cellFor(cell, { isHead: at === 0, height: LINE })),
      ),
    })),
    { fontFamily: "Calibri", fontSize: 11 },
  );
  return new Uint8Array(await file.toBuffer());
}
