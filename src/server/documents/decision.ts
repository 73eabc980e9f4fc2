import { z } from "zod";
import { must } from "../../core/assert.ts";
import { Decision, Hash, type Says } from "../../core/identity/decision.ts";
import { Reason } from "../../core/identity/probable-link.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { VerdictChange } from "../../engine/identity/verdict.ts";
import type { Documents, Statements } from "./documents.ts";

/** Two people to decide on, each by one of his identifiers. */
export type DecidedPair = {
  readonly a: string;
  readonly b: string;
  readonly probability?: number | null;
  readonly reasons?: readonly Reason[] | null;
};

export type NewDecision = {
  readonly workspace: number;
  readonly says: Says;
  readonly by: string;
  readonly reason: string;
  readonly pairs: readonly DecidedPair[];
};

const PAIRS_PER_WRITE = 5000;
const Id = z.strictObject({ id: z.number().int() });

/**
 * Keeps a decision; it holds until it is taken back or a newer one on the same pair comes. One on very
 * many pairs is written piece by piece, so that nobody waits for it, and holds when all of it is there.
 */
export async function addDecision(documents: Documents, made: NewDecision): Promise<number> {
  const { pairs } = made;
  if (pairs.length <= PAIRS_PER_WRITE)
    return documents.transaction(async (statements) => {
      const id = await insertDecision(statements, made, true);
      await insertPairs(statements, made.workspace, id, pairs);
      return id;
    });
  const id = await insertDecision(documents, made, false);
  for (let from = 0; from < pairs.length; from += PAIRS_PER_WRITE)
    await insertPairs(documents, made.workspace, id, pairs.slice(from, from + PAIRS_PER_WRITE));
  await documents.query(
    z.unknown(),
    "UPDATE decision SET taken_back = NULL, taken_back_by = NULL, change = 1 WHERE id = $1",
    [id],
  );
  return id;
}

async function insertDecision(
  { query }: Statements,
  { workspace, says, by, reason, pairs }: NewDecision,
  holds: boolean,
): Promise<number> {
  const [row] = await query(
    Id,
    `INSERT INTO decision (workspace, says, by, reason, pairs, change, taken_back, taken_back_by)
     VALUES ($1, $2, $3, $4, $5, CASE WHEN $6 THEN 1 ELSE 0 END,
       CASE WHEN $6 THEN NULL ELSE now() END, CASE WHEN $6 THEN NULL ELSE $3 END) RETURNING id`,
    [workspace, says, by, reason, pairs.length, holds],
  );
  return must(row, "the new decision").id;
}

async function insertPairs(
  { query }: Statements,
  workspace: number,
  id: number,
  pairs: readonly DecidedPair[],
): Promise<void> {
  await query(
    z.unknown(),
    `INSERT INTO decided_pair (decision, workspace, a, b, probability, reasons)
     SELECT $1, $2, a, b, probability, nullif(reasons, 'null'::jsonb)
     FROM jsonb_to_recordset($3::jsonb)
       AS given (a text, b text, probability double precision, reasons jsonb)`,
    [id, workspace, JSON.stringify(pairs.map((pair) => ({ ...pair, ...ordered(pair) })))],
  );
}

/** The smaller hash first. */
function ordered({ a, b }: DecidedPair): { a: string; b: string } {
  return BigInt(a) < BigInt(b) ? { a, b } : { a: b, b: a };
}

/** Takes a decision back, or lets it hold again; rejects with `not-found`. */
export async function takeBack(
  { query }: Statements,
  { workspace, id, by, back }: { workspace: number; id: number; by: string; back: boolean },
): Promise<void> {
  const rows = await query(
    Id,
    `UPDATE decision SET change = change + 1,
       taken_back = CASE WHEN $3 THEN now() END, taken_back_by = CASE WHEN $3 THEN $4 END
     WHERE workspace = $1 AND id = $2 AND (taken_back IS NULL) = $3 RETURNING id`,
    [workspace, id, back, by],
  );
  if (rows.length > 0) return;
  const known = await query(Id, "SELECT id FROM decision WHERE workspace = $1 AND id = $2", [
    workspace,
    id,
  ]);
  if (known.length === 0) throw new AppError("not-found", message("no-decision"));
}

const Row = Decision.omit({ first: true }).extend({
  a: Hash,
  b: Hash,
  probability: z.number().nullable(),
  reasons: z.array(Reason).nullable(),
});

