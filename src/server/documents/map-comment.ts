import { z } from "zod";
import { must } from "../../core/assert.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { Reaction, type Comment, type Mark, type Person } from "../../protocol/map/comment.ts";
import type { Statements } from "./documents.ts";
import type { MapPlace } from "./map-log.ts";

const Row = z
  .strictObject({
    id: z.string(),
    element: z.string(),
    about: z.string(),
    thread: z.string().nullable(),
    person: z.string(),
    author: z.string(),
    text: z.string(),
    mentions: z.array(z.string()),
    at: z.string(),
    edited: z.string().nullable(),
    resolved: z.string().nullable(),
    resolvedBy: z.string().nullable(),
  })
  .transform(({ person, author, ...rest }): Comment => ({
    ...rest,
    author: { id: person, name: author },
  }));

const columns = `id, element, about, thread, person, author, text, mentions, at, edited, resolved,
  resolved_by AS "resolvedBy"`;

/** All comments on a map, oldest first. */
export function listComments(
  { query }: Statements,
  { workspace, map }: MapPlace,
): Promise<Comment[]> {
  const sql = `SELECT ${columns} FROM map_comment
    WHERE workspace = $1 AND map = $2 ORDER BY at, id`;
  return query(Row, sql, [workspace, map]);
}

/** One comment; rejects with `not-found`. */
export async function findComment(
  { query }: Statements,
  { workspace, map }: MapPlace,
  id: string,
): Promise<Comment> {
  const sql = `SELECT ${columns} FROM map_comment
    WHERE workspace = $1 AND map = $2 AND id = $3`;
  const [found] = await query(Row, sql, [workspace, map, id]);
  return found ?? absent();
}

export async function addComment(
  { query }: Statements,
  { workspace, map }: MapPlace,
  said: Pick<Comment, "id" | "element" | "about" | "thread" | "author" | "text" | "mentions">,
): Promise<Comment> {
  const { id, element, about, thread, author, text, mentions } = said;
  const [added] = await query(
    Row,
    `INSERT INTO map_comment
       (id, workspace, map, element, about, thread, person, author, text, mentions)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb) RETURNING ${columns}`,
    [
      id,
      workspace,
      map,
      element,
      about,
      thread,
      author.id,
      author.name,
      text,
      JSON.stringify(mentions),
    ],
  );
  return must(added, "the new comment");
}

export async function editComment(
  { query }: Statements,
  id: string,
  { author, text, mentions }: Pick<Comment, "author" | "text" | "mentions">,
): Promise<Comment> {
  const [edited] = await query(
    Row,
    `UPDATE map_comment SET author = $2, text = $3, mentions = $4::jsonb, edited = now()
     WHERE id = $1 RETURNING ${columns}`,
    [id, author.name, text, JSON.stringify(mentions)],
  );
  return edited ?? absent();
}

/** Takes a comment out, and with the first of a thread the answers to it. */
export async function deleteComment({ query }: Statements, id: string): Promise<void> {
  await query(z.unknown(), "DELETE FROM map_comment WHERE id = $1", [id]);
}

/** Settles a thread, or opens it again when `by` is null. */
export async function resolveComment(
  { query }: Statements,
  id: string,
  by: string | null,
): Promise<Comment> {
  const [settled] = await query(
    Row,
    `UPDATE map_comment
     SET resolved_by = $2, resolved = CASE WHEN $2::text IS NULL THEN NULL ELSE now() END
     WHERE id = $1 RETURNING ${columns}`,
    [id, by],
  );
  return settled ?? absent();
}

/** Who reacted how to what. */
export function listReactions(
  { query }: Statements,
  { workspace, map }: MapPlace,
): Promise<Reaction[]> {
  const sql = `SELECT element, mark,
      jsonb_agg(jsonb_build_object('id', person, 'name', author) ORDER BY at, person) AS by
    FROM map_reaction WHERE workspace = $1 AND map = $2
    GROUP BY element, mark ORDER BY element, mark`;
  return query(Reaction, sql, [workspace, map]);
}

/** Gives a reaction, or takes it back; resolves to whether it is given now. */
export async function toggleReaction(
  { query }: Statements,
  { workspace, map }: MapPlace,
  { element, mark, author }: { element: string; mark: Mark; author: Person },
): Promise<boolean> {
  const place = [workspace, map, element, author.id, mark] as const;
  const taken = await query(
    z.unknown(),
    `DELETE FROM map_reaction
     WHERE workspace = $1 AND map = $2 AND element = $3 AND person = $4 AND mark = $5
     RETURNING 1 AS done`,
    place,
  );
  if (taken.length > 0) return false;
  await query(
    z.unknown(),
    `INSERT INTO map_reaction (workspace, map, element, person, mark, author)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [...place, author.name],
  );
  return true;
}

function absent(): never {
  throw new AppError("not-found", message("no-comment"));
}
