import type { Migration } from "../migrate.ts";

/** What a finished statement wrote survives a power cut. */
const durable = "SETTINGS fsync_after_insert = 1, fsync_part_directory = 1";

/**
 * The tables. `load` is the door: what is inserted there becomes an event or a quarantined row.
 * `event` holds what came in, unchanged; `journey` is derived, one row a journey, with everything a
 * question needs as small integers in arrays of one length.
 *
 * No LowCardinality inside Array, Tuple or Map: casting five million empty ones costs 1 to 5 seconds
 * where the plain type costs 0.2 (ClickHouse 26.7).
 */
export const first: Migration = {
  number: 1,
  name: "first",
  statements: [
    `CREATE TABLE load (
      ws UInt32,
      import UInt32,
      source LowCardinality(String),
      file LowCardinality(String),
      -- Place of the row in its import, counted on through the files of a source, and its line in the file.
      row UInt64,
      line UInt64,
      -- Which kind of the source's rows this is (index in the mapping).
      rule UInt8,
      kind Enum8('event' = 1, 'feedback' = 2, 'person' = 3, 'reference' = 4),
      -- Hash of what identifies the event in its source.
      id UInt64,
      time Nullable(DateTime64(3, 'UTC')),
      event LowCardinality(String),
      channel LowCardinality(String),
      -- Of a reference row: its key.
      place String,
      why String,
      how LowCardinality(String),
      -- The journey id the source gave; empty when it gave none.
      journey String,
      who Array(Tuple(kind String, value String)),
      attributes Map(String, String),
      measures Array(Tuple(code UInt16, value Float64)),
      comment String,
      -- Empty when the row is good.
      problem LowCardinality(String),
      -- The row as it came, only where there is a problem.
      raw String
    ) ENGINE = Null`,

    `CREATE TABLE event (
      ws UInt32,
      import UInt32,
      source LowCardinality(String),
      row UInt64,
      rule UInt8,
      kind Enum8('event' = 1, 'feedback' = 2, 'person' = 3, 'reference' = 4),
      id UInt64,
      -- The journey if the source gave one, else the first identifier: what brings a history together on disk.
      actor UInt64,
      journey UInt64,
      who Array(UInt64),
      time DateTime64(3, 'UTC'),
      event LowCardinality(String),
      channel LowCardinality(String),
      place String,
      why String,
      how LowCardinality(String),
      attributes Map(String, String),
      measures Array(Tuple(code UInt16, value Float64)),
      comment String,
      -- What one import brought is found without reading the rest.
      INDEX import_range import TYPE minmax GRANULARITY 1,
      -- So are the rows of one customer, whatever they are sorted by.
      INDEX who_met who TYPE bloom_filter(0.001) GRANULARITY 1
    ) ENGINE = MergeTree PARTITION BY ws ORDER BY (ws, actor, time, source, row, rule) ${durable}`,

    `CREATE MATERIALIZED VIEW load_event TO event AS
      SELECT ws, import, source, row, rule, kind, id,
        if(journey = '', 0, sipHash64(journey)) AS journey,
        arrayMap(w -> sipHash64(w.kind, w.value), who) AS who,
        if(journey != 0, journey, if(empty(who), 0, who[1])) AS actor,
        ifNull(time, toDateTime64(0, 3, 'UTC')) AS time,
        event, channel, place, why, how, attributes, measures, comment
      FROM load WHERE problem = ''`,

    `CREATE TABLE quarantine (
      ws UInt32, import UInt32, source LowCardinality(String), file LowCardinality(String),
      row UInt64, line UInt64, rule UInt8, problem LowCardinality(String), raw String
    ) ENGINE = MergeTree PARTITION BY ws ORDER BY (ws, import, file, line, rule) ${durable}`,

    `CREATE MATERIALIZED VIEW load_quarantine TO quarantine AS
      SELECT ws, import, source, file, row, line, rule, problem, raw FROM load WHERE problem != ''`,

    // What came through the door, counted apart from where it went: the ledger must balance against it.
    `CREATE TABLE tally (
      ws UInt32, import UInt32, source LowCardinality(String), file LowCardinality(String), rule UInt8, rows UInt64
    ) ENGINE = SummingMergeTree PARTITION BY ws ORDER BY (ws, import, source, file, rule)`,

    `CREATE MATERIALIZED VIEW load_tally TO tally AS
      SELECT ws, import, source, file, rule, count() AS rows FROM load GROUP BY ws, import, source, file, rule`,

    // The only place where identifiers stand as text.
    `CREATE TABLE identifier (
      ws UInt32, hash UInt64, import UInt32, kind LowCardinality(String), value String
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, hash, import) ${durable}`,

    `CREATE MATERIALIZED VIEW load_identifier TO identifier AS
      SELECT DISTINCT ws, sipHash64(w.kind, w.value) AS hash, import, w.kind AS kind, w.value AS value
      FROM load ARRAY JOIN who AS w WHERE problem = ''`,

    // Names of journeys that the sources gave.
    `CREATE TABLE journey_name (
      ws UInt32, journey UInt64, import UInt32, name String
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, journey, import) ${durable}`,

    `CREATE MATERIALIZED VIEW load_journey_name TO journey_name AS
      SELECT ws, sipHash64(load.journey) AS journey, import, load.journey AS name
      FROM load WHERE problem = '' AND load.journey != '' LIMIT 1 BY ws, journey, import`,

    // Two identifiers that stood in one row, and their kinds; a < b.
    `CREATE TABLE pair (
      ws UInt32, a UInt64, b UInt64, kind_a LowCardinality(String), kind_b LowCardinality(String)
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, a, b) ${durable}`,

    // Identifier → person, for every identifier that ever met another; a shared one links to person 0.
    `CREATE TABLE link (
      ws UInt32, identifier UInt64, person UInt64, build UInt32
    ) ENGINE = ReplacingMergeTree(build) PARTITION BY ws ORDER BY (ws, identifier) ${durable}`,

    // Codes are given once and never change.
    `CREATE TABLE touchpoint (
      ws UInt32, code UInt16, event String, channel String
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, event, channel) ${durable}`,

    // Codes are given when a mapping is first used.
    `CREATE TABLE measure (
      ws UInt32, code UInt16, kind LowCardinality(String), name String, unit String, low Float64, high Float64
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, kind, name, unit, low, high) ${durable}`,

    // Attribute values that one can filter on: name and value behind a trait hash.
    `CREATE TABLE trait (
      ws UInt32, hash UInt64, name String, value String
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, name, value) ${durable}`,

    // The rows of people whose journeys are being built, brought together; empty when nothing is.
    `CREATE TABLE history (
      ws UInt32,
      person UInt64,
      time DateTime64(3, 'UTC'),
      -- Order among equal times: source, row, rule.
      place UInt64,
      kind Enum8('event' = 1, 'feedback' = 2, 'person' = 3, 'reference' = 4),
      -- Touchpoint of an event; of feedback the first touchpoint with the name it is about, 0 without any.
      code UInt16,
      -- Feedback about whatever came before it.
      unnamed UInt8,
      measures Array(Tuple(code UInt16, value Float64)),
      comment String,
      traits Array(UInt64)
    ) ENGINE = MergeTree PARTITION BY ws ORDER BY (ws, person)`,

    `CREATE TABLE journey (
      ws UInt32,
      journey UInt64,
      build UInt32,
      deleted UInt8 DEFAULT 0,
      person UInt64,
      start DateTime64(3, 'UTC'),
      end DateTime64(3, 'UTC'),
      -- Touchpoint codes in order, and the milliseconds between each and the next (one shorter).
      steps Array(UInt16),
      waits Array(UInt64),
      -- Order-sensitive hash of the steps, and a second one to prove that the first did not collide.
      route UInt64,
      check UInt64,
      -- Hashes of (attribute, value) of its events and its person, sorted.
      traits Array(UInt64),
      -- What was measured on the way: measure code, value, touchpoint code it belongs to (0 = none), time.
      measures Nested(code UInt16, value Float64, touchpoint UInt16, time DateTime64(3, 'UTC')),
      -- What the customer said, and about which touchpoint.
      comments Nested(text String, touchpoint UInt16, time DateTime64(3, 'UTC')),
      INDEX of_person person TYPE bloom_filter(0.001) GRANULARITY 1
    ) ENGINE = ReplacingMergeTree(build, deleted) PARTITION BY ws ORDER BY (ws, journey) ${durable}`,

    // What directly follows on what over all journeys, counted when they were derived.
    `CREATE TABLE edge (
      ws UInt32,
      from UInt16,
      to UInt16,
      count UInt64,
      -- Median and quartiles of the wait, in milliseconds.
      q Array(Float64)
    ) ENGINE = MergeTree PARTITION BY ws ORDER BY (ws, from, to)`,
  ],
};
