import { z } from "zod";
import { dropEdges, writeEdges } from "../event/edge.ts";
import { forgetPersonAttributes } from "../event/person-attribute.ts";
import { opened } from "../identity/pseudonym.ts";
import type { Engine, Parameters } from "../port.ts";
import { redactEvents } from "./redact.ts";
import { aboutPeople } from "./remains.ts";
import { hisSql, parametersOf, patternOf, type Subject } from "./subject.ts";

/** Rows that went, by table. */
export type Gone = Readonly<Record<string, number>>;

export type Erased = {
  readonly gone: Gone;
  /** Rows of others in which his identifiers stood as text, and stand no more. */
  readonly redacted: number;
  /** Journeys that others were in too, or texts in them, changed: all must be derived anew. */
  readonly anew: boolean;
};

const Count = z.object({ rows: z.coerce.number() });

/**
 * Takes somebody out of all tables of his workspace; each step may be done again. His tombstones must
 * stand before, and what came in until then be in the tables. Nothing here waits for another's merges.
 */
export async function eraseRows(engine: Engine, subject: Subject): Promise<Erased> {
  const { intake } = engine;
  const { ws } = subject;
  const parameters = parametersOf(subject);
  const gone: Record<string, number> = {};
  const count = async (table: string, where: string, all = parameters) => {
    const sql = `SELECT count() AS rows FROM ${table} WHERE ws = {ws:UInt32} AND (${where})`;
    return (await intake.rows(Count, sql, all))[0]?.rows ?? 0;
  };
  const erase = async (table: string, where: string, more: Parameters = {}) => {
    const all = { ...parameters, ...more };
    const rows = await count(table, where, all);
    if (rows === 0) return;
    await intake.run(`ALTER TABLE ${table} DELETE IN PARTITION ${ws} WHERE ${where}`, all, {
      settings: { mutations_sync: 2 },
    });
    gone[table] = (gone[table] ?? 0) + rows;
  };

  const redacted = await redactEvents(engine, subject);
  await eraseQuarantine(engine, subject, (where) => erase("quarantine", where));
  await intake.run(
    `INSERT INTO shared_for_good SELECT {ws:UInt32}, arrayJoin({shared:Array(UInt64)})`,
    parameters,
  );
  await erase("seen", `id IN (SELECT id FROM event WHERE ws = ${ws} AND ${hisSql})`);
  const within = await count(
    "event",
    `${hisSql} AND journey != 0 AND NOT has({journeys:Array(UInt64)}, journey)`,
  );
  await erase("event", hisSql);
  // In rows of others that name him too, he is named no more.
  const naming = "hasAny(who, {own:Array(UInt64)})";
  if ((await count("event", naming)) > 0)
    await intake.run(
      `ALTER TABLE event UPDATE who = arrayFilter(one -> NOT has({own:Array(UInt64)}, one), who)
      IN PARTITION ${ws} WHERE ${naming}`,
      parameters,
      { settings: { mutations_sync: 2 } },
    );
  const left = await intake.rows(
    z.object({ journey: z.string() }),
    `SELECT DISTINCT journey FROM event WHERE ws = {ws:UInt32} AND has({journeys:Array(UInt64)}, journey)`,
    parameters,
  );
  const mixed = new Set(left.map(({ journey }) => BigInt(journey)));
  const named = { named: subject.journeys.filter((journey) => !mixed.has(journey)) };
  const whose = (column: string) =>
    `has({own:Array(UInt64)}, ${column}) OR has({journeys:Array(UInt64)}, ${column})`;
  const own = (...columns: string[]) =>
    columns.map((column) => `has({own:Array(UInt64)}, ${column})`).join(" OR ");

  await erase("journey", `${whose("person")} OR has({journeys:Array(UInt64)}, journey)`);
  await erase("journey_name", "has({named:Array(UInt64)}, journey)", named);
  await erase("owned", whose("person"));
  // A journey of his may be where somebody's identifier lies, shared ones included.
  for (const [table, columns] of await tablesAbout(engine))
    await erase(
      table,
      columns
        .map((column) => `${own(column)} OR has({named:Array(UInt64)}, ${column})`)
        .join(" OR "),
      named,
    );
  const orphans = {
    orphans: await orphansOf(engine, subject),
  };
  await erase("identifier", `${own("hash")} OR has({orphans:Array(UInt64)}, hash)`, orphans);
  await erase(
    "trait",
    `hash != 0 AND (name, value) NOT IN (
      SELECT name, value FROM event ARRAY JOIN mapKeys(attributes) AS name, mapValues(attributes) AS value
      WHERE ws = ${ws} AND kind != 'reference' AND (name, value) IN (SELECT name, value FROM trait WHERE ws = ${ws}))`,
  );
  await forgetPersonAttributes(intake, ws, undefined);
  for (const table of ["history", "journey_build"])
    await intake.run(`ALTER TABLE ${table} DROP PARTITION {ws:UInt32}`, { ws });
  await dropEdges(engine, ws);
  await writeEdges(intake, ws);
  return { gone, redacted, anew: mixed.size > 0 || within > 0 || redacted > 0 };
}

