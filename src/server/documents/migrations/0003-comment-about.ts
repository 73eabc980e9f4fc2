import type { Migration } from "../migrate.ts";

/** A comment remembers what its part was called, for when that part is no more. */
export const commentAbout: Migration = {
  number: 3,
  name: "comment-about",
  statements: ["ALTER TABLE map_comment ADD COLUMN about text NOT NULL DEFAULT ''"],
};
