import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Engine, Limits } from "../port.ts";

/**
 * SQL for the people who object to being counted: each to whom an identifier belongs that was said to.
 * So it goes along when people turn out to be one, and stays with whom it was said of when they do not.
 */
export const objectingSql = `
  SELECT arrayJoin([toUInt64(said.identifier), linked.person]) AS person FROM (
    SELECT identifier FROM objection FINAL WHERE ws = {ws:UInt32} AND objects = 1) AS said
  LEFT JOIN (SELECT identifier, person FROM link FINAL WHERE ws = {ws:UInt32} AND identifier IN (
    SELECT identifier FROM objection WHERE ws = {ws:UInt32})) AS linked ON linked.identifier = said.identifier
  WHERE person != 0`;

const One = z.object({ one: z.string() }).transform(({ one }) => BigInt(one));

/** The identifiers of a person that are his alone, as they are linked now. */
async function ownOf(
  engine: Engine,
  { ws, person }: { readonly ws: number; readonly person: string },
  limits?: Limits,
): Promise<bigint[]> {
  const linked = await engine.lookup.rows(
    One,
    "SELECT identifier AS one FROM link FINAL WHERE ws = {ws:UInt32} AND person = {person:UInt64}",
    { ws, person },
    limits,
  );
  return [...new Set([BigInt(person), ...linked])];
}

/**
 * Notes that somebody objects, or does no more; returns the identifiers that it was noted of. His
 * journeys must be derived anew after it.
 */
export async function noteObjection(
  engine: Engine,
  whose: { readonly ws: number; readonly person: string },
  objects: boolean,
  at: number,
): Promise<bigint[]> {
  const own = await ownOf(engine, whose);
  await engine.intake.run(
    `INSERT INTO objection
    SELECT {ws:UInt32}, arrayJoin({own:Array(UInt64)}), {objects:UInt8},
      greatest(fromUnixTimestamp64Milli({at:Int64}, 'UTC'), (
        SELECT max(at) FROM objection WHERE ws = {ws:UInt32} AND identifier IN {own:Array(UInt64)}))`,
    { ws: whose.ws, own, objects: Number(objects), at },
  );
  return own;
}

/** Does this person object? */
export async function doesObject(
  engine: Engine,
  whose: { readonly ws: number; readonly person: string },
  limits?: Limits,
): Promise<boolean> {
  const own = await ownOf(engine, whose, limits);
  const [found] = await engine.lookup.rows(
    z.object({ said: z.coerce.boolean() }),
    `SELECT count() > 0 AS said FROM objection FINAL
    WHERE ws = {ws:UInt32} AND objects = 1 AND identifier IN {own:Array(UInt64)}`,
    { ws: whose.ws, own },
    limits,
  );
  return must(found, "the objection").said;
}

/** SQL: how many of the people in a workspace object. */
export const objectedSql = `(
  SELECT uniqExact(if(linked.identifier = 0, said.identifier, linked.person)) FROM (
    SELECT identifier FROM objection FINAL WHERE ws = {ws:UInt32} AND objects = 1 AND identifier IN (
      SELECT hash FROM identifier WHERE ws = {ws:UInt32}
      UNION ALL SELECT journey FROM journey_name WHERE ws = {ws:UInt32})) AS said
  LEFT JOIN (SELECT identifier, person FROM link FINAL WHERE ws = {ws:UInt32} AND identifier IN (
    SELECT identifier FROM objection WHERE ws = {ws:UInt32})) AS linked ON linked.identifier = said.identifier
  WHERE linked.identifier = 0 OR linked.person != 0)`;

/** How many of the people in a workspace object. */
export async function countObjecting(
  engine: Engine,
  ws: number,
  signal?: AbortSignal,
): Promise<number> {
  const [found] = await engine.lookup.rows(
    z.object({ people: z.coerce.number() }),
    `SELECT ${objectedSql} AS people`,
    { ws },
    { signal },
  );
  return must(found, "the count").people;
}

/** SQL: how many events are of people who object, and so in no journey. */
export const unheardSql = `(
  SELECT count() FROM event WHERE ws = {ws:UInt32} AND kind != 'reference' AND arrayExists(
    one -> one IN (
      SELECT identifier FROM link FINAL WHERE ws = {ws:UInt32} AND person IN (${objectingSql})
      UNION ALL ${objectingSql}),
    arrayPushBack(who, actor)))`;
