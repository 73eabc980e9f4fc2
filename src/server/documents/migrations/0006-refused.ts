import type { Migration } from "../migrate.ts";

/** Calls of webhooks whose signature was wrong: counted, not kept. */
export const refused: Migration = {
  number: 6,
  name: "refused",
  statements: [
    `ALTER TABLE source ADD COLUMN refused bigint NOT NULL DEFAULT 0,
      ADD COLUMN refused_last timestamptz`,
  ],
};
