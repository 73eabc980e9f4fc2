import { plainLines } from "../../../core/map/rich-text.ts";
import { averageMeasure } from "../../../core/map/sheet/measure.ts";
import type { Sheet } from "../../../core/map/sheet/shape.ts";
import { formatIn } from "../../../core/message/format.ts";
import { say } from "../../../core/message/message.ts";
import type { Language } from "../../../core/message/wording.ts";
import { layOutReport, type Part } from "../../../core/question/figure/lay-out.ts";
import { filterWords } from "../../../core/question/figure/filter-words.ts";
import { figureWords } from "../../../core/question/figure/words.ts";
import { endpoints } from "../../../protocol/endpoint.ts";
import { isQuestion, kept, type QuestionName } from "../../../protocol/question/savable.ts";
import type { AnsweredQuestion } from "../../../protocol/question/saved.ts";
import { pdfOf } from "../../map/export/pdf.ts";
import { pngOf } from "../../map/export/png.ts";
import { svgOf } from "../../map/export/svg.ts";
import { figuresOf } from "./figures.ts";

/** What goes into a file: a title, and texts and answered questions in their order. */
export type Bundle = {
  readonly title: string;
  readonly parts: readonly (string | AnsweredQuestion)[];
};

/** A bundle as a PDF with its fonts in it. */
export function paperPdf(bundle: Bundle, language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = laidOut(bundle, language, "pages");
  return pdfOf(sheets, { title: bundle.title, language, pictures: new Map() });
}

/** A bundle as one picture. */
export function paperPng(bundle: Bundle, language: Language): Promise<Uint8Array<ArrayBuffer>> {
  const [sheet] = laidOut(bundle, language, "whole");
  if (!sheet) throw new Error("a report has a sheet");
  return pngOf(sheet, svgOf(sheet, new Map()));
}

function laidOut({ title, parts }: Bundle, language: Language, size: "whole" | "pages"): Sheet[] {
  const drawn = parts.map((part): Part =>
    typeof part === "string"
      ? { is: "text", lines: plainLines(part) }
      : questionPart(part, language),
  );
  const foot = figureWords[language].made;
  return layOutReport(title, drawn, { language, measure: averageMeasure, size, foot });
}

function questionPart(saved: AnsweredQuestion, language: Language): Part {
  const { name, question, asked, answer, answered, names, shown, trouble } = saved;
  const t = figureWords[language];
  const format = formatIn(language);
  const figures = isQuestion(question) ? figuresIn(question, answer, names, language) : [];
  const about = [
    ...(answered === null ? [] : [t.computed(format.dateTime(answered))]),
    ...(shown ? [t.shown(format.number(shown.journeys), format.number(shown.of))] : []),
    ...filterWords(asked.filter, names, language),
  ].join(" · ");
  const without =
    isQuestion(question) && kept[question] === null
      ? t.notKept
      : answer === null
        ? t.none
        : t.empty;
  return {
    is: "question",
    name,
    about: [about, ...(figures.length === 0 ? [without] : [])],
    trouble: trouble && say(trouble, language),
    figures,
  };
}

/** None of an answer that is not there, or that an older Spoor kept in another shape. */
function figuresIn(
  question: QuestionName,
  answer: AnsweredQuestion["answer"],
  names: AnsweredQuestion["names"],
  language: Language,
) {
  const read = endpoints[question].answer.safeParse(answer);
  return read.success ? figuresOf(question, read.data, { names, language }) : [];
}
