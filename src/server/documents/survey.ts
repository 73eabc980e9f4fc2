import { z } from "zod";
import { must } from "../../core/assert.ts";
import { Survey, SurveyAnswer, type SurveyDraft } from "../../core/evidence/survey.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { binOf } from "./bin.ts";
import type { Statements } from "./documents.ts";

const nothing = z.unknown();
const columns = `survey.id, survey.map, question, touchpoints, departments, survey.author, survey.at, ends, closed,
  survey.deleted`;

/** Surveys about the maps of a workspace, the last one first: those in the bin, or those that are not. */
export function listSurveys(
  { query }: Statements,
  workspace: number,
  binned: boolean,
): Promise<Survey[]> {
  return query(
    Survey,
    `SELECT ${columns} FROM survey JOIN map ON map.workspace = survey.workspace AND map.id = survey.map
     WHERE survey.workspace = $1 AND (survey.deleted IS NOT NULL) = $2 AND map.deleted IS NULL
     ORDER BY survey.at DESC, survey.id`,
    [workspace, binned],
  );
}

/** One survey, in the bin or not; rejects with `not-found`. */
export async function findSurvey(
  { query }: Statements,
  workspace: number,
  id: string,
): Promise<Survey> {
  const sql = `SELECT ${columns} FROM survey WHERE workspace = $1 AND id = $2`;
  const [found] = await query(Survey, sql, [workspace, id]);
  return found ?? absent();
}

export type NewSurvey = SurveyDraft & {
  readonly id: string;
  readonly author: string;
  /** For one that was held before it came here. */
  readonly at?: string;
  readonly closed?: string;
};

export async function addSurvey(
  { query }: Statements,
  workspace: number,
  made: NewSurvey,
): Promise<Survey> {
  const { id, map, question, touchpoints, departments, author, ends } = made;
  const lists = [JSON.stringify(touchpoints), JSON.stringify(departments)];
  const [added] = await query(
    Survey,
    `INSERT INTO survey (workspace, id, map, question, touchpoints, departments, author, ends, at, closed)
     VALUES ($1, $2, $3, $4, $5::jsonb, $6::jsonb, $7, $8::timestamptz,
       coalesce($9::timestamptz, now()), $10::timestamptz)
     RETURNING ${columns}`,
    [workspace, id, map, question, ...lists, author, ends, made.at ?? null, made.closed ?? null],
  );
  return must(added, "the new survey");
}

/** Ends a survey; one that is over stays as it ended. Rejects with `not-found`. */
export async function endSurvey(
  { query }: Statements,
  workspace: number,
  id: string,
): Promise<Survey> {
  const [ended] = await query(
    Survey,
    `UPDATE survey SET closed = coalesce(closed, CASE WHEN ends > now() THEN now() END)
     WHERE workspace = $1 AND id = $2 AND deleted IS NULL RETURNING ${columns}`,
    [workspace, id],
  );
  return ended ?? absent();
}

/** Thrown away with the answers, put back, and gone for good. */
export const surveyBin = binOf({ table: "survey", columns, row: Survey, absent });

/**
 * Keeps an answer in the place of the one that the same browser gave before, of which nothing stays. False
 * when the survey takes none any more, or holds `most` of others.
 */
export async function keepSurveyAnswer(
  { query }: Statements,
  survey: string,
  { hash, answer, most }: { hash: string; answer: SurveyAnswer; most: number },
): Promise<boolean> {
  const { department, scores, remark } = answer;
  const kept = await query(
    nothing,
    `INSERT INTO survey_answer (survey, token_hash, workspace, department, scores, remark)
     SELECT id, $2, workspace, $3, $4::jsonb, $5 FROM survey
     WHERE id = $1 AND closed IS NULL AND ends > now() AND deleted IS NULL
       AND (SELECT count(*) FROM survey_answer WHERE survey = $1 AND token_hash <> $2) < $6
     ON CONFLICT (survey, token_hash) DO UPDATE
       SET department = excluded.department, scores = excluded.scores, remark = excluded.remark
     RETURNING 1 AS done`,
    [survey, hash, department, JSON.stringify(scores), remark, most],
  );
  return kept.length > 0;
}

/** What was answered, in an order that tells nothing of when. */
export function listSurveyAnswers({ query }: Statements, survey: string): Promise<SurveyAnswer[]> {
  return query(
    SurveyAnswer,
    `SELECT department, scores, remark FROM survey_answer WHERE survey = $1 ORDER BY token_hash`,
    [survey],
  );
}

const Count = z.strictObject({ survey: z.string(), department: z.string(), n: z.number().int() });

/** How many answered, by survey and department. */
export function countSurveyAnswers(
  { query }: Statements,
  workspace: number,
): Promise<z.infer<typeof Count>[]> {
  return query(
    Count,
    `SELECT survey, department, count(*)::integer AS n FROM survey_answer WHERE workspace = $1
     GROUP BY survey, department ORDER BY survey, department`,
    [workspace],
  );
}

function absent(): never {
  throw new AppError("not-found", message("no-survey"));
}
