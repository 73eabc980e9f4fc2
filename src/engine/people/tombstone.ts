import { z } from "zod";
import type { Engine } from "../port.ts";
import { hisSql, parametersOf, type Subject } from "./subject.ts";

/** Until when what happened stays away: the end of time. */
export const FOR_GOOD = 9_000_000_000_000_000;

/** SQL for the tombstones of a workspace: hashes, and until when each of them counts. A constant. */
export function tombstones(ws: number): string {
  return `(SELECT (groupArray(hash), groupArray(until)) FROM (
    SELECT hash, max(until) AS until FROM tombstone WHERE ws = ${ws} GROUP BY hash))`;
}

/** Kinds of the identifiers that have tombstones, `""` among them when journeys do; none when nobody was erased. */
export async function tombstoneKinds(engine: Engine, ws: number): Promise<string[]> {
  const rows = await engine.intake.rows(
    z.object({ kind: z.string() }),
    "SELECT DISTINCT kind FROM tombstone WHERE ws = {ws:UInt32} ORDER BY kind",
    { ws },
  );
  return rows.map(({ kind }) => kind);
}

/**
 * Lays tombstones for all that is his alone. They count up to `until`, in epoch milliseconds, or to his
 * last event where that lies later.
 */
export async function layTombstones(
  engine: Engine,
  subject: Subject,
  { erasure, until }: { readonly erasure: number; readonly until: number },
): Promise<void> {
  const kinds = new Map(subject.identifiers.map(({ hash, kind }) => [BigInt(hash), kind]));
  const own = subject.own.filter((hash) => kinds.has(hash));
  const laid = [...own, ...subject.journeys];
  if (laid.length === 0) return;
  await engine.intake.run(
    `INSERT INTO tombstone
    SELECT {ws:UInt32}, one, kind, greatest({until:Int64}, (
      SELECT toUnixTimestamp64Milli(max(time)) FROM event WHERE ws = {ws:UInt32} AND ${hisSql})), {erasure:UInt32}
    FROM (SELECT arrayJoin(arrayZip({laid:Array(UInt64)}, {kinds:Array(String)})) AS pair,
      pair.1 AS one, pair.2 AS kind)`,
    {
      ...parametersOf(subject),
      laid,
      kinds: laid.map((hash) => kinds.get(hash) ?? ""),
      erasure,
      until,
    },
  );
}
