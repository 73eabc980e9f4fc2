import type { Migration } from "../migrate.ts";

/** Everything belongs to a workspace, whose number is also `ws` in the engine's tables. */
export const first: Migration = {
  number: 1,
  name: "first",
  statements: [
    `CREATE TABLE workspace (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      -- Stands in the address.
      slug text NOT NULL UNIQUE,
      name text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('demo', 'own')),
      created timestamptz NOT NULL DEFAULT now(),
      -- How people are recognised and journeys are cut, and the zone of its times.
      settings jsonb NOT NULL DEFAULT '{}'
    )`,

    `CREATE TABLE import (
      -- Also \`import\` in the engine's tables.
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      state text NOT NULL,
      files jsonb NOT NULL,
      mapping jsonb NOT NULL,
      -- Hash of the files' bytes and the mapping: the same again adds nothing.
      fingerprint text,
      rows bigint NOT NULL DEFAULT 0,
      bytes bigint NOT NULL DEFAULT 0,
      ledger jsonb NOT NULL,
      notes jsonb NOT NULL DEFAULT '[]',
      problem text,
      started timestamptz NOT NULL DEFAULT now(),
      finished timestamptz
    )`,
    "CREATE INDEX import_of_workspace ON import (workspace, id)",

    `CREATE TABLE mapping (
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      name text NOT NULL,
      body jsonb NOT NULL,
      updated timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (workspace, name)
    )`,

    `CREATE TABLE map (
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      id text NOT NULL,
      title text NOT NULL,
      -- The journey file, byte for byte.
      body text NOT NULL,
      author text,
      created timestamptz NOT NULL DEFAULT now(),
      updated timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (workspace, id)
    )`,
  ],
};
