import type { Migration } from "../migrate.ts";

const durable = "SETTINGS fsync_after_insert = 1, fsync_part_directory = 1";

/** Listening: events that come one by one, each of which counts once for as long as data is kept. */
export const live: Migration = {
  number: 2,
  name: "live",
  statements: [
    // Ids of all events, in their own order: whether one was seen before is asked for each that comes in.
    `CREATE TABLE seen (
      ws UInt32, id UInt64, import UInt32
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, id, import)
    SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, index_granularity = 1024`,

    `CREATE MATERIALIZED VIEW load_seen TO seen AS
      SELECT ws, id, import FROM load WHERE problem = ''`,

    `INSERT INTO seen SELECT ws, id, import FROM event`,

    // Rows on their way to the door, while they are held against what was seen; empty when nothing is.
    `CREATE TABLE stage AS load ENGINE = MergeTree PARTITION BY import ORDER BY (import, id) ${durable}`,
  ],
};
