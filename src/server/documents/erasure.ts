import { z } from "zod";
import { must } from "../../core/assert.ts";
import { message, readMessage, writeMessage } from "../../core/message/message.ts";
import { Erasure, type ErasureProof, type ErasureStep } from "../../core/people/erasure.ts";
import { AppError } from "../../core/problem.ts";
import type { Statements } from "./documents.ts";

const Row = Erasure.omit({ problem: true }).extend({
  workspace: z.number().int(),
  problem: z.string().nullable(),
  /** Hashes of the identifiers, as text. */
  people: z.array(z.string()),
});
const Stored = Row.transform(({ problem, ...rest }) => ({
  ...rest,
  problem: problem === null ? null : readMessage(problem),
}));
export type StoredErasure = z.infer<typeof Stored>;

const columns = `id, workspace, state, step, who, request, for_good AS "forGood", people, started, finished,
  proof, problem`;

/** Erasures of a workspace, newest first. */
export function listErasures({ query }: Statements, workspace: number): Promise<StoredErasure[]> {
  const sql = `SELECT ${columns} FROM erasure WHERE workspace = $1 ORDER BY id DESC`;
  return query(Stored, sql, [workspace]);
}

/** One of them; rejects with `not-found`. */
export async function findErasure(
  { query }: Statements,
  workspace: number,
  id: number,
): Promise<StoredErasure> {
  const sql = `SELECT ${columns} FROM erasure WHERE workspace = $1 AND id = $2`;
  const [found] = await query(Stored, sql, [workspace, id]);
  if (!found) throw new AppError("not-found", message("no-erasure"));
  return found;
}

/** Erasures of all workspaces that a crash left halfway. */
export function unfinishedErasures({ query }: Statements): Promise<StoredErasure[]> {
  return query(Stored, `SELECT ${columns} FROM erasure WHERE state = 'running' ORDER BY id`);
}

export async function beginErasure(
  { query }: Statements,
  {
    workspace,
    who,
    request,
    forGood,
    people,
  }: Pick<StoredErasure, "workspace" | "who" | "request" | "forGood" | "people">,
): Promise<StoredErasure> {
  const [made] = await query(
    Stored,
    `INSERT INTO erasure (workspace, state, step, who, request, for_good, people)
     VALUES ($1, 'running', 'waiting', $2, $3, $4, $5::jsonb) RETURNING ${columns}`,
    [workspace, who, request, forGood, JSON.stringify(people)],
  );
  return must(made, "the new erasure");
}

export async function stepErasure(
  { query }: Statements,
  id: number,
  step: ErasureStep,
): Promise<void> {
  await query(z.unknown(), "UPDATE erasure SET step = $2 WHERE id = $1", [id, step]);
}

/** Ends an erasure with its proof, or with what went wrong. */
export async function endErasure(
  { query }: Statements,
  id: number,
  { proof, problem }: Pick<StoredErasure, "problem"> & { readonly proof: ErasureProof | null },
): Promise<StoredErasure> {
  const [ended] = await query(
    Stored,
    `UPDATE erasure SET state = $2, step = 'over', proof = coalesce($3::jsonb, proof), problem = $4,
       finished = now() WHERE id = $1 RETURNING ${columns}`,
    [
      id,
      problem === null ? "done" : "failed",
      proof && JSON.stringify(proof),
      problem && writeMessage(problem),
    ],
  );
  return must(ended, `erasure ${id}`);
}

/** An erasure as it is told. */
export function erasureOf(stored: StoredErasure): Erasure {
  const { id, state, step, who, request, forGood, started, finished, proof, problem } = stored;
  return { id, state, step, who, request, forGood, started, finished, proof, problem };
}
