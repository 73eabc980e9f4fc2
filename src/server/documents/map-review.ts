import { z } from "zod";
import type { Statements } from "./documents.ts";
import type { MapPlace } from "./map-log.ts";

/**
 * The day on which somebody last reviewed a map, ISO: when the date of the next review was set last, as
 * far back as the log goes, else when the map was made. Null for a map that is not there.
 */
export async function lastReviewed(
  { query }: Statements,
  { workspace, map }: MapPlace,
): Promise<string | null> {
  const [found] = await query(
    z.object({ day: z.string().nullable() }),
    `SELECT (greatest(created, (
       SELECT max(at) FROM map_command
       WHERE workspace = $1 AND map = $2 AND command::text LIKE '%"reviewBy"%'
     )) AT TIME ZONE 'UTC')::date::text AS day FROM map WHERE workspace = $1 AND id = $2`,
    [workspace, map],
  );
  return found?.day ?? null;
}
