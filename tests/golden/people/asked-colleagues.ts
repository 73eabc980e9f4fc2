import { z } from "zod";
import type { Documents } from "../../../src/server/documents/documents.ts";

/** What a colleague wrote in a survey, and the name of a department that should not be one. */
export async function askColleagues(
  documents: Documents,
  { customer, mail }: { readonly customer: string; readonly mail: string },
): Promise<void> {
  const done = z.unknown();
  await documents.query(
    done,
    `INSERT INTO survey (id, workspace, map, question, touchpoints, departments, author, ends)
     SELECT 'asked', 1, id, $1, '[]', $2::jsonb, 'Eva', now() FROM map WHERE workspace = 1 LIMIT 1`,
    [`What of ${customer}?`, JSON.stringify([`Desk of ${mail}`, "Sales"])],
  );
  await documents.query(
    done,
    `INSERT INTO survey_answer (survey, token_hash, workspace, department, scores, remark)
     VALUES ('asked', 'hash', 1, $1, '{"tp_a": -1}', $2)`,
    [`Desk of ${mail}`, `${mail.toUpperCase()} waited three weeks`],
  );
}

export function askedColleagues(documents: Documents): Promise<unknown[]> {
  return documents.query(
    z.unknown(),
    `SELECT question, departments, department, scores, remark FROM survey JOIN survey_answer ON survey = id`,
  );
}

/** The same, once the customer was erased. */
export const namedNobody = [
  {
    question: "What of ▇▇▇?",
    departments: ["Desk of ▇▇▇", "Sales"],
    department: "Desk of ▇▇▇",
    scores: { tp_a: -1 },
    remark: "▇▇▇ waited three weeks",
  },
];
