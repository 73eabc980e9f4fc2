import type { Migration } from "../migrate.ts";

/** The last figures of saved questions that are gone for good: maps may still show one of them. */
export const goneQuestions: Migration = {
  number: 19,
  name: "gone-questions",
  statements: [
    `CREATE TABLE gone_question (
      workspace integer NOT NULL REFERENCES workspace ON DELETE CASCADE,
      id text NOT NULL,
      figures jsonb NOT NULL,
      answered timestamptz NOT NULL,
      PRIMARY KEY (workspace, id)
    )`,
  ],
};
