import { z } from "zod";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Statements } from "./documents.ts";

const Stored = z.strictObject({
  type: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  /** Base64: both adapters read and write it alike. */
  data: z.base64(),
});
export type StoredPicture = z.infer<typeof Stored>;

/** Keeps a picture under the hash of its bytes, once. */
export async function keepPicture(
  { query }: Statements,
  workspace: number,
  hash: string,
  { type, width, height, data }: StoredPicture,
): Promise<void> {
  await query(
    z.unknown(),
    `INSERT INTO picture (workspace, hash, type, width, height, bytes)
     VALUES ($1, $2, $3, $4, $5, decode($6, 'base64')) ON CONFLICT DO NOTHING`,
    [workspace, hash, type, width, height, data],
  );
}

/** One picture; rejects with `not-found`. */
export async function findPicture(
  { query }: Statements,
  workspace: number,
  hash: string,
): Promise<StoredPicture> {
  const [found] = await query(
    Stored,
    `SELECT type, width, height, translate(encode(bytes, 'base64'), E'\\n', '') AS data
     FROM picture WHERE workspace = $1 AND hash = $2`,
    [workspace, hash],
  );
  if (!found) throw new AppError("not-found", message("no-picture"));
  return found;
}
