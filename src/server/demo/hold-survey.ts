import { randomUUID } from "node:crypto";
import { z } from "zod";
import { heldSurvey } from "../../core/demo/survey.ts";
import type { Statements } from "../documents/documents.ts";
import { addSurvey } from "../documents/survey.ts";

/** Writes the survey of the demo with its answers, as it stood when it was over. */
export async function holdSurvey(
  statements: Statements,
  workspace: number,
  seed: number,
): Promise<void> {
  const { answers, ...survey } = heldSurvey(seed);
  const { id } = await addSurvey(statements, workspace, {
    ...survey,
    id: randomUUID(),
    author: "Klantbeleving",
    closed: survey.ends,
  });
  const rows = answers.map((answer, nth) => ({ ...answer, token: `${seed} ${nth}` }));
  await statements.query(
    z.unknown(),
    `INSERT INTO survey_answer (survey, token_hash, workspace, department, scores, remark)
     SELECT $1, encode(sha256(convert_to(given->>'token', 'UTF8')), 'hex'), $2, given->>'department',
       given->'scores', given->>'remark'
     FROM jsonb_array_elements($3::jsonb) AS given`,
    [id, workspace, JSON.stringify(rows)],
  );
}
