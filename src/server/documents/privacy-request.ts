import { z } from "zod";
import { message } from "../../core/message/message.ts";
import { deadlineOf } from "../../core/people/deadline.ts";
import { PrivacyRequest, RequestStep, type RequestEnd } from "../../core/people/request.ts";
import { AppError } from "../../core/problem.ts";
import type { Statements } from "./documents.ts";

const Stored = PrivacyRequest.omit({ people: true, deadline: true, steps: true }).extend({
  /** Hash of the identifier that leads to whom it is about. */
  identifier: z.string().nullable(),
  steps: z.array(RequestStep),
});
type Stored = z.infer<typeof Stored>;

/** A request as it is kept: who is behind its identifier is found out when it is asked. */
export type StoredRequest = Stored & { readonly deadline: string };

const columns = `id, number, kind, received::text AS received, way, by, identifier, about, identified,
  extended, ending AS "end", closed,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
     'who', who, 'what', what, 'detail', detail) ORDER BY step.id), '[]')
   FROM privacy_log AS step WHERE step.request = privacy_request.id) AS steps`;

/** The requests of a workspace, newest first. */
export async function listRequests(
  { query }: Statements,
  workspace: number,
): Promise<StoredRequest[]> {
  const sql = `SELECT ${columns} FROM privacy_request WHERE workspace = $1 ORDER BY number DESC`;
  return (await query(Stored, sql, [workspace])).map(dated);
}

/** The request with this id; rejects with `not-found`. */
export async function findRequest(
  { query }: Statements,
  workspace: number,
  id: string,
): Promise<StoredRequest> {
  const sql = `SELECT ${columns} FROM privacy_request WHERE workspace = $1 AND id = $2`;
  const [found] = await query(Stored, sql, [workspace, id]);
  if (!found) throw new AppError("not-found", message("no-privacy-request"));
  return dated(found);
}

function dated(stored: Stored): StoredRequest {
  return { ...stored, deadline: deadlineOf(stored.received, stored.extended !== null) };
}

export type NewRequest = Pick<
  Stored,
  "id" | "kind" | "received" | "way" | "by" | "identifier" | "about"
>;

export async function addRequest(
  { query }: Statements,
  workspace: number,
  { id, kind, received, way, by, identifier, about }: NewRequest,
): Promise<void> {
  // Of two that are noted at once one waits for the other's number.
  await query(z.unknown(), "SELECT 1 FROM workspace WHERE id = $1 FOR UPDATE", [workspace]);
  await query(
    z.unknown(),
    `INSERT INTO privacy_request (id, workspace, number, kind, received, way, by, identifier, about)
     SELECT $2, $1, coalesce(max(number), 0) + 1, $3, $4::date, $5, $6, $7, $8
     FROM privacy_request WHERE workspace = $1`,
    [workspace, id, kind, received, way, by, identifier, about],
  );
}

type Noted = Omit<RequestStep, "at"> & { readonly at: number };

/** Adds a line to the log of a request; null for one about none. */
export async function logPrivacy(
  { query }: Statements,
  workspace: number,
  request: string | null,
  { at, who, what, detail }: { [K in keyof Noted]: K extends "what" ? string : Noted[K] },
): Promise<void> {
  await query(
    z.unknown(),
    `INSERT INTO privacy_log (workspace, request, at, who, what, detail)
     VALUES ($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6)`,
    [workspace, request, at, who, what, detail],
  );
}

/** What changes of a request itself beside its log. */
export type RequestChange = Partial<Pick<Stored, "identified" | "extended">> & {
  readonly end?: { readonly as: RequestEnd | null; readonly at: number };
  /** Whom it is about is known no more. */
  readonly forgotten?: true;
};

export async function changeRequest(
  { query }: Statements,
  id: string,
  { identified, extended, end, forgotten }: RequestChange,
): Promise<void> {
  if (identified !== undefined)
    await query(z.unknown(), "UPDATE privacy_request SET identified = $2::jsonb WHERE id = $1", [
      id,
      JSON.stringify(identified),
    ]);
  if (extended !== undefined)
    await query(z.unknown(), "UPDATE privacy_request SET extended = $2::jsonb WHERE id = $1", [
      id,
      JSON.stringify(extended),
    ]);
  if (end !== undefined)
    await query(
      z.unknown(),
      `UPDATE privacy_request SET ending = $2,
         closed = CASE WHEN $2::text IS NULL THEN NULL ELSE to_timestamp($3::float8 / 1000) END
       WHERE id = $1`,
      [id, end.as, end.at],
    );
  if (forgotten)
    await query(
      z.unknown(),
      "UPDATE privacy_request SET identifier = NULL, about = '' WHERE id = $1",
      [id],
    );
}

/**
 * Takes out of the register whom these identifiers lead to, and the links by which they saw their
 * consents: for somebody who was erased. What was done, and when, stays.
 */
export async function forgetIdentifiers(
  { query }: Statements,
  workspace: number,
  identifiers: readonly string[],
): Promise<void> {
  const those = "workspace = $1 AND identifier IN (SELECT jsonb_array_elements_text($2::jsonb))";
  const values = [workspace, JSON.stringify(identifiers)];
  const forget = `UPDATE privacy_request SET identifier = NULL, about = '' WHERE ${those}`;
  await query(z.unknown(), forget, values);
  await query(z.unknown(), `DELETE FROM consent_link WHERE ${those}`, values);
}

/** A request as it is told, with the people whom its identifier leads to. */
export function requestOf(stored: StoredRequest, people: readonly string[]): PrivacyRequest {
  const { identifier: _, ...told } = stored;
  return { ...told, people: [...people] };
}
