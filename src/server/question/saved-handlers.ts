import { randomUUID } from "node:crypto";
import { message } from "../../core/message/message.ts";
import { AppError, toldBy } from "../../core/problem.ts";
import type { Engine } from "../../engine/port.ts";
import { dataState } from "../../engine/question/data-state.ts";
import { isQuestion, kept } from "../../protocol/question/savable.ts";
import type { AnsweredQuestion } from "../../protocol/question/saved.ts";
import type { Documents } from "../documents/documents.ts";
import {
  addSavedQuestion,
  binSavedQuestion,
  findSavedQuestion,
  keepAnswer,
  keepTrouble,
  listSavedQuestions,
  renameSavedQuestion,
} from "../documents/saved-question.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import type { Shelf } from "../map/shelf.ts";
import { answerOf, type Ask } from "./answer-of.ts";
import { namesOf } from "./names-of.ts";

export type SavedParts = {
  readonly engine: Engine;
  readonly documents: Documents;
  readonly shelf: Shelf;
  readonly ask: Ask;
};

type Names =
  | "savedQuestions"
  | "savedQuestion"
  | "saveQuestion"
  | "renameQuestion"
  | "refreshQuestion"
  | "deleteQuestion"
  | "restoreQuestion";

/** Handlers of saved questions. */
export function savedHandlers(parts: SavedParts): Pick<Handlers, Names> {
  const { documents } = parts;
  const idOf = async (slug: string) => (await findWorkspace(documents, slug)).id;
  return {
    async savedQuestions({ params, query }) {
      return listSavedQuestions(documents, await idOf(params.workspace), query.binned === "1");
    },
    async savedQuestion({ params }) {
      return findSavedQuestion(documents, await idOf(params.workspace), params.question);
    },
    async saveQuestion({ params, body, signal }) {
      const ws = await idOf(params.workspace);
      if (!isQuestion(body.question))
        throw new AppError("bad-request", message("no-such-question", { name: body.question }));
      const saved = await addSavedQuestion(documents, ws, { ...body, id: randomUUID() });
      return refresh(parts, { slug: params.workspace, ws, saved, signal });
    },
    async renameQuestion({ params, body }) {
      const ws = await idOf(params.workspace);
      return renameSavedQuestion(documents, ws, params.question, body.name);
    },
    async refreshQuestion({ params, signal }) {
      const ws = await idOf(params.workspace);
      const saved = await findSavedQuestion(documents, ws, params.question);
      return refresh(parts, { slug: params.workspace, ws, saved, signal });
    },
    async deleteQuestion({ params }) {
      return binSavedQuestion(documents, await idOf(params.workspace), params.question, true);
    },
    async restoreQuestion({ params }) {
      return binSavedQuestion(documents, await idOf(params.workspace), params.question, false);
    },
  };
}

type Refreshed = {
  readonly slug: string;
  readonly ws: number;
  readonly saved: AnsweredQuestion;
  readonly signal: AbortSignal;
};

/** Answers a saved question anew. What cannot be answered any more says why, and keeps its last answer. */
async function refresh(
  parts: SavedParts,
  { slug, ws, saved, signal }: Refreshed,
): Promise<AnsweredQuestion> {
  const { engine, documents, ask } = parts;
  const { id, question, asked, names: before } = saved;
  try {
    if (!isQuestion(question))
      throw new AppError("bad-request", message("no-such-question", { name: question }));
    const names = await namesOf(parts, ws, asked, before);
    const first = await dataState(engine, ws, signal);
    const answer = await answerOf(ask, question, { workspace: slug, asked, signal });
    const state = (await dataState(engine, ws, signal)) === first ? first : null;
    const keep = kept[question] as ((answer: unknown) => unknown) | null;
    return await keepAnswer(documents, ws, id, {
      answer: keep && keep(answer),
      shown: answer.shown,
      names,
      state,
    });
  } catch (error) {
    if (!(error instanceof AppError) || !lasting.has(error.code)) throw error;
    return keepTrouble(documents, ws, id, toldBy(error));
  }
}

/** What does not go by trying again. */
const lasting: ReadonlySet<string> = new Set(["bad-request", "not-found", "too-much", "timeout"]);
