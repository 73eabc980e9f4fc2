import type { Migration } from "../migrate.ts";

const durable = "SETTINGS fsync_after_insert = 1, fsync_part_directory = 1";

/** Privacy: who was erased, who objects, and what comes in of either. */
export const people: Migration = {
  number: 5,
  name: "people",
  statements: [
    // Identifiers and named journeys of people who were erased, as keyed hashes: what comes of them again
    // is kept nowhere.
    `CREATE TABLE tombstone (
      ws UInt32,
      hash UInt64,
      -- Kind of the identifier; empty for a journey.
      kind LowCardinality(String),
      -- What happened up to then stays away, in epoch milliseconds.
      until Int64,
      -- Number of the erasure.
      erasure UInt32
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, hash, erasure) ${durable}`,

    // Identifiers of several people, one of whom was erased: they stay shared, though what showed it is gone.
    `CREATE TABLE shared_for_good (
      ws UInt32, identifier UInt64
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, identifier) ${durable}`,

    // Identifiers of people who object to being counted; the last word counts.
    `CREATE TABLE objection (
      ws UInt32, identifier UInt64, objects UInt8, at DateTime64(3, 'UTC')
    ) ENGINE = ReplacingMergeTree(at) PARTITION BY ws ORDER BY (ws, identifier) ${durable}`,

    // Rows of an import or batch that are not to be kept: only their places, until they are counted.
    `CREATE TABLE suppressed (
      ws UInt32, import UInt32, row UInt64
    ) ENGINE = MergeTree PARTITION BY import ORDER BY (import, row)`,

    // Hashes that stood in rows that went, by whether any is left; empty when nothing goes.
    `CREATE TABLE leaving (
      ws UInt32, role LowCardinality(String), hash UInt64
    ) ENGINE = MergeTree PARTITION BY ws ORDER BY (ws, role, hash)`,

    // Before the door and before the stage, where some rows are not to be kept; both keep nothing.
    `CREATE TABLE sift AS load ENGINE = Null`,
    `ALTER TABLE sift ADD COLUMN IF NOT EXISTS suppressed UInt8`,
    `CREATE MATERIALIZED VIEW sift_load TO load AS SELECT * EXCEPT (suppressed) FROM sift WHERE suppressed = 0`,
    `CREATE MATERIALIZED VIEW sift_suppressed TO suppressed AS
      SELECT ws, import, row FROM sift WHERE suppressed = 1`,
    `CREATE TABLE sift_stage AS load ENGINE = Null`,
    `ALTER TABLE sift_stage ADD COLUMN IF NOT EXISTS suppressed UInt8`,
    `CREATE MATERIALIZED VIEW sift_stage_stage TO stage AS
      SELECT * EXCEPT (suppressed) FROM sift_stage WHERE suppressed = 0`,
    `CREATE MATERIALIZED VIEW sift_stage_suppressed TO suppressed AS
      SELECT ws, import, row FROM sift_stage WHERE suppressed = 1`,
  ],
};
