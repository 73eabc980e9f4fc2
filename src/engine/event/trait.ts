import { z } from "zod";
import { tellsConsent } from "../people/consent-attributes.ts";
import type { Lane } from "../port.ts";

/** An attribute with more different values than this (a name, an address) is nothing to filter on. */
const MOST = 200;

/** In `trait`, the row of an attribute that has too many values: this hash, no value. */
const TOO_MANY = 0;

/**
 * Adds the attribute values that imports brought (null: all) to the dictionary. Gives the attributes
 * that have too many values for a trait by now and were one until now: see `dropTraits`.
 */
export async function noteTraits(
  lane: Lane,
  ws: number,
  only: readonly number[] | null,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const scope = only === null ? "" : "AND import IN {imports:Array(UInt32)}";
  await lane.run(
    `INSERT INTO trait
    SELECT {ws:UInt32}, sipHash64(name, found), name, found
    FROM (
      SELECT name, arrayJoin(groupUniqArray(${MOST + 1})(value)) AS found
      FROM event ARRAY JOIN mapKeys(attributes) AS name, mapValues(attributes) AS value
      WHERE ws = {ws:UInt32} AND value != '' AND kind != 'reference' AND NOT ${tellsConsent("name")} ${scope}
        AND name NOT IN (SELECT name FROM trait WHERE ws = {ws:UInt32} AND hash = ${TOO_MANY})
      GROUP BY name
    )
    WHERE (name, found) NOT IN (SELECT name, value FROM trait WHERE ws = {ws:UInt32})`,
    { ws, imports: only ?? [] },
    { signal },
  );
  const rows = await lane.rows(
    z.object({ name: z.string() }),
    `SELECT name FROM trait FINAL WHERE ws = {ws:UInt32}
    GROUP BY name HAVING countIf(hash != ${TOO_MANY}) > ${MOST} AND countIf(hash = ${TOO_MANY}) = 0`,
    { ws },
    { signal },
  );
  return rows.map((row) => row.name);
}

/** Makes attributes no traits for good; the journeys that carry them must be built again. */
export async function dropTraits(
  lane: Lane,
  ws: number,
  names: readonly string[],
  signal: AbortSignal | undefined,
): Promise<void> {
  await lane.run(
    `INSERT INTO trait SELECT {ws:UInt32}, ${TOO_MANY}, arrayJoin({names:Array(String)}), ''`,
    { ws, names },
    { signal },
  );
}

/** Attributes that journeys carry as traits. */
export async function traitNames(lane: Lane, ws: number, signal?: AbortSignal): Promise<string[]> {
  const rows = await lane.rows(
    z.object({ name: z.string() }),
    `SELECT name FROM trait WHERE ws = {ws:UInt32}
    GROUP BY name HAVING countIf(hash = ${TOO_MANY}) = 0 ORDER BY name`,
    { ws },
    { signal },
  );
  return rows.map((row) => row.name);
}
