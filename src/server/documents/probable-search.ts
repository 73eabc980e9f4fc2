import { z } from "zod";
import { personFields } from "../../core/identity/person-record.ts";
import { RuleReport } from "../../core/identity/probable-link.ts";
import type { Statements } from "./documents.ts";

const Levels = z.array(z.array(z.number()));

/** What the last search for probable links was like; its links lie in the engine. */
export const KeptSearch = z.strictObject({
  /** People that were compared. */
  people: z.number(),
  /** People who objected, and so were compared with nobody. */
  objecting: z.number().default(0),
  columns: z.partialRecord(z.enum(personFields), z.string()),
  sure: z.number(),
  review: z.number(),
  rules: z.array(RuleReport),
  model: z.strictObject({ m: Levels, u: Levels, prior: z.number(), steps: z.number() }),
});
export type KeptSearch = z.infer<typeof KeptSearch>;

const Row = z.strictObject({ made: z.string(), by: z.string(), body: KeptSearch });
export type StoredSearch = z.infer<typeof Row>;

/** Keeps a search in place of the one before it. */
export async function keepSearch(
  { query }: Statements,
  workspace: number,
  by: string,
  search: KeptSearch,
): Promise<void> {
  await query(
    z.unknown(),
    `INSERT INTO probable_search (workspace, by, body) VALUES ($1, $2, $3::jsonb)
     ON CONFLICT (workspace) DO UPDATE SET by = excluded.by, body = excluded.body, made = now()`,
    [workspace, by, JSON.stringify(search)],
  );
}

export async function lastSearch(
  { query }: Statements,
  workspace: number,
): Promise<StoredSearch | null> {
  const sql = "SELECT made, by, body FROM probable_search WHERE workspace = $1";
  const [found] = await query(Row, sql, [workspace]);
  return found ?? null;
}
