import { z } from "zod";
import { TakenFigure } from "../../core/question/taken/figure.ts";
import { AnsweredQuestion } from "../../protocol/question/saved.ts";
import { figuresOf } from "../../protocol/question/taken.ts";
import type { Statements } from "./documents.ts";

const columns = `id, name, question, asked, names, author, at, answered, shown, state, trouble, deleted, answer`;

const Gone = z.object({ id: z.string(), figures: z.array(TakenFigure), answered: z.string() });

/** Saved questions with their answers, those in the bin too; what is nowhere is left out. */
export function findPinnable({ query }: Statements, workspace: number, ids: readonly string[]) {
  const sql = `SELECT ${columns} FROM saved_question
    WHERE workspace = $1 AND id IN (SELECT jsonb_array_elements_text($2::jsonb))`;
  return query(AnsweredQuestion, sql, [workspace, JSON.stringify(ids)]);
}

/** The last figures of questions that are gone for good. */
export function findGone({ query }: Statements, workspace: number, ids: readonly string[]) {
  const sql = `SELECT id, figures, answered FROM gone_question
    WHERE workspace = $1 AND id IN (SELECT jsonb_array_elements_text($2::jsonb))`;
  return query(Gone, sql, [workspace, JSON.stringify(ids)]);
}

/** Keeps the last figures of questions that are about to go for good, for the maps that show them. */
export async function keepLastFigures({ query }: Statements): Promise<void> {
  const rows = await query(
    AnsweredQuestion.extend({ workspace: z.number() }),
    `SELECT workspace, ${columns} FROM saved_question
     WHERE answered IS NOT NULL AND deleted < now() - interval '30 days'`,
  );
  for (const { workspace, id, question, names, answer, answered } of rows) {
    const figures = figuresOf(question, answer, names);
    if (figures.length === 0) continue;
    await query(
      z.unknown(),
      `INSERT INTO gone_question (workspace, id, figures, answered)
       VALUES ($1, $2, $3::jsonb, $4) ON CONFLICT DO NOTHING`,
      [workspace, id, JSON.stringify(figures), answered],
    );
  }
}
