import { z } from "zod";
import { must } from "../../core/assert.ts";
import { Source } from "../../core/event/mapping.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { SourceKey, SourceKind } from "../../protocol/event/source.ts";
import type { Statements } from "./documents.ts";

/** Of a webhook: whose it is, and what its calls are signed with, closed by the key of that name. */
const Settings = z.strictObject({
  tool: z.string().optional(),
  sealed: z.string().optional(),
  seal: z.string().optional(),
});
export type SourceSettings = z.infer<typeof Settings>;

export const StoredSource = z.strictObject({
  workspace: z.number().int(),
  name: z.string(),
  kind: SourceKind,
  mapping: Source,
  settings: Settings,
  created: z.string(),
  stopped: z.string().nullable(),
  refused: z.number(),
  refused_last: z.string().nullable(),
});
export type StoredSource = z.infer<typeof StoredSource>;

const columns = "workspace, name, kind, mapping, settings, created, stopped, refused, refused_last";

/** Live sources of a workspace, oldest first. */
export function listSources({ query }: Statements, workspace: number): Promise<StoredSource[]> {
  const sql = `SELECT ${columns} FROM source WHERE workspace = $1 ORDER BY created, name`;
  return query(StoredSource, sql, [workspace]);
}

/** One live source; rejects with `not-found`. */
export async function findSource(
  { query }: Statements,
  workspace: number,
  name: string,
): Promise<StoredSource> {
  const sql = `SELECT ${columns} FROM source WHERE workspace = $1 AND name = $2`;
  const [found] = await query(StoredSource, sql, [workspace, name]);
  if (!found) throw new AppError("not-found", message("no-live-source", { source: name }));
  return found;
}

/** Begins a live source; rejects with `conflict` when the name is taken. */
export async function addSource(
  { query }: Statements,
  workspace: number,
  { name, kind, mapping, settings }: Pick<StoredSource, "name" | "kind" | "mapping" | "settings">,
): Promise<StoredSource> {
  const [made] = await query(
    StoredSource,
    `INSERT INTO source (workspace, name, kind, mapping, settings)
     VALUES ($1, $2, $3, $4::jsonb, $5::jsonb)
     ON CONFLICT DO NOTHING RETURNING ${columns}`,
    [workspace, name, kind, JSON.stringify(mapping), JSON.stringify(settings)],
  );
  if (!made) throw new AppError("conflict", message("source-taken", { source: name }));
  return made;
}

export async function stopSource(
  { query }: Statements,
  workspace: number,
  name: string,
  stopped: boolean,
): Promise<void> {
  await query(
    z.unknown(),
    `UPDATE source SET stopped = CASE WHEN $3 THEN coalesce(stopped, now()) END
     WHERE workspace = $1 AND name = $2`,
    [workspace, name, stopped],
  );
}

export async function saveSourceMapping(
  { query }: Statements,
  workspace: number,
  name: string,
  mapping: Source,
): Promise<void> {
  await query(
    z.unknown(),
    "UPDATE source SET mapping = $3::jsonb WHERE workspace = $1 AND name = $2",
    [workspace, name, JSON.stringify(mapping)],
  );
}

export async function saveSourceSettings(
  { query }: Statements,
  workspace: number,
  name: string,
  settings: SourceSettings,
): Promise<void> {
  await query(
    z.unknown(),
    "UPDATE source SET settings = $3::jsonb WHERE workspace = $1 AND name = $2",
    [workspace, name, JSON.stringify(settings)],
  );
}

/** So many calls of a source were refused just now. */
export async function countRefusals(
  { query }: Statements,
  { workspace, source, calls }: { workspace: number; source: string; calls: number },
): Promise<void> {
  await query(
    z.unknown(),
    `UPDATE source SET refused = refused + $3, refused_last = now()
     WHERE workspace = $1 AND name = $2`,
    [workspace, source, calls],
  );
}

const Kept = SourceKey.extend({ source: z.string() });

/** Keys of all sources of a workspace, oldest first. */
export async function listKeys(
  { query }: Statements,
  workspace: number,
): Promise<{ source: string; key: SourceKey }[]> {
  const sql = `SELECT id, source, kind, shown, made, revoked FROM source_key
    WHERE workspace = $1 ORDER BY made, id`;
  const rows = await query(Kept, sql, [workspace]);
  return rows.map(({ source, ...key }) => ({ source, key }));
}

export type NewKey = Pick<SourceKey, "id" | "kind" | "shown"> & {
  /** SHA-256 of the key, in hexadecimal. */
  readonly hash: string;
};

export async function addKey(
  { query }: Statements,
  workspace: number,
  source: string,
  { id, kind, shown, hash }: NewKey,
): Promise<SourceKey> {
  const [made] = await query(
    SourceKey,
    `INSERT INTO source_key (id, workspace, source, kind, shown, hash) VALUES ($1, $2, $3, $4, $5, $6)
     RETURNING id, kind, shown, made, revoked`,
    [id, workspace, source, kind, shown, hash],
  );
  return must(made, "the new key");
}

/** Makes a key work no more; rejects with `not-found`. */
export async function revokeKey(
  { query }: Statements,
  workspace: number,
  source: string,
  id: string,
): Promise<SourceKey> {
  const [revoked] = await query(
    SourceKey,
    `UPDATE source_key SET revoked = coalesce(revoked, now())
     WHERE workspace = $1 AND source = $2 AND id = $3 RETURNING id, kind, shown, made, revoked`,
    [workspace, source, id],
  );
  if (!revoked) throw new AppError("not-found", message("no-key"));
  return revoked;
}

const Holder = z.strictObject({
  workspace: z.number(),
  source: z.string(),
  tells: SourceKind,
  /** Kind of the key. */
  key: SourceKey.shape.kind,
  mapping: Source,
  settings: Settings,
});
export type Holder = z.infer<typeof Holder>;

/** Whose key this is, by its hash; null for one that does not work. */
export async function holderOf({ query }: Statements, hash: string): Promise<Holder | null> {
  const [found] = await query(
    Holder,
    `SELECT source_key.workspace, source_key.source, source.kind AS tells,
       source_key.kind AS key, mapping, settings
     FROM source_key
     JOIN source ON source.workspace = source_key.workspace AND source.name = source_key.source
     WHERE hash = $1 AND revoked IS NULL AND stopped IS NULL`,
    [hash],
  );
  return found ?? null;
}
