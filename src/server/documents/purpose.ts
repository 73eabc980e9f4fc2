import { z } from "zod";
import { message } from "../../core/message/message.ts";
import { Purpose, type PurposeText } from "../../core/people/consent.ts";
import { AppError } from "../../core/problem.ts";
import type { Statements } from "./documents.ts";

const columns = `id, name, description, basis, aliases, ended,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('version', version, 'language', language,
     'since', since::text, 'text', text, 'author', author) ORDER BY version, language), '[]')
   FROM purpose_text AS told
   WHERE told.workspace = purpose.workspace AND told.purpose = purpose.id) AS texts`;

/** The purposes of a workspace in their order, with every version of their texts. */
export function listPurposes({ query }: Statements, workspace: number): Promise<Purpose[]> {
  const sql = `SELECT ${columns} FROM purpose WHERE workspace = $1 ORDER BY place, id`;
  return query(Purpose, sql, [workspace]);
}

/** The purpose with this id; rejects with `not-found`. */
export async function findPurpose(
  { query }: Statements,
  workspace: number,
  id: string,
): Promise<Purpose> {
  const sql = `SELECT ${columns} FROM purpose WHERE workspace = $1 AND id = $2`;
  const [found] = await query(Purpose, sql, [workspace, id]);
  if (!found) throw new AppError("not-found", message("no-purpose", { purpose: id }));
  return found;
}

/** Makes or changes a purpose. */
export async function savePurpose(
  { query }: Statements,
  workspace: number,
  purpose: Omit<Purpose, "texts" | "ended"> & { readonly ended: boolean },
): Promise<void> {
  const { id, name, description, basis, aliases, ended } = purpose;
  await query(
    z.unknown(),
    `INSERT INTO purpose (workspace, id, name, description, basis, aliases, place, ended)
     SELECT $1::int, $2, $3, $4, $5, $6::jsonb, coalesce(max(place), 0) + 1,
       CASE WHEN $7::boolean THEN now() END
     FROM purpose WHERE workspace = $1::int
     ON CONFLICT (workspace, id) DO UPDATE SET name = excluded.name,
       description = excluded.description, basis = excluded.basis, aliases = excluded.aliases,
       ended = CASE WHEN $7::boolean THEN coalesce(purpose.ended, now()) END`,
    [workspace, id, name, description, basis, JSON.stringify(aliases), ended],
  );
}

/** Adds texts of one new version; those there are stay as they were. */
export async function addPurposeTexts(
  { query }: Statements,
  workspace: number,
  purpose: string,
  texts: readonly Omit<PurposeText, "version">[],
): Promise<void> {
  const Next = z.object({ version: z.number() });
  const sql = `SELECT coalesce(max(version), 0) + 1 AS version FROM purpose_text
    WHERE workspace = $1 AND purpose = $2`;
  const [next] = await query(Next, sql, [workspace, purpose]);
  for (const { language, since, text, author } of texts)
    await query(
      z.unknown(),
      `INSERT INTO purpose_text (workspace, purpose, version, language, since, text, author)
       VALUES ($1, $2, $3, $4, $5::date, $6, $7)`,
      [workspace, purpose, next?.version ?? 1, language, since, text, author],
    );
}
