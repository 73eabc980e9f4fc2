import { message } from "../../core/message/message.ts";
import { AppError, toldBy } from "../../core/problem.ts";
import type { Engine } from "../../engine/port.ts";
import { dataState } from "../../engine/question/data-state.ts";
import { isQuestion, kept } from "../../protocol/question/savable.ts";
import type { AnsweredQuestion } from "../../protocol/question/saved.ts";
import type { Documents } from "../documents/documents.ts";
import { keepAnswer, keepTrouble } from "../documents/saved-question.ts";
import type { Shelf } from "../map/shelf.ts";
import { answerOf, type Ask } from "./answer-of.ts";
import { namesOf } from "./names-of.ts";

export type SavedParts = {
  readonly engine: Engine;
  readonly documents: Documents;
  readonly shelf: Shelf;
  readonly ask: Ask;
};

type Refreshed = {
  readonly slug: string;
  readonly ws: number;
  readonly saved: AnsweredQuestion;
  readonly signal: AbortSignal;
};

/** Answers a saved question anew. What cannot be answered any more says why, and keeps its last answer. */
export async function refresh(
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
    if (!(error instanceof AppError) || signal.aborted) throw error;
    return keepTrouble(documents, ws, id, toldBy(error));
  }
}
