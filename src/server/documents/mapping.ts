import { z } from "zod";
import { Mapping } from "../../core/event/mapping.ts";
import type { Statements } from "./documents.ts";

const Stored = z.strictObject({ name: z.string(), body: Mapping });

/** Keeps a mapping under a name, in place of the one that had it. */
export async function saveMapping(
  { query }: Statements,
  workspace: number,
  name: string,
  mapping: Mapping,
): Promise<void> {
  await query(
    z.unknown(),
    `INSERT INTO mapping (workspace, name, body) VALUES ($1, $2, $3::jsonb)
     ON CONFLICT (workspace, name) DO UPDATE SET body = excluded.body, updated = now()`,
    [workspace, name, JSON.stringify(mapping)],
  );
}

/** The kept mappings of a workspace by name. */
export async function listMappings(
  { query }: Statements,
  workspace: number,
): Promise<ReadonlyMap<string, Mapping>> {
  const sql = "SELECT name, body FROM mapping WHERE workspace = $1 ORDER BY name";
  const found = await query(Stored, sql, [workspace]);
  return new Map(found.map(({ name, body }) => [name, body]));
}
