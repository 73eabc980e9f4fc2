import { z } from "zod";
import { hiddenMapSql, hiddenSql, toldOf } from "../event/hidden.ts";
import { eventHash, identifierHash, journeyHash, sealed } from "../identity/pseudonym.ts";
import type { Migration } from "../migrate.ts";
import type { Lane } from "../port.ts";

const durable = "SETTINGS fsync_after_insert = 1, fsync_part_directory = 1";

/** Hash that stood for an identifier or a journey → the one that stands for it from now on. */
const renamed = (hash: string) =>
  `arrayMap(new -> if(new = 0, ${eventHash(hash)}, new), [joinGet('renamed', 'new', ${hash})])[1]`;

/** Tables that are written anew, what makes each of them, and its rows. The last one tells that all are there. */
const tables: readonly (readonly [name: string, create: string, rows: string])[] = [
  [
    "event",
    "AS event",
    `SELECT * EXCEPT (of_told) REPLACE (
      ${eventHash("id")} AS id,
      if(actor = 0, 0, ${renamed("actor")}) AS actor,
      if(journey = 0, 0, ${renamed("journey")}) AS journey,
      arrayMap(one -> ${renamed("one")}, who) AS who,
      ${hiddenMapSql("attributes")} AS attributes,
      ${hiddenSql("comment")} AS comment
    ) FROM (
      SELECT *, ${toldOf("arrayMap(one -> joinGet('renamed', 'text', one), who)")} AS of_told FROM event
    )`,
  ],
  ["seen", "AS seen", `SELECT * REPLACE (${eventHash("id")} AS id) FROM seen`],
  [
    "quarantine",
    `(
      ws UInt32, import UInt32, source LowCardinality(String), file LowCardinality(String),
      row UInt64, line UInt64, rule UInt8, problem LowCardinality(String),
      -- The row as it came, and whether it had cells to read again.
      sealed String, readable Bool
    ) ENGINE = MergeTree PARTITION BY ws ORDER BY (ws, import, file, line, rule) ${durable}`,
    `SELECT ws, import, source, file, row, line, rule, problem, ${sealed("raw")}, startsWith(raw, '{')
    FROM quarantine`,
  ],
  [
    "journey_name",
    `(
      ws UInt32, journey UInt64, import UInt32, sealed String
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, journey, import) ${durable}`,
    `SELECT ws, ${journeyHash("name")}, import, ${sealed("name")} FROM journey_name`,
  ],
  [
    "identifier",
    // The only place where it can be found who a hash is; the vault alone can read it.
    `(
      ws UInt32, hash UInt64, import UInt32, kind LowCardinality(String), sealed String
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, hash, import) ${durable}`,
    `SELECT ws, ${identifierHash("kind", "value")}, import, kind, ${sealed("value")} FROM identifier`,
  ],
];

const views = ["load_event", "load_quarantine", "load_identifier", "load_journey_name"];

/** What is made of events is made anew: people are called after the smallest of their hashes. */
const derived = ["pair", "link", "journey", "edge", "history"];

/** Of step 7, where it was taken before this one: it is taken again after it. */
const near = {
  views: ["event_met", "pair_pair_back", "link_kin", "journey_owned", "event_origin"],
  tables: ["met", "pair_back", "kin", "owned", "origin", "derivation", "touched"],
};

const Found = z.object({ found: z.number() });

/**
 * Identifiers stand behind keyed hashes, as sealed texts. A folder that was written before this is
 * written anew beside itself, table by table, and then takes the place of the old one; a crash in
 * between goes on where it was.
 */
