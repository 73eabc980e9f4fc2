import type { Migration } from "../migrate.ts";

/** What people in the field noted of customers, and links by which they do. */
export const fieldNotes: Migration = {
  number: 8,
  name: "field-notes",
  statements: [
    `CREATE TABLE field_note (
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      id text NOT NULL,
      kind text NOT NULL,
      day date NOT NULL,
      author text NOT NULL,
      -- A note outlives its map.
      map text,
      elements jsonb NOT NULL,
      -- Id of a person in the engine, as text: it has 64 bits.
      person text,
      segment jsonb,
      text text NOT NULL,
      quotes jsonb NOT NULL,
      feeling integer,
      n integer NOT NULL,
      pain text,
      opportunity text,
      picture jsonb,
      -- The link by which it came; null for one that was written inside.
      share text REFERENCES share ON DELETE SET NULL,
      outside boolean NOT NULL DEFAULT false,
      at timestamptz NOT NULL DEFAULT now(),
      changed timestamptz,
      -- In the bin: it can be put back for a while.
      deleted timestamptz,
      PRIMARY KEY (workspace, id)
    )`,
    `CREATE INDEX field_note_day ON field_note (workspace, day DESC, at DESC)`,
    `CREATE INDEX field_note_map ON field_note (workspace, map)`,
    `ALTER TABLE share DROP CONSTRAINT share_kind_check`,
    `ALTER TABLE share ADD CONSTRAINT share_kind_check
      CHECK (kind IN ('read', 'embed', 'workshop', 'note'))`,
  ],
};
