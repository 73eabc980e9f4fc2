import { randomUUID } from "node:crypto";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { isQuestion } from "../../protocol/question/savable.ts";
import {
  addSavedQuestion,
  questionBin,
  findSavedQuestion,
  listSavedQuestions,
  renameSavedQuestion,
} from "../documents/saved-question.ts";
import { findWorkspace } from "../documents/workspace.ts";
import type { Handlers } from "../handlers.ts";
import { answerFile } from "./file/answer-file.ts";
import { refresh, type SavedParts } from "./refresh.ts";

type Names =
  | "savedQuestions"
  | "savedQuestion"
  | "saveQuestion"
  | "renameQuestion"
  | "refreshQuestion"
  | "questionFile"
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
    async questionFile({ params, query }) {
      const ws = await idOf(params.workspace);
      const saved = await findSavedQuestion(documents, ws, params.question);
      return answerFile({ title: saved.name, parts: [saved] }, query);
    },
    async deleteQuestion({ params }) {
      return questionBin.move(documents, await idOf(params.workspace), params.question, true);
    },
    async restoreQuestion({ params }) {
      return questionBin.move(documents, await idOf(params.workspace), params.question, false);
    },
  };
}
