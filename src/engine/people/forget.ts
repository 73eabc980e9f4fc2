import { z } from "zod";
import type { Engine } from "../port.ts";

/** Tables about identifiers and people, and the columns in which their hashes stand. */
const about = [
  ["identifier", ["hash"]],
  ["pair", ["a", "b"]],
  ["link", ["identifier"]],
  ["pair_back", ["a", "b"]],
  ["kin", ["person", "identifier"]],
  ["met", ["identifier"]],
  ["owned", ["person"]],
  ["zone_kin", ["zone", "identifier"]],
  ["verdict", ["a", "b"]],
  ["likely", ["a", "b"]],
  ["journey", ["person", "journey"]],
  ["journey_name", ["journey"]],
] as const;

const gone = (ws: number) => `SELECT hash FROM leaving WHERE ws = ${ws} AND role = 'gone'`;

/** Hashes that the noted people had, of those who are left too: what must be derived anew. */
export const leavingSql = "SELECT hash FROM leaving WHERE ws = {ws:UInt32} AND role = 'met'";

/** Is there anything that went and was not derived anew? */
export async function anyLeaving(engine: Engine, ws: number): Promise<boolean> {
  const sql = "SELECT 1 FROM leaving WHERE ws = {ws:UInt32} LIMIT 1";
  return (await engine.intake.rows(z.unknown(), sql, { ws })).length > 0;
}

/** What went was derived anew. */
export async function noneLeaving(engine: Engine, ws: number): Promise<void> {
  await engine.intake.run("ALTER TABLE leaving DROP PARTITION {ws:UInt32}", { ws });
}

/**
 * Of the hashes in `leaving` those that stand in no event any more are forgotten: the identifiers, to
 * whom they belonged, and journeys by that name. What was shared stays shared.
 */
export async function forgetHashes(engine: Engine, ws: number): Promise<void> {
  const { intake } = engine;
  await intake.run(
    `INSERT INTO leaving SELECT ws, 'gone', hash FROM leaving WHERE ws = {ws:UInt32} AND role = 'met'
      AND hash NOT IN (
        SELECT arrayJoin(arrayPushBack(who, actor)) AS one FROM event
        WHERE ws = {ws:UInt32} AND one IN (${leavingSql}))`,
    { ws },
  );
  await intake.run(
    `INSERT INTO shared_for_good SELECT ws, identifier FROM link FINAL
    WHERE ws = {ws:UInt32} AND person = 0 AND identifier IN (${leavingSql})`,
    { ws },
  );
  for (const [table, columns] of about) {
    const where = columns.map((column) => `${column} IN (${gone(ws)})`).join(" OR ");
    const found = await intake.rows(
      z.unknown(),
      `SELECT 1 FROM ${table} WHERE ws = {ws:UInt32} AND (${where}) LIMIT 1`,
      { ws },
    );
    if (found.length > 0)
      await intake.run(
        `ALTER TABLE ${table} DELETE IN PARTITION ${ws} WHERE ${where}`,
        {},
        { settings: { mutations_sync: 2 } },
      );
  }
}
