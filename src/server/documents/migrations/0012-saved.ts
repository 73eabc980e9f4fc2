import type { Migration } from "../migrate.ts";

/** Saved questions with their last answers, the reports that they stand in, and links to these. */
export const saved: Migration = {
  number: 12,
  name: "saved",
  statements: [
    `CREATE TABLE saved_question (
      id text PRIMARY KEY,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      name text NOT NULL,
      question text NOT NULL,
      asked jsonb NOT NULL,
      -- What the ids in it were called when it was last answered.
      names jsonb NOT NULL DEFAULT '{}',
      author text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      -- The last answer, without what leads to single customers.
      answer jsonb,
      shown jsonb,
      answered timestamptz,
      -- What the data was like then; null when it changed meanwhile.
      state text,
      -- Why it could not be answered since.
      trouble jsonb,
      deleted timestamptz
    )`,
    `CREATE INDEX saved_question_workspace ON saved_question (workspace, at)`,

    `CREATE TABLE report (
      id text PRIMARY KEY,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      title text NOT NULL,
      blocks jsonb NOT NULL DEFAULT '[]',
      version integer NOT NULL DEFAULT 1,
      author text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      changed timestamptz NOT NULL DEFAULT now(),
      deleted timestamptz
    )`,
    `CREATE INDEX report_workspace ON report (workspace, changed)`,

    // A link by which people outside see the last answers. Only the hash of its secret is kept.
    `CREATE TABLE report_share (
      id text PRIMARY KEY,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      report text NOT NULL REFERENCES report ON DELETE CASCADE,
      secret_hash text NOT NULL UNIQUE,
      author text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      expires timestamptz NOT NULL,
      revoked timestamptz
    )`,
    `CREATE INDEX report_share_report ON report_share (report, at)`,
  ],
};
