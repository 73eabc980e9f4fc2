import { z } from "zod";
import type { Statements } from "./documents.ts";

const Heard = z.strictObject({ last: z.string().nullable() });

/** When a source last told something; null for never. */
export async function lastHeard(
  { query }: Statements,
  workspace: number,
  source: string,
): Promise<string | null> {
  const sql = "SELECT max(last) AS last FROM source_hour WHERE workspace = $1 AND source = $2";
  const [found] = await query(Heard, sql, [workspace, source]);
  return found?.last ?? null;
}

const Broken = z.strictObject({ workspace: z.string(), source: z.string(), hour: z.string() });
export type BrokenBooks = z.infer<typeof Broken>;

/** The newest hour, in any workspace, in which something came in and is in none of the books; null for none. */
export async function brokenBooks({ query }: Statements): Promise<BrokenBooks | null> {
  const [found] = await query(
    Broken,
    `SELECT slug AS workspace, source, hour FROM source_hour
       JOIN workspace ON workspace.id = source_hour.workspace
     WHERE received <> stored + duplicate + quarantined + suppressed
     ORDER BY hour DESC, source LIMIT 1`,
  );
  return found ?? null;
}
