import { z } from "zod";
import type { Lane } from "../port.ts";

const given = `SELECT arrayJoin(mapKeys(attributes)) FROM event
  WHERE ws = {ws:UInt32} AND kind = 'person'`;

/** Names of the attributes that rows about people gave, which are kept as these come in. */
export async function readPersonAttributes(
  lane: Lane,
  ws: number,
  signal: AbortSignal | undefined,
): Promise<Set<string>> {
  const rows = await lane.rows(
    z.object({ name: z.string() }),
    "SELECT DISTINCT name FROM person_attribute WHERE ws = {ws:UInt32}",
    { ws },
    { signal },
  );
  return new Set(rows.map(({ name }) => name));
}

/** Forgets those that no row gives any more, after rows were taken out. */
export async function forgetPersonAttributes(
  lane: Lane,
  ws: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const gone = await lane.rows(
    z.unknown(),
    `SELECT 1 FROM person_attribute WHERE ws = {ws:UInt32} AND name NOT IN (${given}) LIMIT 1`,
    { ws },
    { signal },
  );
  if (gone.length > 0)
    await lane.run(
      `ALTER TABLE person_attribute DELETE IN PARTITION ${ws} WHERE name NOT IN (${given})`,
      { ws },
      { signal, settings: { mutations_sync: 2 } },
    );
}
