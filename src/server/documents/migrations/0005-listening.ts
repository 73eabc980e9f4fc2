import type { Migration } from "../migrate.ts";

/** Listening: sources that tell by themselves, their keys, and the books of what they told. */
export const listening: Migration = {
  number: 5,
  name: "listening",
  statements: [
    `CREATE TABLE source (
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      name text NOT NULL,
      -- How it tells: by calls of its own, by a tool's webhook, or asked on a schedule.
      kind text NOT NULL,
      -- How its lines are read.
      mapping jsonb NOT NULL,
      -- Of its kind: what a webhook is signed with, where and when to ask.
      settings jsonb NOT NULL DEFAULT '{}',
      created timestamptz NOT NULL DEFAULT now(),
      -- Nothing is taken from it any more.
      stopped timestamptz,
      PRIMARY KEY (workspace, name)
    )`,

    // Only the hash of a key is kept; a write key stands in web pages and is kept to be shown again.
    `CREATE TABLE source_key (
      id text PRIMARY KEY,
      workspace integer NOT NULL,
      source text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('write', 'server')),
      hash text NOT NULL UNIQUE,
      shown text NOT NULL,
      made timestamptz NOT NULL DEFAULT now(),
      revoked timestamptz,
      FOREIGN KEY (workspace, source) REFERENCES source ON DELETE CASCADE
    )`,

    // Up to where each journal is taken in.
    `CREATE TABLE intake_journal (
      id text PRIMARY KEY,
      segment bigint NOT NULL,
      at bigint NOT NULL
    )`,

    // Batches that are being taken in, or not yet in people's journeys; its number is that of an import.
    `CREATE TABLE intake_batch (
      id integer PRIMARY KEY,
      journal text NOT NULL,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      stored boolean NOT NULL DEFAULT false,
      opened timestamptz NOT NULL DEFAULT now()
    )`,

    // The ledger of live sources, by the hour in which their events came in.
    `CREATE TABLE source_hour (
      workspace integer NOT NULL,
      source text NOT NULL,
      hour timestamptz NOT NULL,
      received bigint NOT NULL,
      stored bigint NOT NULL,
      duplicate bigint NOT NULL,
      quarantined bigint NOT NULL,
      -- Of people who asked not to be kept.
      suppressed bigint NOT NULL,
      -- When the last of them came in.
      last timestamptz NOT NULL,
      PRIMARY KEY (workspace, source, hour),
      FOREIGN KEY (workspace, source) REFERENCES source ON DELETE CASCADE
    )`,
  ],
};
