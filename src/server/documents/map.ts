import { z } from "zod";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Statements } from "./documents.ts";

const Head = z.strictObject({ id: z.string(), title: z.string(), updated: z.string() });

export const StoredMap = Head.extend({
  /** The journey file, byte for byte. */
  body: z.string(),
  author: z.string().nullable(),
});
export type StoredMap = z.infer<typeof StoredMap>;

/** Maps of a workspace, oldest first, without their bodies. */
export function listMaps(
  { query }: Statements,
  workspace: number,
): Promise<z.infer<typeof Head>[]> {
  const sql = "SELECT id, title, updated FROM map WHERE workspace = $1 ORDER BY created, id";
  return query(Head, sql, [workspace]);
}

/** One map; rejects with `not-found`. */
export async function findMap(
  { query }: Statements,
  workspace: number,
  id: string,
): Promise<StoredMap> {
  const [found] = await query(
    StoredMap,
    "SELECT id, title, updated, body, author FROM map WHERE workspace = $1 AND id = $2",
    [workspace, id],
  );
  if (!found) throw new AppError("not-found", message("no-map", { map: id }));
  return found;
}

/** Stores a map, in place of the one with its id. */
export async function saveMap(
  { query }: Statements,
  workspace: number,
  { id, title, body, author }: Omit<StoredMap, "updated">,
): Promise<void> {
  await query(
    z.unknown(),
    `INSERT INTO map (workspace, id, title, body, author) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (workspace, id) DO UPDATE
       SET title = excluded.title, body = excluded.body, author = excluded.author, updated = now()`,
    [workspace, id, title, body, author],
  );
}
