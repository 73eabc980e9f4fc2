import type { Migration } from "../migrate.ts";

/** Drawing together: a log of commands for each map, its versions, what people say of it, and who may look. */
export const drawing: Migration = {
  number: 2,
  name: "drawing",
  statements: [
    // Up to which command of the log body holds the map.
    `ALTER TABLE map ADD COLUMN seq integer NOT NULL DEFAULT 0`,
    // Thrown away: it can be put back for a while.
    `ALTER TABLE map ADD COLUMN deleted timestamptz`,

    `CREATE TABLE map_command (
      workspace integer NOT NULL,
      map text NOT NULL,
      seq integer NOT NULL,
      -- The browser that sent it, and its own number there: what was sent twice counts once.
      client text NOT NULL,
      number integer NOT NULL,
      author text NOT NULL,
      -- Null once it is old: the mark of having been done stays.
      command jsonb,
      at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (workspace, map, seq),
      UNIQUE (workspace, map, client, number),
      FOREIGN KEY (workspace, map) REFERENCES map ON DELETE CASCADE
    )`,

    `CREATE TABLE map_version (
      workspace integer NOT NULL,
      map text NOT NULL,
      number integer NOT NULL,
      -- Null for one that Spoor kept by itself.
      name text,
      author text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      seq integer NOT NULL,
      body text NOT NULL,
      PRIMARY KEY (workspace, map, number),
      FOREIGN KEY (workspace, map) REFERENCES map ON DELETE CASCADE
    )`,

    `CREATE TABLE picture (
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      hash text NOT NULL,
      type text NOT NULL,
      width integer NOT NULL,
      height integer NOT NULL,
      bytes bytea NOT NULL,
      PRIMARY KEY (workspace, hash)
    )`,

    `CREATE TABLE map_comment (
      id text PRIMARY KEY,
      workspace integer NOT NULL,
      map text NOT NULL,
      -- Id of the part of the map that it is about.
      element text NOT NULL,
      -- The comment that it answers; null for one that begins a thread.
      thread text REFERENCES map_comment ON DELETE CASCADE,
      person text NOT NULL,
      author text NOT NULL,
      text text NOT NULL,
      mentions jsonb NOT NULL DEFAULT '[]',
      at timestamptz NOT NULL DEFAULT now(),
      edited timestamptz,
      resolved timestamptz,
      resolved_by text,
      FOREIGN KEY (workspace, map) REFERENCES map ON DELETE CASCADE
    )`,

    `CREATE TABLE map_reaction (
      workspace integer NOT NULL,
      map text NOT NULL,
      element text NOT NULL,
      person text NOT NULL,
      author text NOT NULL,
      mark text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (workspace, map, element, person, mark),
      FOREIGN KEY (workspace, map) REFERENCES map ON DELETE CASCADE
    )`,

    `CREATE TABLE workshop (
      id text PRIMARY KEY,
      workspace integer NOT NULL,
      map text NOT NULL,
      question text NOT NULL,
      dots integer NOT NULL,
      opened timestamptz NOT NULL DEFAULT now(),
      closed timestamptz,
      FOREIGN KEY (workspace, map) REFERENCES map ON DELETE CASCADE
    )`,
    `CREATE TABLE workshop_note (
      id text PRIMARY KEY,
      workshop text NOT NULL REFERENCES workshop ON DELETE CASCADE,
      -- Null for a note that stands free.
      element text,
      kind text NOT NULL,
      text text NOT NULL,
      author text NOT NULL,
      guest text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      -- Id of what was made of it on the map.
      adopted text
    )`,
    `CREATE TABLE workshop_vote (
      workshop text NOT NULL REFERENCES workshop ON DELETE CASCADE,
      note text NOT NULL REFERENCES workshop_note ON DELETE CASCADE,
      guest text NOT NULL,
      dots integer NOT NULL CHECK (dots > 0),
      PRIMARY KEY (note, guest)
    )`,

    // A link for people without an account. Only the hash of its secret is kept.
    `CREATE TABLE share (
      id text PRIMARY KEY,
      workspace integer NOT NULL,
      map text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('read', 'embed', 'workshop')),
      -- The workshop that guests come to by it.
      workshop text REFERENCES workshop ON DELETE CASCADE,
      secret_hash text NOT NULL UNIQUE,
      figures boolean NOT NULL,
      author text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      expires timestamptz,
      revoked timestamptz,
      FOREIGN KEY (workspace, map) REFERENCES map ON DELETE CASCADE
    )`,

    `CREATE TABLE check_setting (
      workspace integer PRIMARY KEY REFERENCES workspace ON DELETE CASCADE,
      body text NOT NULL
    )`,
    `CREATE TABLE check_score (
      workspace integer NOT NULL,
      map text NOT NULL,
      day date NOT NULL,
      scores jsonb NOT NULL,
      PRIMARY KEY (workspace, map, day),
      FOREIGN KEY (workspace, map) REFERENCES map ON DELETE CASCADE
    )`,
  ],
};
