import { randomUUID } from "node:crypto";
import type { Author } from "../../protocol/map/live.ts";

/** An author whose commands count as those of no one before. */
export function newAuthor(name: string): Author {
  return { client: randomUUID(), name };
}
