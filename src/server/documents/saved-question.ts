import { must } from "../../core/assert.ts";
import { message, type Message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { AnsweredQuestion, SavedQuestion, type AskedOf } from "../../protocol/question/saved.ts";
import { binOf } from "./bin.ts";
import type { Statements } from "./documents.ts";

const columns = `id, name, question, asked, names, author, at, answered, shown, state, trouble, deleted`;

/** Saved questions of a workspace by name, without their answers: those in the bin, or those that are not. */
export function listSavedQuestions(
  { query }: Statements,
  workspace: number,
  binned: boolean,
): Promise<SavedQuestion[]> {
  const sql = `SELECT ${columns} FROM saved_question
    WHERE workspace = $1 AND (deleted IS NOT NULL) = $2 ORDER BY lower(name), at, id`;
  return query(SavedQuestion, sql, [workspace, binned]);
}

/** One saved question with its last answer; rejects with `not-found`. */
export async function findSavedQuestion(
  { query }: Statements,
  workspace: number,
  id: string,
): Promise<AnsweredQuestion> {
  const sql = `SELECT ${columns}, answer FROM saved_question WHERE workspace = $1 AND id = $2`;
  const [found] = await query(AnsweredQuestion, sql, [workspace, id]);
  return found ?? absent();
}

export async function addSavedQuestion(
  { query }: Statements,
  workspace: number,
  made: {
    readonly id: string;
    readonly name: string;
    readonly question: string;
    readonly asked: AskedOf;
    readonly author: string;
  },
): Promise<AnsweredQuestion> {
  const [added] = await query(
    AnsweredQuestion,
    `INSERT INTO saved_question (workspace, id, name, question, asked, author)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6) RETURNING ${columns}, answer`,
    [workspace, made.id, made.name, made.question, JSON.stringify(made.asked), made.author],
  );
  return must(added, "the saved question");
}

/** An answer as it is kept; `answer` is null for a question whose answer is not. */
export type Answered = {
  readonly answer: unknown;
  readonly shown: unknown;
  readonly names: Readonly<Record<string, string>>;
  readonly state: string | null;
};

/** Keeps a new answer in the place of the last one; rejects with `not-found`. */
export async function keepAnswer(
  { query }: Statements,
  workspace: number,
  id: string,
  { answer, shown, names, state }: Answered,
): Promise<AnsweredQuestion> {
  const [kept] = await query(
    AnsweredQuestion,
    `UPDATE saved_question SET answer = $3::jsonb, shown = $4::jsonb, names = $5::jsonb, state = $6,
       answered = now(), trouble = NULL
     WHERE workspace = $1 AND id = $2 RETURNING ${columns}, answer`,
    [
      workspace,
      id,
      answer === null ? null : JSON.stringify(answer),
      JSON.stringify(shown),
      JSON.stringify(names),
      state,
    ],
  );
  return kept ?? absent();
}

/** Says why a question could not be answered; its last answer stays. Rejects with `not-found`. */
export async function keepTrouble(
  { query }: Statements,
  workspace: number,
  id: string,
  trouble: Message,
): Promise<AnsweredQuestion> {
  const [kept] = await query(
    AnsweredQuestion,
    `UPDATE saved_question SET trouble = $3::jsonb
     WHERE workspace = $1 AND id = $2 RETURNING ${columns}, answer`,
    [workspace, id, JSON.stringify(trouble)],
  );
  return kept ?? absent();
}

/** Rejects with `not-found`. */
export async function renameSavedQuestion(
  { query }: Statements,
  workspace: number,
  id: string,
  name: string,
): Promise<SavedQuestion> {
  const [renamed] = await query(
    SavedQuestion,
    `UPDATE saved_question SET name = $3
     WHERE workspace = $1 AND id = $2 AND deleted IS NULL RETURNING ${columns}`,
    [workspace, id, name],
  );
  return renamed ?? absent();
}

/** Thrown away, put back, and gone for good. */
export const questionBin = binOf({ table: "saved_question", columns, row: SavedQuestion, absent });

function absent(): never {
  throw new AppError("not-found", message("no-saved-question"));
}
