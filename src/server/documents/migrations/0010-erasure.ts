import type { Migration } from "../migrate.ts";

/** Erasures with their proof, and how long events are kept. Nothing here tells who somebody was. */
export const erasure: Migration = {
  number: 10,
  name: "erasure",
  statements: [
    `CREATE TABLE erasure (
      -- Also \`erasure\` of the tombstones in the engine.
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      state text NOT NULL,
      step text NOT NULL,
      who text NOT NULL,
      -- The request in the register that it answers.
      request text,
      -- Keep what comes of him later out too.
      for_good boolean NOT NULL,
      -- Hashes of his identifiers, so that what a crash cut short can be ended.
      people jsonb NOT NULL,
      started timestamptz NOT NULL DEFAULT now(),
      finished timestamptz,
      proof jsonb,
      problem text
    )`,
    `CREATE INDEX erasure_of_workspace ON erasure (workspace, id)`,

    `CREATE TABLE retention_rule (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      kind text,
      event text,
      source text,
      days integer NOT NULL CHECK (days > 0),
      who text NOT NULL,
      made timestamptz NOT NULL DEFAULT now(),
      ended timestamptz,
      ended_by text
    )`,
    `CREATE INDEX retention_rule_of_workspace ON retention_rule (workspace, id)`,

    // What went because it was old: by rule and day on which it went.
    `CREATE TABLE retention_gone (
      rule integer NOT NULL REFERENCES retention_rule ON DELETE CASCADE,
      day date NOT NULL,
      events bigint NOT NULL,
      -- What happened before this is gone.
      before timestamptz NOT NULL,
      PRIMARY KEY (rule, day)
    )`,

    // When the rules of a workspace were last applied to the end.
    `CREATE TABLE retention_day (
      workspace integer PRIMARY KEY REFERENCES workspace ON DELETE CASCADE,
      day date NOT NULL,
      at timestamptz NOT NULL
    )`,
  ],
};
