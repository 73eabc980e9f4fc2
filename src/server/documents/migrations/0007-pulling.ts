import type { Migration } from "../migrate.ts";

/** Sources that are asked on a schedule: where, when, up to where they are in, and how that went. */
export const pulling: Migration = {
  number: 7,
  name: "pulling",
  statements: [
    `CREATE TABLE pull (
      workspace integer NOT NULL,
      source text NOT NULL,
      origin jsonb NOT NULL,
      -- The password or key, sealed; and the name of the key that it is sealed with.
      sealed text,
      seal text,
      schedule jsonb NOT NULL,
      -- Up to where it is in, as its kind of origin tells places; null for nothing yet.
      place jsonb,
      next timestamptz NOT NULL DEFAULT now(),
      failures integer NOT NULL DEFAULT 0,
      -- The only process that may ask it, by its journal: a folder is on one machine.
      home text,
      -- Number of the last run; what an earlier run still brings does not move the place.
      run integer NOT NULL DEFAULT 0,
      -- The process that asks it now, by its journal, and until when nobody else may.
      holder text,
      held_until timestamptz,
      PRIMARY KEY (workspace, source),
      FOREIGN KEY (workspace, source) REFERENCES source ON DELETE CASCADE
    )`,

    `CREATE TABLE pull_run (
      workspace integer NOT NULL,
      source text NOT NULL,
      run integer NOT NULL,
      began timestamptz NOT NULL,
      ended timestamptz,
      state text NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'cut')),
      rows bigint NOT NULL DEFAULT 0,
      files integer NOT NULL DEFAULT 0,
      -- The file that is being read.
      file text,
      problem text,
      notes jsonb NOT NULL DEFAULT '[]',
      -- Somebody asked it to stop.
      stop boolean NOT NULL DEFAULT false,
      PRIMARY KEY (workspace, source, run),
      FOREIGN KEY (workspace, source) REFERENCES source ON DELETE CASCADE
    )`,

    // Files that were brought in, or set aside; the state of the import says which.
    `CREATE TABLE pull_file (
      workspace integer NOT NULL,
      source text NOT NULL,
      name text NOT NULL,
      -- What tells this state of the file from another: tag, size, time.
      mark text NOT NULL,
      -- SHA-256 of its bytes.
      bytes text NOT NULL,
      import integer,
      -- Why it was set aside.
      problem text,
      attempts integer NOT NULL DEFAULT 0,
      at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (workspace, source, name, mark),
      FOREIGN KEY (workspace, source) REFERENCES source ON DELETE CASCADE
    )`,
    "CREATE INDEX pull_file_import ON pull_file (import)",
  ],
};