/** Decisions of a workspace, newest first. */
export async function listDecisions(
  { query }: Statements,
  workspace: number,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<{ decisions: Decision[]; total: number }> {
  const rows = await query(
    Row,
    `SELECT id, says, by, reason, made, taken_back AS "takenBack", taken_back_by AS "takenBackBy",
       derived < change AS due, pairs, a, b, probability, reasons
     FROM decision JOIN LATERAL (
       SELECT a, b, probability, reasons FROM decided_pair
       WHERE decided_pair.decision = decision.id ORDER BY a, b LIMIT 1
     ) AS first ON true
     WHERE workspace = $1 ORDER BY id DESC LIMIT $2 OFFSET $3`,
    [workspace, limit, offset],
  );
  const [count] = await query(
    z.strictObject({ total: z.number() }),
    "SELECT count(*) AS total FROM decision WHERE workspace = $1",
    [workspace],
  );
  return {
    decisions: rows.map(({ a, b, probability, reasons, ...row }) => ({
      ...row,
      first: { a, b, probability, reasons },
    })),
    total: must(count, "the count").total,
  };
}

/** Decisions that are not in people's journeys yet, each with the number of its last change. */
export type Due = { readonly id: number; readonly change: number };

/** What waits to be derived: the decisions, and what is in force now between those they are on. */
export async function dueVerdicts(
  { query }: Statements,
  workspace: number,
): Promise<{ due: Due[]; verdicts: VerdictChange[] }> {
  const due = await query(
    z.strictObject({ id: z.number(), change: z.number() }),
    "SELECT id, change FROM decision WHERE workspace = $1 AND derived < change ORDER BY id",
    [workspace],
  );
  if (due.length === 0) return { due, verdicts: [] };
  const verdicts = await query(
    z.strictObject({
      a: Hash,
      b: Hash,
      says: z.enum(["nothing", "same", "apart", "later"]),
      nth: z.number(),
    }),
    `SELECT pair.a, pair.b, coalesce(held.says, 'nothing') AS says, coalesce(held.id, 0) AS nth
     FROM (
       SELECT DISTINCT a, b FROM decided_pair
       WHERE decision IN (SELECT (each->>'id')::integer FROM jsonb_array_elements($2::jsonb) AS each)
     ) AS pair
     LEFT JOIN LATERAL (
       SELECT decision.says, decision.id FROM decided_pair
       JOIN decision ON decision.id = decided_pair.decision
       WHERE decided_pair.workspace = $1 AND decided_pair.a = pair.a AND decided_pair.b = pair.b
         AND taken_back IS NULL
       ORDER BY decision.id DESC LIMIT 1
     ) AS held ON true`,
    [workspace, JSON.stringify(due)],
  );
  return { due, verdicts };
}

/** Notes that these are in people's journeys. */
export async function markDerived({ query }: Statements, due: readonly Due[]): Promise<void> {
  await query(
    z.unknown(),
    `UPDATE decision SET derived = given.change
     FROM jsonb_to_recordset($1::jsonb) AS given (id integer, change integer)
     WHERE decision.id = given.id`,
    [JSON.stringify(due)],
  );
}

/** Workspaces in which something waits to be derived. */
export async function workspacesDue({ query }: Statements): Promise<number[]> {
  const rows = await query(
    Id,
    `SELECT DISTINCT workspace AS id FROM decision WHERE derived < change
     UNION SELECT id FROM workspace WHERE anew ORDER BY id`,
  );
  return rows.map(({ id }) => id);
}

const InForce = Decision.omit({ first: true, pairs: true, due: true }).extend({
  a: Hash,
  b: Hash,
  probability: z.number().nullable(),
  reasons: z.array(Reason).nullable(),
});

/** The decisions that hold between these. */
export async function decisionsInForce(
  { query }: Statements,
  workspace: number,
  pairs: readonly { readonly a: string; readonly b: string }[],
): Promise<{ a: string; b: string; decision: Omit<z.infer<typeof InForce>, "a" | "b"> }[]> {
  const rows = await query(
    InForce,
    `SELECT DISTINCT ON (pair.a, pair.b) decision.id, says, by, reason, made,
       taken_back AS "takenBack", taken_back_by AS "takenBackBy", pair.a, pair.b, probability, reasons
     FROM jsonb_to_recordset($2::jsonb) AS given (a text, b text)
     JOIN decided_pair AS pair ON pair.workspace = $1 AND pair.a = given.a AND pair.b = given.b
     JOIN decision ON decision.id = pair.decision
     WHERE taken_back IS NULL ORDER BY pair.a, pair.b, decision.id DESC`,
    [workspace, JSON.stringify(pairs.map(({ a, b }) => ({ a, b })))],
  );
  return rows.map(({ a, b, ...decision }) => ({ a, b, decision }));
}
