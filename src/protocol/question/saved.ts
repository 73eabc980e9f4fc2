import { z } from "zod";
import { Message } from "../../core/message/message.ts";
import { Shown } from "../../core/question/answers.ts";
import { Filter } from "../../core/question/filter.ts";
import type { Endpoint } from "../endpoint.ts";

/** All that a question asks: the filter, and what it takes beside it, as the API names that. */
export const AskedOf = z.strictObject({
  filter: Filter.default({}),
  more: z
    .record(z.string().max(40), z.union([z.string().max(1000), z.number()]))
    .refine((more) => Object.keys(more).length <= 20, "at most 20 parts")
    .default({}),
});
export type AskedOf = z.infer<typeof AskedOf>;

const Name = z.string().trim().min(1).max(120);
const Author = z.string().trim().min(1).max(80);

/** A question that was saved, and what is known of its last answer. */
export const SavedQuestion = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Name of the question's line in this table: `funnel`, `timeTo`. */
  question: z.string(),
  asked: AskedOf,
  /** What the ids in it and in its answer are called: touchpoints by code, segments, maps and what is drawn on them. */
  names: z.record(z.string(), z.string()),
  author: z.string(),
  at: z.string(),
  /** When its last answer was computed, about how many journeys; null as long as there is none. */
  answered: z.string().nullable(),
  shown: Shown.nullable(),
  /** Two answers with the same state are computed from the same data; null when the data changed meanwhile. */
  state: z.string().nullable(),
  /** Why it could not be answered when it was last tried. */
  trouble: Message.nullable(),
  deleted: z.string().nullable(),
});
export type SavedQuestion = z.infer<typeof SavedQuestion>;

/** With its last answer: that of its question, without what leads to single customers. */
export const AnsweredQuestion = SavedQuestion.extend({ answer: z.json().nullable() });
export type AnsweredQuestion = z.infer<typeof AnsweredQuestion>;

/** Spreadsheets hold all of an answer, PDF and PNG the figures of it that say most. */
export const AnswerFormat = z.enum(["csv", "xlsx", "pdf", "png"]);
export type AnswerFormat = z.infer<typeof AnswerFormat>;

/** Which kind of file; its words, and the signs that CSV is written with, are those of the language. */
export const AnswerFileQuery = z.object({
  format: AnswerFormat,
  language: z.enum(["nl", "en"]).default("en"),
});
export type AnswerFileQuery = z.infer<typeof AnswerFileQuery>;

const path = "/api/w/{workspace}/questions";

export const savedEndpoints = {
  savedQuestions: {
    method: "GET",
    path,
    summary: "Saved questions by name, or those in the bin",
    query: z.object({ binned: z.literal("1").optional() }),
    answer: z.array(SavedQuestion),
  },
  savedQuestion: {
    method: "GET",
    path: `${path}/{question}`,
    summary: "One saved question with its last answer",
    answer: AnsweredQuestion,
  },
  saveQuestion: {
    method: "POST",
    path,
    summary: "Save a question; it is answered at once",
    body: z.strictObject({
      name: Name,
      question: z.string().max(40),
      asked: AskedOf,
      author: Author,
    }),
    answer: AnsweredQuestion,
  },
  renameQuestion: {
    method: "PUT",
    path: `${path}/{question}`,
    summary: "Give a saved question another name",
    body: z.strictObject({ name: Name }),
    answer: SavedQuestion,
  },
  refreshQuestion: {
    method: "POST",
    path: `${path}/{question}/refresh`,
    summary:
      "Answer a saved question anew; where that cannot be done its last answer stays, with the reason",
    answer: AnsweredQuestion,
  },
  questionFile: {
    method: "GET",
    path: `${path}/{question}/file`,
    summary:
      "The last answer of a saved question as a file: a spreadsheet of every figure, or a drawing of those that say most",
    query: AnswerFileQuery,
    download: true,
    answer: z.instanceof(Uint8Array),
  },
  deleteQuestion: {
    method: "DELETE",
    path: `${path}/{question}`,
    summary: "Put a saved question in the bin, where it is kept for thirty days",
    answer: SavedQuestion,
  },
  restoreQuestion: {
    method: "POST",
    path: `${path}/{question}/restore`,
    summary: "Take a saved question out of the bin",
    answer: SavedQuestion,
  },
} as const satisfies Record<string, Endpoint>;