export const vault: Migration = {
  number: 4,
  name: "vault",
  statements: [
    ...[...views, ...near.views].map((view) => `DROP VIEW IF EXISTS ${view}`),
    ...near.tables.map((table) => `DROP TABLE IF EXISTS ${table} SYNC`),
    (lane) =>
      lane.run(
        "ALTER TABLE migration DELETE WHERE number = 7",
        {},
        { settings: { mutations_sync: 2 } },
      ),
    keyTables,
    ...derived.map((table) => `TRUNCATE TABLE ${table}`),

    // Workspaces whose people and journeys must be made anew before anything is asked.
    `CREATE TABLE underived (ws UInt32) ENGINE = MergeTree ORDER BY ws ${durable}`,
    "INSERT INTO underived SELECT DISTINCT ws FROM event",

    "DROP TABLE IF EXISTS stage SYNC",
    // Rows on their way to the door, while they are held against what was seen; empty when nothing is.
    // What tells who it was is sealed here too.
    `CREATE TABLE stage AS load ENGINE = MergeTree PARTITION BY import ORDER BY (import, id) ${durable}`,

    `CREATE MATERIALIZED VIEW load_event TO event AS
      SELECT ws, import, source, row, rule, kind, id,
        if(journey = '', 0, ${journeyHash("load.journey")}) AS journey,
        arrayMap(w -> ${identifierHash("w.kind", "w.value")}, who) AS who,
        if(journey != 0, journey, if(empty(who), 0, who[1])) AS actor,
        ifNull(time, toDateTime64(0, 3, 'UTC')) AS time,
        event, channel, place, why, how, attributes, measures, comment
      FROM load WHERE problem = ''`,

    `CREATE MATERIALIZED VIEW load_quarantine TO quarantine AS
      SELECT ws, import, source, file, row, line, rule, problem, ${sealed("raw")} AS sealed,
        startsWith(raw, '{') AS readable
      FROM load WHERE problem != ''`,

    // Each of them once before it is sealed: they are far fewer than the rows.
    `CREATE MATERIALIZED VIEW load_identifier TO identifier AS
      SELECT ws, ${identifierHash("kind", "value")} AS hash, import, kind, ${sealed("value")} AS sealed
      FROM (
        SELECT DISTINCT ws, import, w.kind AS kind, w.value AS value
        FROM load ARRAY JOIN who AS w WHERE problem = ''
      )`,

    `CREATE MATERIALIZED VIEW load_journey_name TO journey_name AS
      SELECT ws, ${journeyHash("name")} AS journey, import, ${sealed("name")} AS sealed
      FROM (
        SELECT DISTINCT ws, import, load.journey AS name
        FROM load WHERE problem = '' AND load.journey != ''
      )`,
  ],
};

async function keyTables(lane: Lane): Promise<void> {
  const is = async (what: string, parameters: Record<string, string>) => {
    const sql = `SELECT toUInt32(count()) AS found FROM system.${what}`;
    return (await lane.rows(Found, sql, parameters)).some(({ found }) => found > 0);
  };
  const there = (name: string) =>
    is("tables WHERE database = currentDatabase() AND name = {name:String}", { name });
  const keyed = await is(
    "columns WHERE database = currentDatabase() AND table = 'identifier' AND name = 'sealed'",
    {},
  );
  let begun = keyed;
  for (const [name] of tables) begun ||= await there(`${name}_before`);
  if (!begun) await writeAnew(lane);
  for (const [name] of tables) {
    if (!(await there(`${name}_keyed`))) continue;
    if (await there(name)) await lane.run(`RENAME TABLE ${name} TO ${name}_before`);
    await lane.run(`RENAME TABLE ${name}_keyed TO ${name}`);
  }
  for (const [name] of tables) await lane.run(`DROP TABLE IF EXISTS ${name}_before SYNC`);
}

async function writeAnew(lane: Lane): Promise<void> {
  await lane.run("DROP TABLE IF EXISTS renamed SYNC");
  await lane.run(
    `CREATE TABLE renamed (old UInt64, new UInt64, text String) ENGINE = Join(ANY, LEFT, old) SETTINGS persistent = 0`,
  );
  await lane.run(
    `INSERT INTO renamed SELECT DISTINCT hash, ${identifierHash("kind", "value")}, value FROM identifier`,
  );
  await lane.run(
    `INSERT INTO renamed SELECT DISTINCT journey, ${journeyHash("name")}, '' FROM journey_name`,
  );
  for (const [name, create, rows] of tables) {
    await lane.run(`DROP TABLE IF EXISTS ${name}_keyed SYNC`);
    await lane.run(`CREATE TABLE ${name}_keyed ${create}`);
    await lane.run(`INSERT INTO ${name}_keyed ${rows}`);
  }
  await lane.run("DROP TABLE renamed SYNC");
}
