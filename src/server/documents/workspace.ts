import { z } from "zod";
import { IdentifierRule, JourneyCut } from "../../core/event/mapping.ts";
import { WhoRule } from "../../core/identity/who-rule.ts";
import { must } from "../../core/assert.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Statements } from "./documents.ts";

/** How a workspace reads its data; the mapping of an import may set it. */
export const Settings = z.strictObject({
  zone: z.string().default("Europe/Amsterdam"),
  identity: z.record(z.string(), IdentifierRule.partial()).default({}),
  /** What people set about kinds of identifiers, above what mappings say. */
  who: z.record(z.string(), WhoRule).default({}),
  /** Null until data says how: by id when the source gave journeys, else whole histories. */
  journeys: JourneyCut.nullable().default(null),
});
export type Settings = z.infer<typeof Settings>;

export const StoredWorkspace = z.strictObject({
  /** `ws` in the engine's tables. */
  id: z.number().int(),
  slug: z.string(),
  name: z.string(),
  kind: z.enum(["demo", "own"]),
  created: z.string(),
  settings: Settings,
});
export type StoredWorkspace = z.infer<typeof StoredWorkspace>;

const columns = "id, slug, name, kind, created, settings";

/** All workspaces, oldest first. */
export function listWorkspaces({ query }: Statements): Promise<StoredWorkspace[]> {
  return query(StoredWorkspace, `SELECT ${columns} FROM workspace ORDER BY id`);
}

/** The workspace with this slug; rejects with `not-found`. */
export async function findWorkspace({ query }: Statements, slug: string): Promise<StoredWorkspace> {
  const sql = `SELECT ${columns} FROM workspace WHERE slug = $1`;
  const [found] = await query(StoredWorkspace, sql, [slug]);
  if (!found) throw new AppError("not-found", message("no-workspace", { workspace: slug }));
  return found;
}

/** The workspace of this number, which must be there. */
export async function workspaceOf({ query }: Statements, id: number): Promise<StoredWorkspace> {
  const sql = `SELECT ${columns} FROM workspace WHERE id = $1`;
  const [found] = await query(StoredWorkspace, sql, [id]);
  return must(found, `workspace ${id}`);
}

/** Makes a workspace; rejects with `conflict` when the slug is taken. */
export async function createWorkspace(
  { query }: Statements,
  { slug, name, kind }: Pick<StoredWorkspace, "slug" | "name" | "kind">,
): Promise<StoredWorkspace> {
  const [made] = await query(
    StoredWorkspace,
    `INSERT INTO workspace (slug, name, kind) VALUES ($1, $2, $3) RETURNING ${columns}`,
    [slug, name, kind],
  );
  return must(made, "the new workspace");
}

export async function saveSettings(
  { query }: Statements,
  workspace: number,
  settings: Settings,
): Promise<void> {
  // What people set meanwhile stays.
  await query(
    z.unknown(),
    `UPDATE workspace
     SET settings = $2::jsonb || jsonb_build_object('who', coalesce(settings->'who', '{}'::jsonb))
     WHERE id = $1`,
    [workspace, JSON.stringify(settings)],
  );
}

/** Sets the rules of kinds of identifiers; everything has to be derived anew by them. */
export async function saveWho(
  { query }: Statements,
  workspace: number,
  who: Settings["who"],
): Promise<void> {
  await query(
    z.unknown(),
    `UPDATE workspace SET settings = jsonb_set(settings, '{who}', $2::jsonb), anew = true WHERE id = $1`,
    [workspace, JSON.stringify(who)],
  );
}

/** Have rules been set by which not everything is derived yet? */
export async function isAnew({ query }: Statements, workspace: number): Promise<boolean> {
  const rows = await query(
    z.strictObject({ anew: z.boolean() }),
    "SELECT anew FROM workspace WHERE id = $1",
    [workspace],
  );
  return rows[0]?.anew ?? false;
}

/** Everything is derived by these rules, unless they have been changed since. */
export async function anewDone(
  { query }: Statements,
  workspace: number,
  { who }: Settings,
): Promise<void> {
  await query(
    z.unknown(),
    `UPDATE workspace SET anew = false
     WHERE id = $1 AND coalesce(settings->'who', '{}'::jsonb) = $2::jsonb`,
    [workspace, JSON.stringify(who)],
  );
}
