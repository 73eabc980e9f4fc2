import type { Migration } from "../migrate.ts";

/** What the health check goes by besides the map: how often it was exported, and when it was last judged. */
export const shown: Migration = {
  number: 4,
  name: "shown",
  statements: [
    `ALTER TABLE map ADD COLUMN exports integer NOT NULL DEFAULT 0`,
    // When its scores were last looked at; null = they are to be looked at again.
    `ALTER TABLE map ADD COLUMN scored timestamptz`,
  ],
};
