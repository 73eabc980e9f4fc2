import type { Migration } from "../migrate.ts";

const durable =
  "SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, index_granularity = 1024";

/**
 * What it takes to bring the people up to date whom new events touch, without reading anybody else:
 * tables in the order in which they are looked up. Each may hold more than is true by now, never less.
 */
export const near: Migration = {
  number: 7,
  name: "near",
  statements: [
    // Identifier → where its rows lie in `event`, unless that is the identifier itself.
    `CREATE TABLE met (
      ws UInt32, identifier UInt64, actor UInt64
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, identifier, actor) ${durable}`,
    `CREATE MATERIALIZED VIEW event_met TO met AS
      SELECT DISTINCT ws, identifier, actor FROM event ARRAY JOIN who AS identifier WHERE identifier != actor`,
    `INSERT INTO met
      SELECT DISTINCT ws, identifier, actor FROM event ARRAY JOIN who AS identifier WHERE identifier != actor`,

    // The pairs of `pair` from their other end.
    `CREATE TABLE pair_back (
      ws UInt32, b UInt64, a UInt64
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, b, a) ${durable}`,
    `CREATE MATERIALIZED VIEW pair_pair_back TO pair_back AS SELECT ws, b, a FROM pair`,
    `INSERT INTO pair_back SELECT ws, b, a FROM pair`,

    // Person → identifiers that are or were his, besides the one he is called by.
    `CREATE TABLE kin (
      ws UInt32, person UInt64, identifier UInt64
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, person, identifier) ${durable}`,
    `CREATE MATERIALIZED VIEW link_kin TO kin AS
      SELECT ws, person, identifier FROM link WHERE person != 0 AND person != identifier`,
    `INSERT INTO kin SELECT ws, person, identifier FROM link WHERE person != 0 AND person != identifier`,

    // Person → journeys that are or were his, unless he is called like his journey.
    `CREATE TABLE owned (
      ws UInt32, person UInt64, journey UInt64
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, person, journey) ${durable}`,
    `CREATE MATERIALIZED VIEW journey_owned TO owned AS
      SELECT ws, person, journey FROM journey WHERE deleted = 0 AND person != journey`,
    `INSERT INTO owned SELECT ws, person, journey FROM journey WHERE deleted = 0 AND person != journey`,

    // Sources that ever told an event.
    `CREATE TABLE origin (
      ws UInt32, source String
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, source) ${durable}`,
    `CREATE MATERIALIZED VIEW event_origin TO origin AS
      SELECT DISTINCT ws, toString(source) AS source FROM event`,
    `INSERT INTO origin SELECT DISTINCT ws, toString(source) AS source FROM event`,

    // The last derivation that was begun and the last that was done, with what it knew of the events.
    `CREATE TABLE derivation (
      ws UInt32,
      done UInt8,
      build UInt32,
      -- Did it derive everything anew?
      whole UInt8,
      events UInt64,
      given UInt8,
      known UInt8,
      tells UInt8
    ) ENGINE = ReplacingMergeTree(build) PARTITION BY ws ORDER BY (ws, done) ${durable}`,
    `INSERT INTO derivation (ws, done, build)
      SELECT ws, 0, max(build) FROM (
        SELECT ws, build FROM journey UNION ALL SELECT ws, build FROM link) GROUP BY ws`,

    // Hashes that a derivation is about, by what they are in it; empty when none runs or was cut short.
    `CREATE TABLE touched (
      ws UInt32, role LowCardinality(String), hash UInt64
    ) ENGINE = MergeTree PARTITION BY ws ORDER BY (ws, role, hash) ${durable}`,
  ],
};
