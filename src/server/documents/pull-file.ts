import { z } from "zod";
import { message, readMessage, writeMessage, type Message } from "../../core/message/message.ts";
import type { Statements } from "./documents.ts";

type Which = { readonly workspace: number; readonly source: string };

/** A state of a file: its name, and what tells the state from another. */
export type FileMark = { readonly name: string; readonly mark: string };

const Known = z.strictObject({
  name: z.string(),
  mark: z.string(),
  bytes: z.string(),
  /** It is in, or set aside. */
  over: z.boolean(),
  attempts: z.number().int(),
});
export type Known = z.infer<typeof Known>;

/** What is known of files of these names. An import says itself whether it came to its end. */
export function knownFiles(
  { query }: Statements,
  { workspace, source }: Which,
  names: readonly string[],
): Promise<Known[]> {
  return query(
    Known,
    `SELECT name, mark, pull_file.bytes, attempts,
       pull_file.problem IS NOT NULL OR coalesce(import.state = 'done', false) AS over
     FROM pull_file LEFT JOIN import ON import.id = pull_file.import
     WHERE pull_file.workspace = $1 AND source = $2
       AND name IN (SELECT jsonb_array_elements_text($3::jsonb))`,
    [workspace, source, JSON.stringify(names)],
  );
}

/** Notes that a file is being brought in by an import, or is set aside for its problem. */
export async function noteFile(
  { query }: Statements,
  { workspace, source }: Which,
  { name, mark, bytes }: FileMark & { readonly bytes: string },
  became: { readonly import: number } | { readonly problem: Message },
): Promise<void> {
  const [by, problem] =
    "import" in became ? [became.import, null] : [null, writeMessage(became.problem)];
  await query(
    z.unknown(),
    `INSERT INTO pull_file (workspace, source, name, mark, bytes, import, problem, attempts)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 1)
     ON CONFLICT (workspace, source, name, mark) DO UPDATE SET bytes = excluded.bytes,
       import = excluded.import, problem = excluded.problem, at = now(),
       attempts = pull_file.attempts + 1`,
    [workspace, source, name, mark, bytes, by, problem],
  );
}

/** The same bytes under a new mark: nothing to bring in. */
export async function noteSame(
  { query }: Statements,
  { workspace, source }: Which,
  { name, mark }: FileMark,
  before: string,
): Promise<void> {
  if (mark === before) return;
  const which = [workspace, source, name, mark] as const;
  await query(
    z.unknown(),
    "DELETE FROM pull_file WHERE workspace = $1 AND source = $2 AND name = $3 AND mark = $4",
    which,
  );
  await query(
    z.unknown(),
    `UPDATE pull_file SET mark = $4
     WHERE workspace = $1 AND source = $2 AND name = $3 AND mark = $5`,
    [...which, before],
  );
}

/** Files that were set aside are looked at again: the mapping changed, or somebody asked. */
export async function forgetAside(
  { query }: Statements,
  { workspace, source }: Which,
): Promise<void> {
  await query(
    z.unknown(),
    "DELETE FROM pull_file WHERE workspace = $1 AND source = $2 AND problem IS NOT NULL",
    [workspace, source],
  );
}

const Aside = z.strictObject({
  source: z.string(),
  name: z.string(),
  at: z.string(),
  problem: z
    .string()
    .nullable()
    .transform((text) => (text === null ? message("verbatim", { text: "" }) : readMessage(text))),
});

/** Files of a workspace that were set aside, newest first, so many of each source at most. */
export function asideFiles(
  { query }: Statements,
  workspace: number,
  most: number,
): Promise<z.infer<typeof Aside>[]> {
  return query(
    Aside,
    `SELECT source, name, at, problem FROM (
       SELECT source, name, at, problem, row_number() OVER (PARTITION BY source ORDER BY at DESC) AS place
       FROM pull_file WHERE workspace = $1 AND problem IS NOT NULL
     ) AS aside WHERE place <= $2 ORDER BY at DESC, name`,
    [workspace, most],
  );
}