/** Shared identifiers that nobody's rows mention any more. */
async function orphansOf(engine: Engine, { ws, shared }: Subject): Promise<bigint[]> {
  if (shared.length === 0) return [];
  const rows = await engine.intake.rows(
    z.object({ one: z.string() }),
    `SELECT arrayJoin({shared:Array(UInt64)}) AS one WHERE one NOT IN (
      SELECT arrayJoin(who) FROM event WHERE ws = {ws:UInt32} AND hasAny(who, {shared:Array(UInt64)}))`,
    { ws, shared },
  );
  return rows.map(({ one }) => BigInt(one));
}

const Place = z.object({ import: z.number(), row: z.string(), rule: z.number() });

/** Rows in quarantine that mention him. A mutation is kept as its text, so it names places, not texts. */
async function eraseQuarantine(
  engine: Engine,
  subject: Subject,
  erase: (where: string) => Promise<void>,
): Promise<void> {
  const pattern = patternOf(subject);
  if (pattern === null) return;
  const rows = await engine.intake.rows(
    Place,
    `SELECT import, row, rule FROM quarantine
    WHERE ws = {ws:UInt32} AND (match(${opened("sealed")}, {pattern:String}) OR match(file, {pattern:String}))`,
    { ws: subject.ws, pattern },
  );
  for (let from = 0; from < rows.length; from += 2000) {
    const places = rows
      .slice(from, from + 2000)
      .map(({ import: of, row, rule }) => `(${of},${row},${rule})`);
    await erase(`(import, row, rule) IN (${places.join(",")})`);
  }
}

/** Tables whose rows go by other conditions, and those that are meant to know who is gone. */
const apart = new Set([
  "event",
  "seen",
  "quarantine",
  "journey",
  "journey_name",
  "identifier",
  "trait",
  "history",
  "owned",
  "tombstone",
  "objection",
  "shared_for_good",
  "edge",
  "touched",
  "leaving",
]);

/** All other tables about identifiers and people, with the columns in which these stand. */
async function tablesAbout(engine: Engine): Promise<[table: string, columns: string[]][]> {
  const columns = await engine.intake.rows(
    z.object({ table: z.string(), name: z.string() }),
    `SELECT columns.table AS table, columns.name AS name FROM system.columns AS columns
    JOIN system.tables AS tables ON tables.database = columns.database AND tables.name = columns.table
    WHERE columns.database = currentDatabase() AND tables.engine LIKE '%MergeTree'
      AND columns.type = 'UInt64' AND match(columns.name, {about:String})
      AND columns.table IN (
        SELECT table FROM system.columns WHERE database = currentDatabase() AND name = 'ws')
    ORDER BY table, name`,
    { about: aboutPeople.source },
  );
  const tables = Map.groupBy(
    columns.filter(({ table }) => !apart.has(table)),
    ({ table }) => table,
  );
  return [...tables].map(([table, all]) => [table, all.map(({ name }) => name)]);
}
