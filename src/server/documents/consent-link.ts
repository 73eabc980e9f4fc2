import { z } from "zod";
import { must } from "../../core/assert.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { ConsentLink } from "../../protocol/people/consent.ts";
import type { Statements } from "./documents.ts";

const columns = "consent_link.id, author, at, expires, revoked";

/** Links to what the person behind one of these identifiers agreed to, newest first. */
export function listConsentLinks(
  { query }: Statements,
  workspace: number,
  identifiers: readonly string[],
): Promise<ConsentLink[]> {
  const sql = `SELECT ${columns} FROM consent_link
    WHERE workspace = $1 AND identifier IN (SELECT jsonb_array_elements_text($2::jsonb))
    ORDER BY at DESC, id`;
  return query(ConsentLink, sql, [workspace, JSON.stringify(identifiers)]);
}

export type NewConsentLink = {
  readonly id: string;
  readonly identifier: string;
  readonly hash: string;
  readonly author: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly expires: number;
};

export async function addConsentLink(
  { query }: Statements,
  workspace: number,
  { id, identifier, hash, author, at, expires }: NewConsentLink,
): Promise<ConsentLink> {
  const [made] = await query(
    ConsentLink,
    `INSERT INTO consent_link (id, workspace, identifier, secret_hash, author, at, expires)
     VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000), to_timestamp($7::float8 / 1000))
     RETURNING ${columns}`,
    [id, workspace, identifier, hash, author, at, expires],
  );
  return must(made, "the new link");
}

/** Makes a link of one of these identifiers work no more; rejects with `not-found`. */
export async function revokeConsentLink(
  { query }: Statements,
  workspace: number,
  identifiers: readonly string[],
  id: string,
): Promise<ConsentLink> {
  const [revoked] = await query(
    ConsentLink,
    `UPDATE consent_link SET revoked = coalesce(revoked, now())
     WHERE workspace = $1 AND identifier IN (SELECT jsonb_array_elements_text($2::jsonb)) AND id = $3
     RETURNING ${columns}`,
    [workspace, JSON.stringify(identifiers), id],
  );
  if (!revoked) throw new AppError("not-found", message("no-share"));
  return revoked;
}

const Found = ConsentLink.extend({
  workspace: z.number().int(),
  slug: z.string(),
  name: z.string(),
  identifier: z.string(),
});
type FoundConsentLink = z.infer<typeof Found>;

/** The link with a secret of this hash; null when there is none. */
export async function findConsentLink(
  { query }: Statements,
  hash: string,
): Promise<FoundConsentLink | null> {
  const [found] = await query(
    Found,
    `SELECT ${columns}, consent_link.workspace, slug, name, identifier
     FROM consent_link JOIN workspace ON workspace.id = consent_link.workspace
     WHERE secret_hash = $1`,
    [hash],
  );
  return found ?? null;
}
