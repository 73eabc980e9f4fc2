import type { Migration } from "../migrate.ts";

/** Who is who: what people decided, and what the last search for probable links found. */
export const whoIsWho: Migration = {
  number: 9,
  name: "who is who",
  statements: [
    `CREATE TABLE decision (
      id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      says text NOT NULL CHECK (says IN ('same', 'apart', 'later')),
      -- Who decided, by the name that his browser gave.
      by text NOT NULL,
      reason text NOT NULL DEFAULT '',
      -- Pairs that were decided on at once.
      pairs integer NOT NULL,
      made timestamptz NOT NULL DEFAULT now(),
      taken_back timestamptz,
      taken_back_by text,
      -- Counted up with every change, and what of it is in people's journeys.
      change integer NOT NULL DEFAULT 1,
      derived integer NOT NULL DEFAULT 0
    )`,
    "CREATE INDEX decision_of_workspace ON decision (workspace, id)",
    "CREATE INDEX decision_due ON decision (workspace) WHERE derived < change",

    // Hashes of identifiers, as decimal text; a is the smaller one.
    `CREATE TABLE decided_pair (
      decision integer NOT NULL REFERENCES decision ON DELETE CASCADE,
      workspace integer NOT NULL,
      a text NOT NULL,
      b text NOT NULL,
      -- How probable it was held to be then, and its reasons; null where nobody computed it.
      probability double precision,
      reasons jsonb,
      PRIMARY KEY (decision, a, b)
    )`,
    "CREATE INDEX decided_of_pair ON decided_pair (workspace, a, b)",

    // The last search; its links lie in the engine.
    `CREATE TABLE probable_search (
      workspace integer PRIMARY KEY REFERENCES workspace ON DELETE CASCADE,
      made timestamptz NOT NULL DEFAULT now(),
      by text NOT NULL,
      body jsonb NOT NULL
    )`,

    // The rules changed, and everything has to be derived anew.
    "ALTER TABLE workspace ADD COLUMN IF NOT EXISTS anew boolean NOT NULL DEFAULT false",
  ],
};
