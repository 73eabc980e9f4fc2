import { z } from "zod";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Statements } from "./documents.ts";

const Head = z.strictObject({ id: z.string(), title: z.string(), updated: z.string() });

export const StoredMap = Head.extend({
  /** The journey file, byte for byte, up to command `seq` of its log. */
  body: z.string(),
  seq: z.number().int(),
  author: z.string().nullable(),
});
export type StoredMap = z.infer<typeof StoredMap>;

const Thrown = z.strictObject({ id: z.string(), body: z.string() });
type Thrown = z.infer<typeof Thrown>;

const nothing = z.unknown();

/** Maps of a workspace, oldest first, without their bodies. */
export function listMaps(
  { query }: Statements,
  workspace: number,
): Promise<z.infer<typeof Head>[]> {
  const sql = `SELECT id, title, updated FROM map
    WHERE workspace = $1 AND deleted IS NULL ORDER BY created, id`;
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
    `SELECT id, title, updated, body, seq, author FROM map
     WHERE workspace = $1 AND id = $2 AND deleted IS NULL`,
    [workspace, id],
  );
  if (!found) throw new AppError("not-found", message("no-map", { map: id }));
  return found;
}

/** Stores a new map; rejects with `conflict` when there is one with its id. */
export async function saveMap(
  { query }: Statements,
  workspace: number,
  { id, title, body, author }: Pick<StoredMap, "id" | "title" | "body" | "author">,
): Promise<void> {
  await query(
    nothing,
    "INSERT INTO map (workspace, id, title, body, author) VALUES ($1, $2, $3, $4, $5)",
    [workspace, id, title, body, author],
  );
}

/** Writes the map as it is after command `seq`, unless a later state stands there. */
export async function settleMap(
  { query }: Statements,
  workspace: number,
  id: string,
  { body, seq }: Pick<StoredMap, "body" | "seq">,
): Promise<void> {
  await query(
    nothing,
    "UPDATE map SET body = $3, seq = $4 WHERE workspace = $1 AND id = $2 AND seq < $4",
    [workspace, id, body, seq],
  );
}

/** Ids of all maps of a workspace, those thrown away too: what a new one may not be called. */
export async function takenIds({ query }: Statements, workspace: number): Promise<string[]> {
  const sql = "SELECT id FROM map WHERE workspace = $1";
  const found = await query(z.strictObject({ id: z.string() }), sql, [workspace]);
  return found.map(({ id }) => id);
}

/** Throws a map away; false when there is none. */
export async function throwAway(
  { query }: Statements,
  workspace: number,
  id: string,
  author: string | null,
): Promise<boolean> {
  const sql = `UPDATE map SET deleted = now(), updated = now(), author = coalesce($3, author)
    WHERE workspace = $1 AND id = $2 AND deleted IS NULL RETURNING 1 AS done`;
  return (await query(nothing, sql, [workspace, id, author])).length > 0;
}

/** Puts back what was thrown away; false when there is nothing to put back. */
export async function putBack(
  { query }: Statements,
  workspace: number,
  id: string,
): Promise<boolean> {
  const sql = `UPDATE map SET deleted = NULL, updated = now()
    WHERE workspace = $1 AND id = $2 AND deleted IS NOT NULL RETURNING 1 AS done`;
  return (await query(nothing, sql, [workspace, id])).length > 0;
}

/** Maps that were thrown away, with their bodies: what is drawn goes there before a map goes. */
export function thrownAway({ query }: Statements, workspace: number): Promise<Thrown[]> {
  const sql = "SELECT id, body FROM map WHERE workspace = $1 AND deleted IS NOT NULL";
  return query(Thrown, sql, [workspace]);
}

/** Writes the body of a map that was thrown away anew, when words had to be taken out of it. */
export async function rewriteThrown(
  { query }: Statements,
  workspace: number,
  { id, title, body }: Thrown & { readonly title: string },
): Promise<void> {
  const sql = `UPDATE map SET body = $3, title = $4
    WHERE workspace = $1 AND id = $2 AND deleted IS NOT NULL`;
  await query(nothing, sql, [workspace, id, body, title]);
}

/** Takes out for good what was thrown away thirty days ago or more. */
export async function emptyBin({ query }: Statements): Promise<void> {
  await query(nothing, "DELETE FROM map WHERE deleted < now() - interval '30 days'");
}
