import { z } from "zod";
import { REDACTED } from "../../core/people/traces.ts";
import type { Documents, Statements } from "../documents/documents.ts";

const Column = z.object({
  table: z.string(),
  column: z.string(),
  type: z.string(),
  key: z.boolean(),
});
const Hit = z.object({ place: z.string(), text: z.string() });
const Count = z.object({ rows: z.number(), found: z.number() });

/** The log of privacy names nobody and only grows. */
const untouched = new Set(["privacy_log", "erasure"]);

/** What a map is stands in its commands, and is taken out by commands; parts of it are found by their ids. */
const ofMaps = new Set([
  "map.title",
  "map.body",
  "map_command.command",
  "map_version.body",
  "map_comment.element",
  "field_note.elements",
  "survey.touchpoints",
  "survey_answer.scores",
]);

/** The pattern of an identifier as PostgreSQL reads it: case never matters there. */
export function posix(pattern: string): string {
  return pattern.replaceAll("(?i:", "(?:").replaceAll("\\b", "\\y");
}

function textColumns({ query }: Statements): Promise<z.infer<typeof Column>[]> {
  return query(
    Column,
    `SELECT columns.table_name AS table, column_name AS column, data_type AS type,
       keys.column_name IS NOT NULL AS key
     FROM information_schema.columns AS columns
     JOIN information_schema.tables AS tables USING (table_schema, table_name)
     LEFT JOIN (SELECT DISTINCT table_schema, table_name, column_name
       FROM information_schema.key_column_usage) AS keys
       USING (table_schema, table_name, column_name)
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
       AND data_type IN ('text', 'jsonb', 'json', 'character varying')
     ORDER BY 1, 2`,
  );
}

/** SQL for the rows of a table that are of a workspace; all of them where it does not say. */
async function scopes({ query }: Statements): Promise<Map<string, string>> {
  const rows = await query(
    z.object({ table: z.string() }),
    `SELECT table_name AS table FROM information_schema.columns
     WHERE table_schema = current_schema() AND column_name = 'workspace'`,
  );
  const notes = "workshop IN (SELECT id FROM workshop WHERE workspace = $1)";
  return new Map([
    ...rows.map(({ table }) => [table, "workspace = $1"] as const),
    ["workshop_note", notes],
  ]);
}

/**
 * Takes somebody's identifiers out of the texts in the documents of a workspace: what people wrote of
 * him in comments, notes and remarks. Returns how many texts were changed, by table.
 */
export async function scrubDocuments(
  documents: Documents,
  { workspace, pattern }: { readonly workspace: number; readonly pattern: string },
): Promise<Record<string, number>> {
  const scope = await scopes(documents);
  const changed: Record<string, number> = {};
  const sought = new RegExp(pattern, "g");
  for (const { table, column, type, key } of await textColumns(documents)) {
    const of = scope.get(table);
    if (key || untouched.has(table) || ofMaps.has(`${table}.${column}`) || of === undefined)
      continue;
    await documents.transaction(async ({ query }) => {
      const hits = await query(
        Hit,
        `SELECT ctid::text AS place, "${column}"::text AS text FROM "${table}"
         WHERE ${of} AND "${column}"::text ~* $2`,
        [workspace, posix(pattern)],
      );
      for (const { place, text } of hits) {
        const clean = text.replaceAll(sought, REDACTED);
        if (clean === text) continue;
        const cast = type === "text" ? "text" : type;
        await query(
          z.unknown(),
          `UPDATE "${table}" SET "${column}" = $1::${cast} WHERE ctid = $2::tid`,
          [clean, place],
        );
        changed[table] = (changed[table] ?? 0) + 1;
      }
    });
  }
  return changed;
}

/** Tables that know a person by more than a hash, or that keep the hash of whoever was erased. */
const others = new Set([
  ...untouched,
  "map_comment",
  "map_reaction",
  "privacy_request",
  "consent_link",
]);

/**
 * Deletes what was noted of a person or of his identifiers: notes of the field that are about him,
 * decisions on who he is. Returns how many rows went, by table.
 */
export async function dropAbout(
  documents: Documents,
  { workspace, hashes }: { readonly workspace: number; readonly hashes: readonly string[] },
): Promise<Record<string, number>> {
  const scope = await scopes(documents);
  const gone: Record<string, number> = {};
  const columns = await textColumns(documents);
  for (const { table, column, type } of columns) {
    if (type !== "text" || !/^(person|identifier|a|b)$/.test(column)) continue;
    if (others.has(table) || !scope.has(table)) continue;
    const rows = await documents.query(
      z.unknown(),
      `DELETE FROM "${table}" WHERE workspace = $1
         AND "${column}" IN (SELECT jsonb_array_elements_text($2::jsonb)) RETURNING 1 AS done`,
      [workspace, JSON.stringify(hashes)],
    );
    if (rows.length > 0) gone[table] = (gone[table] ?? 0) + rows.length;
  }
  return gone;
}

/** Counts by table the rows of a workspace in which somebody still stands, and those of others. */
export async function findInDocuments(
  documents: Documents,
  { workspace, pattern }: { readonly workspace: number; readonly pattern: string },
): Promise<{ table: string; rows: number; found: number; elsewhere: number }[]> {
  const scope = await scopes(documents);
  const tables = Map.groupBy(await textColumns(documents), ({ table }) => table);
  const told = [];
  for (const table of tables.keys()) {
    const of = scope.get(table) ?? "true OR $1 = 0";
    const [counts] = await documents.query(
      Count.extend({ elsewhere: z.number() }),
      `SELECT count(*) FILTER (WHERE ${of}) AS rows,
         count(*) FILTER (WHERE (${of}) AND one::text ~* $2) AS found,
         count(*) FILTER (WHERE NOT (${of}) AND one::text ~* $2) AS elsewhere
       FROM "${table}" AS one`,
      [workspace, posix(pattern)],
    );
    if (counts) told.push({ table, ...counts });
  }
  return told;
}
