import { z } from "zod";
import { opened } from "../identity/pseudonym.ts";
import type { Engine } from "../port.ts";

/** What of a journey its name comes from. */
type Named = { readonly journey: string; readonly person: string; readonly start: string };

/**
 * Names of journeys: the id that the source gave, or the person and the day it began where journeys are
 * cut from histories.
 */
export async function readNames(
  engine: Engine,
  ws: number,
  journeys: readonly Named[],
  signal: AbortSignal | undefined,
): Promise<(journey: Named) => string> {
  const rows = await engine.lookup.rows(
    z.object({ journey: z.string(), name: z.string() }),
    `SELECT journey, ${opened("bytes")} AS name FROM (
      SELECT journey, any(sealed) AS bytes FROM journey_name
      WHERE ws = {ws:UInt32} AND journey IN {journeys:Array(UInt64)} GROUP BY journey)`,
    { ws, journeys: journeys.map(({ journey }) => BigInt(journey)) },
    { signal },
  );
  const names = new Map(rows.map(({ journey, name }) => [journey, name]));
  return ({ journey, person, start }) => names.get(journey) ?? `${person} ${start.slice(0, 10)}`;
}
