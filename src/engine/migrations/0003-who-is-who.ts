import { identifierHash, journeyHash, sealed } from "../identity/pseudonym.ts";
import type { Migration } from "../migrate.ts";

const durable = "SETTINGS fsync_after_insert = 1, fsync_part_directory = 1";

/**
 * Who is who: whose word a link is, decisions that go above it, and links that are probable. Taken after
 * the vault, whatever its number: the views are those of keyed hashes.
 */
export const whoIsWho: Migration = {
  number: 3,
  name: "who is who",
  statements: [
    // Who told: 1 a page, with a key that everybody can read; 2 a system, or a file.
    "ALTER TABLE load ADD COLUMN IF NOT EXISTS trust UInt8 DEFAULT 2",
    "ALTER TABLE stage ADD COLUMN IF NOT EXISTS trust UInt8 DEFAULT 2",
    "ALTER TABLE event ADD COLUMN IF NOT EXISTS trust UInt8 DEFAULT 2",
    "ALTER TABLE quarantine ADD COLUMN IF NOT EXISTS trust UInt8 DEFAULT 2",
    "ALTER TABLE sift ADD COLUMN IF NOT EXISTS trust UInt8 DEFAULT 2",
    "ALTER TABLE sift_stage ADD COLUMN IF NOT EXISTS trust UInt8 DEFAULT 2",
    "DROP VIEW IF EXISTS sift_load",
    `CREATE MATERIALIZED VIEW sift_load TO load AS SELECT * EXCEPT (suppressed) FROM sift WHERE suppressed = 0`,
    "DROP VIEW IF EXISTS sift_stage_stage",
    `CREATE MATERIALIZED VIEW sift_stage_stage TO stage AS
      SELECT * EXCEPT (suppressed) FROM sift_stage WHERE suppressed = 0`,
    "DROP VIEW IF EXISTS load_event",
    `CREATE MATERIALIZED VIEW load_event TO event AS
      SELECT ws, import, source, row, rule, kind, id,
        if(journey = '', 0, ${journeyHash("load.journey")}) AS journey,
        arrayMap(w -> ${identifierHash("w.kind", "w.value")}, who) AS who,
        if(journey != 0, journey, if(empty(who), 0, who[1])) AS actor,
        ifNull(time, toDateTime64(0, 3, 'UTC')) AS time,
        event, channel, place, why, how, attributes, measures, comment, trust
      FROM load WHERE problem = ''`,
    "DROP VIEW IF EXISTS load_quarantine",
    `CREATE MATERIALIZED VIEW load_quarantine TO quarantine AS
      SELECT ws, import, source, file, row, line, rule, problem, ${sealed("raw")} AS sealed,
        startsWith(raw, '{') AS readable, trust
      FROM load WHERE problem != ''`,

    // The highest trust that a row gave the pair.
    "ALTER TABLE pair ADD COLUMN IF NOT EXISTS trust UInt8 DEFAULT 2",

    // With whom an identifier might be one person, see whoIsWho; 0 for a shared one without any.
    "ALTER TABLE link ADD COLUMN IF NOT EXISTS zone UInt64 DEFAULT person",
    // The trust from which a pair links by it.
    "ALTER TABLE link ADD COLUMN IF NOT EXISTS least UInt8 DEFAULT if(person = 0, 3, 1)",

    // What somebody decided on two identifiers, as it is in force; a < b.
    `CREATE TABLE verdict (
      ws UInt32, a UInt64, b UInt64, kind_a LowCardinality(String), kind_b LowCardinality(String),
      says Enum8('nothing' = 0, 'same' = 1, 'apart' = 2, 'later' = 3),
      -- Number of the decision: the newest goes first.
      nth UInt64,
      build UInt32
    ) ENGINE = ReplacingMergeTree(build) PARTITION BY ws ORDER BY (ws, a, b) ${durable}`,

    // Zone → identifiers that are or were in it.
    `CREATE TABLE zone_kin (
      ws UInt32, zone UInt64, identifier UInt64
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, zone, identifier) ${durable}`,
    `CREATE MATERIALIZED VIEW link_zone_kin TO zone_kin AS
      SELECT ws, zone, identifier FROM link WHERE zone != 0`,
    `INSERT INTO zone_kin SELECT ws, zone, identifier FROM link WHERE zone != 0`,

    // What the last search found: two people that are probably one, each by one of his identifiers.
    `CREATE TABLE likely (
      ws UInt32, a UInt64, b UInt64, weight Float64, sure UInt8, pattern UInt32, rarity Array(Float32)
    ) ENGINE = MergeTree PARTITION BY ws ORDER BY (ws, a, b) ${durable}`,
  ],
};
