import type { Migration } from "../migrate.ts";

const durable =
  "SETTINGS fsync_after_insert = 1, fsync_part_directory = 1, index_granularity = 1024";

/** What is derived comes into its tables at one stroke; what questions ask of all events is kept. */
export const atOnce: Migration = {
  number: 15,
  name: "at once",
  statements: [
    // Journeys that are being built, before they take the place of those that are; empty when nothing is.
    "CREATE TABLE journey_build AS journey",
    `CREATE MATERIALIZED VIEW journey_build_owned TO owned AS
      SELECT ws, person, journey FROM journey_build WHERE deleted = 0 AND person != journey`,
    "DROP VIEW IF EXISTS journey_owned",

    // Names of attributes that rows about people gave, not what happened to them.
    `CREATE TABLE person_attribute (
      ws UInt32, name String
    ) ENGINE = ReplacingMergeTree PARTITION BY ws ORDER BY (ws, name) ${durable}`,
    `CREATE MATERIALIZED VIEW event_person_attribute TO person_attribute AS
      SELECT DISTINCT ws, arrayJoin(mapKeys(attributes)) AS name FROM event WHERE kind = 'person'`,
    `INSERT INTO person_attribute
      SELECT DISTINCT ws, arrayJoin(mapKeys(attributes)) AS name FROM event WHERE kind = 'person'`,
  ],
};
