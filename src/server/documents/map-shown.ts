import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Statements } from "./documents.ts";
import type { MapPlace } from "./map-log.ts";

/** Notes that a map was written to a file. */
export async function countExport(
  { query }: Statements,
  { workspace, map }: MapPlace,
): Promise<void> {
  await query(
    z.unknown(),
    "UPDATE map SET exports = exports + 1 WHERE workspace = $1 AND id = $2",
    [workspace, map],
  );
}

/** How often a map was taken to others: files written of it, and links made to look at it. */
export async function timesShown(
  { query }: Statements,
  { workspace, map }: MapPlace,
): Promise<number> {
  const [found] = await query(
    z.strictObject({ times: z.number().int() }),
    `SELECT (exports + (SELECT count(*) FROM share
       WHERE share.workspace = map.workspace AND share.map = map.id AND kind <> 'workshop'
     ))::integer AS times
     FROM map WHERE workspace = $1 AND id = $2`,
    [workspace, map],
  );
  return must(found, "the map").times;
}
