import { formatIn } from "../../../core/message/format.ts";
import type { Language } from "../../../core/message/wording.ts";
import { filterWords } from "../../../core/question/figure/filter-words.ts";
import { figureWords } from "../../../core/question/figure/words.ts";
import { sheetsCsv, sheetsOf, type Sheet } from "../../../core/question/sheet.ts";
import { headIn } from "../../../core/question/sheet-words.ts";
import { endpoints } from "../../../protocol/endpoint.ts";
import { isQuestion } from "../../../protocol/question/savable.ts";
import type { AnswerFileQuery, AnsweredQuestion } from "../../../protocol/question/saved.ts";
import { attachment } from "../../map/export/handlers.ts";
import type { Download } from "../../streamed.ts";
import { paperPdf, paperPng, type Bundle } from "./paper.ts";
import { workbookOf } from "./workbook.ts";

/** A saved question as tables: what it is and asks, and its last answer. */
export function sheetsOfSaved(saved: AnsweredQuestion, language: Language): Sheet[] {
  const { name, question, asked, answered, shown, names, answer } = saved;
  const t = figureWords[language];
  const head = (path: string) => headIn(path, language);
  const about = [
    [head("name"), head("value")],
    [head("name"), name],
    [t.question, question],
    ...(answered === null ? [] : [[t.computed(formatIn(language).dateTime(answered)), ""]]),
    [head("journeys"), shown?.journeys ?? ""],
    [head("of"), shown?.of ?? ""],
    [t.filter, filterWords(asked.filter, names, language).join(" · ")],
    ...Object.entries(asked.more).map(([part, value]) => [head(part), value]),
    ...Object.entries(names).map(([id, called]) => [t.nameOf(id), called]),
  ];
  return [{ name: head("about"), rows: about }, ...sheetsOf(ordered(question, answer), language)];
}

/** The store keeps no order of names: columns stand as the API has them. */
function ordered(question: string, answer: AnsweredQuestion["answer"]): Record<string, unknown> {
  const read = isQuestion(question) ? endpoints[question].answer.safeParse(answer) : null;
  if (read?.success) return { ...read.data };
  return typeof answer === "object" && !Array.isArray(answer) ? { ...answer } : {};
}

type Written = { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** Texts and last answers as the bytes of a file. */
export async function writeBundle(
  bundle: Bundle,
  { format, language }: AnswerFileQuery,
): Promise<Written> {
  if (format === "pdf") return { type: "application/pdf", bytes: await paperPdf(bundle, language) };
  if (format === "png") return { type: "image/png", bytes: await paperPng(bundle, language) };
  const answered = bundle.parts.filter((part) => typeof part !== "string");
  const books = answered.map((saved) => ({
    name: saved.name,
    sheets: sheetsOfSaved(saved, language),
  }));
  if (format === "xlsx")
    return {
      type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      bytes: await workbookOf(books, headIn("about", language)),
    };
  const sheets = books.flatMap(({ name, sheets: own }) =>
    books.length === 1 ? own : own.map((sheet) => ({ ...sheet, name: `${name}: ${sheet.name}` })),
  );
  const bytes = new TextEncoder().encode(sheetsCsv(sheets, language));
  return { type: "text/csv; charset=utf-8", bytes };
}

/** The same, to download. */
export async function answerFile(bundle: Bundle, query: AnswerFileQuery): Promise<Download> {
  const written = await writeBundle(bundle, query);
  return { ...written, headers: attachment(`${bundle.title}.${query.format}`) };
}
