import { z } from "zod";
import { must } from "../../core/assert.ts";
import { ImportState, Ledger } from "../../core/event/import.ts";
import { Mapping } from "../../core/event/mapping.ts";
import { Message, message, readMessage, writeMessage } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Statements } from "./documents.ts";

/** Notes of an older version are text. */
const Kept = z.union([Message, z.string().transform(readMessage)]);

export const StoredImport = z.strictObject({
  /** `import` in the engine's tables. */
  id: z.number().int(),
  workspace: z.number().int(),
  state: ImportState,
  /** Names of the files, as the user knows them. */
  files: z.array(z.string()),
  mapping: Mapping,
  /** Hash of the files' bytes and the mapping. */
  fingerprint: z.string().nullable(),
  rows: z.number().int(),
  bytes: z.number().int(),
  ledger: Ledger,
  notes: z.array(Kept),
  problem: z.string().transform(readMessage).nullable(),
  started: z.string(),
  finished: z.string().nullable(),
});
export type StoredImport = z.infer<typeof StoredImport>;

const columns =
  "id, workspace, state, files, mapping, fingerprint, rows, bytes, ledger, notes, problem, started, finished";

const nothingYet: Ledger = { received: 0, stored: 0, duplicate: 0, quarantined: 0 };

/** Opens the books of an import that waits for its turn. */
export async function createImport(
  { query }: Statements,
  {
    workspace,
    files,
    mapping,
    bytes,
  }: Pick<StoredImport, "workspace" | "files" | "mapping" | "bytes">,
): Promise<StoredImport> {
  const [made] = await query(
    StoredImport,
    `INSERT INTO import (workspace, state, files, mapping, bytes, ledger)
     VALUES ($1, 'waiting', $2::jsonb, $3::jsonb, $4, $5::jsonb) RETURNING ${columns}`,
    [workspace, JSON.stringify(files), JSON.stringify(mapping), bytes, JSON.stringify(nothingYet)],
  );
  return must(made, "the new import");
}

/** Writes how far an import is; it gets its finishing time when its state is a last one. */
export async function saveImport(
  { query }: Statements,
  id: number,
  progress: Pick<StoredImport, "state" | "rows" | "ledger" | "notes" | "problem" | "fingerprint">,
): Promise<StoredImport> {
  const [saved] = await query(
    StoredImport,
    `UPDATE import SET state = $2, rows = $3, ledger = $4::jsonb, notes = $5::jsonb, problem = $6,
       fingerprint = $7,
       finished = CASE WHEN $2 IN ('done', 'failed', 'cancelled') THEN now() END
     WHERE id = $1 RETURNING ${columns}`,
    [
      id,
      progress.state,
      progress.rows,
      JSON.stringify(progress.ledger),
      JSON.stringify(progress.notes),
      progress.problem && writeMessage(progress.problem),
      progress.fingerprint,
    ],
  );
  return must(saved, `import ${id}`);
}

/** Imports of a workspace, newest first. */
export function listImports({ query }: Statements, workspace: number): Promise<StoredImport[]> {
  const sql = `SELECT ${columns} FROM import WHERE workspace = $1 ORDER BY id DESC`;
  return query(StoredImport, sql, [workspace]);
}

/** One import of a workspace; rejects with `not-found`. */
export async function findImport(
  { query }: Statements,
  workspace: number,
  id: number,
): Promise<StoredImport> {
  const sql = `SELECT ${columns} FROM import WHERE workspace = $1 AND id = $2`;
  const [found] = await query(StoredImport, sql, [workspace, id]);
  if (!found) throw new AppError("not-found", message("no-import", { import: id }));
  return found;
}

/** A finished import of the same bytes with the same mapping, if there was one. */
export async function findFinishedImport(
  { query }: Statements,
  workspace: number,
  fingerprint: string,
): Promise<StoredImport | null> {
  const [found] = await query(
    StoredImport,
    `SELECT ${columns} FROM import
     WHERE workspace = $1 AND fingerprint = $2 AND state = 'done' ORDER BY id LIMIT 1`,
    [workspace, fingerprint],
  );
  return found ?? null;
}

/** Imports of all workspaces that did not come to an end: a crash left them. */
export function listUnfinishedImports({ query }: Statements): Promise<StoredImport[]> {
  return query(StoredImport, `SELECT ${columns} FROM import WHERE finished IS NULL ORDER BY id`);
}

const Named = z.strictObject({ id: z.number().int(), files: z.array(z.string()) });

/** Names of the files of these imports, by import. */
export async function importFiles(
  { query }: Statements,
  workspace: number,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string[]>> {
  const rows = await query(
    Named,
    `SELECT id, files FROM import WHERE workspace = $1
       AND id IN (SELECT each::integer FROM jsonb_array_elements_text($2::jsonb) AS each)`,
    [workspace, JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, files }) => [id, files]));
}
