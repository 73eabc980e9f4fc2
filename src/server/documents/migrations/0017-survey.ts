import type { Migration } from "../migrate.ts";

/** What colleagues think that customers feel: surveys about a map, and their answers. */
export const survey: Migration = {
  number: 17,
  name: "survey",
  statements: [
    `CREATE TABLE survey (
      id text PRIMARY KEY,
      workspace integer NOT NULL,
      map text NOT NULL,
      question text NOT NULL,
      touchpoints jsonb NOT NULL,
      departments jsonb NOT NULL,
      author text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      ends timestamptz NOT NULL,
      closed timestamptz,
      -- In the bin: it can be put back for a while.
      deleted timestamptz,
      FOREIGN KEY (workspace, map) REFERENCES map ON DELETE CASCADE
    )`,
    `CREATE INDEX survey_workspace ON survey (workspace, at)`,
    // An answer has no time: who knows when somebody sat down to it would know whose it is.
    `CREATE TABLE survey_answer (
      survey text NOT NULL REFERENCES survey ON DELETE CASCADE,
      -- Hash of what the browser of who answered keeps.
      token_hash text NOT NULL,
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      department text NOT NULL,
      scores jsonb NOT NULL,
      remark text,
      PRIMARY KEY (survey, token_hash)
    )`,
    `ALTER TABLE share ADD COLUMN survey text REFERENCES survey ON DELETE CASCADE`,
    `ALTER TABLE share DROP CONSTRAINT share_kind_check`,
    `ALTER TABLE share ADD CONSTRAINT share_kind_check
      CHECK (kind IN ('read', 'embed', 'workshop', 'note', 'survey'))`,
  ],
};
