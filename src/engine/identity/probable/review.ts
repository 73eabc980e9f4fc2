import { z } from "zod";
import { must } from "../../../core/assert.ts";
import type { Model } from "../../../core/identity/fellegi-sunter.ts";
import type { Reason } from "../../../core/identity/probable-link.ts";
import type { Engine } from "../../port.ts";
import { objectingSql } from "../../people/objection.ts";
import { reasonsOf } from "./reasons.ts";

/** A pair of the last search on which nobody has decided, and that is not one person by other roads. */
export type OpenPair = {
  /** Identifiers by which the search called the two. */
  readonly a: string;
  readonly b: string;
  /** Who they are by now. */
  readonly personA: string;
  readonly personB: string;
  readonly weight: number;
  readonly sure: boolean;
  /** Somebody put it off. */
  readonly later: boolean;
  readonly reasons: readonly Reason[];
};

const Row = z.object({
  a: z.string(),
  b: z.string(),
  personA: z.string(),
  personB: z.string(),
  weight: z.number(),
  sure: z.coerce.boolean(),
  later: z.coerce.boolean(),
  pattern: z.number(),
  rarity: z.array(z.number()),
});

/** The open pairs as SQL: each two people once, whoever they were called when they were found; who objects is in none. */
const openSql = `
  WITH linked AS (
    SELECT identifier, person FROM link FINAL WHERE ws = {ws:UInt32} AND person != 0
      AND identifier IN (SELECT arrayJoin([a, b]) FROM likely WHERE ws = {ws:UInt32})
  ), ruled AS (
    SELECT if(one.person = 0, verdict.a, one.person) AS x, if(other.person = 0, verdict.b, other.person) AS y
    FROM (SELECT a, b FROM verdict FINAL WHERE ws = {ws:UInt32} AND says = 'apart') AS verdict
    LEFT ANY JOIN (SELECT identifier, person FROM link FINAL WHERE ws = {ws:UInt32} AND identifier IN (
      SELECT a FROM verdict WHERE ws = {ws:UInt32})) AS one ON one.identifier = verdict.a
    LEFT ANY JOIN (SELECT identifier, person FROM link FINAL WHERE ws = {ws:UInt32} AND identifier IN (
      SELECT b FROM verdict WHERE ws = {ws:UInt32})) AS other ON other.identifier = verdict.b
  )
  SELECT found.a AS a, found.b AS b, weight, sure, pattern, rarity,
    if(one.person = 0, found.a, one.person) AS pa, if(other.person = 0, found.b, other.person) AS pb,
    said.says = 'later' AS later
  FROM (SELECT * FROM likely WHERE ws = {ws:UInt32}) AS found
  LEFT ANY JOIN linked AS one ON one.identifier = found.a
  LEFT ANY JOIN linked AS other ON other.identifier = found.b
  LEFT ANY JOIN (SELECT a, b, says FROM verdict FINAL WHERE ws = {ws:UInt32}) AS said
    ON said.a = found.a AND said.b = found.b
  WHERE pa != pb AND said.says NOT IN ('same', 'apart')
    AND pa NOT IN (${objectingSql}) AND pb NOT IN (${objectingSql})
    AND (pa, pb) NOT IN (SELECT x, y FROM ruled) AND (pb, pa) NOT IN (SELECT x, y FROM ruled)
  ORDER BY weight DESC, a, b
  LIMIT 1 BY least(pa, pb), greatest(pa, pb)`;

/** Open pairs from the most probable on; those put off come last. */
export async function openPairs(
  engine: Engine,
  ws: number,
  model: Model,
  page: { limit: number; offset: number; sure?: boolean | undefined },
  signal?: AbortSignal,
): Promise<OpenPair[]> {
  const { limit, offset, sure } = page;
  const rows = await engine.analysis.rows(
    Row,
    `SELECT a, b, pa AS personA, pb AS personB, weight, sure, later, pattern, rarity FROM (${openSql})
    WHERE {sure:UInt8} = 2 OR sure = {sure:UInt8}
    ORDER BY later, weight DESC, a, b LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
    { ws, limit, offset, sure: sure === undefined ? 2 : Number(sure) },
    { signal },
  );
  return rows.map(({ pattern, rarity, ...row }) => ({
    ...row,
    reasons: reasonsOf(model, pattern, rarity),
  }));
}

/** How many pairs are open: sure ones, others, and those put off. */
export async function countOpen(
  engine: Engine,
  ws: number,
  signal?: AbortSignal,
): Promise<{ sure: number; review: number; later: number }> {
  const rows = await engine.analysis.rows(
    z.object({ sure: z.number(), review: z.number(), later: z.number() }),
    `SELECT toUInt32(countIf(o.sure AND NOT o.later)) AS sure,
      toUInt32(countIf(NOT o.sure AND NOT o.later)) AS review, toUInt32(countIf(o.later)) AS later
    FROM (${openSql}) AS o`,
    { ws },
    { signal },
  );
  return must(rows[0], "the count");
}

/** What the last search found of these two; null when it held them for two people. */
export async function openPair(
  engine: Engine,
  ws: number,
  model: Model,
  { a, b }: { a: string; b: string },
): Promise<Pick<OpenPair, "weight" | "reasons"> | null> {
  const [found] = await engine.lookup.rows(
    Row.pick({ weight: true, pattern: true, rarity: true }),
    `SELECT weight, pattern, rarity FROM likely
    WHERE ws = {ws:UInt32} AND a = least({a:UInt64}, {b:UInt64}) AND b = greatest({a:UInt64}, {b:UInt64})
    LIMIT 1`,
    { ws, a, b },
  );
  return found
    ? { weight: found.weight, reasons: reasonsOf(model, found.pattern, found.rarity) }
    : null;
}

/** All sure pairs that are open and were not put off. There may be very many. */
export function sureOpen(
  engine: Engine,
  ws: number,
  signal?: AbortSignal,
): Promise<Pick<OpenPair, "a" | "b" | "weight">[]> {
  return engine.analysis.rows(
    Row.pick({ a: true, b: true, weight: true }),
    `SELECT a, b, weight FROM (${openSql}) WHERE sure AND NOT later ORDER BY a, b`,
    { ws },
    { signal },
  );
}
