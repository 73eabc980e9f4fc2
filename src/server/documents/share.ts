import { z } from "zod";
import { must } from "../../core/assert.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { Share, type ShareKind } from "../../protocol/map/share.ts";
import type { Statements } from "./documents.ts";
import type { MapPlace } from "./map-log.ts";

const columns = "share.id, kind, figures, author, at, expires, revoked";

/** Links to a map, newest first. */
export function listShares({ query }: Statements, { workspace, map }: MapPlace): Promise<Share[]> {
  const sql = `SELECT ${columns} FROM share
    WHERE workspace = $1 AND map = $2 ORDER BY at DESC, id`;
  return query(Share, sql, [workspace, map]);
}

export type NewShare = {
  readonly id: string;
  /** SHA-256 of the secret, in hexadecimal. */
  readonly hash: string;
  readonly kind: ShareKind;
  readonly figures: boolean;
  readonly author: string;
  readonly expires: string | null;
  readonly workshop: string | null;
  readonly survey?: string | null;
};

export async function addShare(
  { query }: Statements,
  { workspace, map }: MapPlace,
  { id, hash, kind, figures, author, expires, workshop, survey = null }: NewShare,
): Promise<Share> {
  const [made] = await query(
    Share,
    `INSERT INTO share
       (id, workspace, map, kind, secret_hash, figures, author, expires, workshop, survey)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${columns}`,
    [id, workspace, map, kind, hash, figures, author, expires, workshop, survey],
  );
  return must(made, "the new link");
}

/** Makes a link work no more; rejects with `not-found`. */
export async function revokeShare(
  { query }: Statements,
  { workspace, map }: MapPlace,
  id: string,
): Promise<Share> {
  const [revoked] = await query(
    Share,
    `UPDATE share SET revoked = coalesce(revoked, now())
     WHERE workspace = $1 AND map = $2 AND id = $3 RETURNING ${columns}`,
    [workspace, map, id],
  );
  if (!revoked) throw new AppError("not-found", message("no-share"));
  return revoked;
}

const Found = Share.extend({
  workspace: z.number().int(),
  slug: z.string(),
  map: z.string(),
  workshop: z.string().nullable(),
  survey: z.string().nullable(),
});
export type FoundShare = z.infer<typeof Found>;

/** The link with a secret of this hash; null when there is none, or its map was thrown away. */
export async function findShare({ query }: Statements, hash: string): Promise<FoundShare | null> {
  const [found] = await query(
    Found,
    `SELECT share.id, share.kind, figures, share.author, at, expires, revoked,
       share.workspace, slug, share.map, workshop, survey
     FROM share JOIN workspace ON workspace.id = share.workspace
       JOIN map ON map.workspace = share.workspace AND map.id = share.map
     WHERE secret_hash = $1 AND map.deleted IS NULL`,
    [hash],
  );
  return found ?? null;
}
