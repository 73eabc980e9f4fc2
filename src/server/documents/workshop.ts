import { z } from "zod";
import { must } from "../../core/assert.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { Note, Workshop } from "../../protocol/map/workshop.ts";
import type { Statements } from "./documents.ts";
import type { MapPlace } from "./map-log.ts";

const nothing = z.unknown();
const columns = "id, question, dots, opened, closed";

/** Workshops on a map, newest first. */
export function listWorkshops(
  { query }: Statements,
  { workspace, map }: MapPlace,
): Promise<Workshop[]> {
  const sql = `SELECT ${columns} FROM workshop
    WHERE workspace = $1 AND map = $2 ORDER BY opened DESC, id`;
  return query(Workshop, sql, [workspace, map]);
}

export async function addWorkshop(
  { query }: Statements,
  { workspace, map }: MapPlace,
  { id, question, dots }: Pick<Workshop, "id" | "question" | "dots">,
): Promise<Workshop> {
  const [made] = await query(
    Workshop,
    `INSERT INTO workshop (id, workspace, map, question, dots) VALUES ($1, $2, $3, $4, $5)
     RETURNING ${columns}`,
    [id, workspace, map, question, dots],
  );
  return must(made, "the new workshop");
}

/** One workshop on a map; rejects with `not-found`. */
export async function findWorkshop(
  { query }: Statements,
  { workspace, map }: MapPlace,
  id: string,
): Promise<Workshop> {
  const sql = `SELECT ${columns} FROM workshop WHERE workspace = $1 AND map = $2 AND id = $3`;
  const [found] = await query(Workshop, sql, [workspace, map, id]);
  if (!found) throw new AppError("not-found", message("no-workshop"));
  return found;
}

/** Ends a workshop; one that is over stays as it ended. */
export async function closeWorkshop({ query }: Statements, id: string): Promise<Workshop> {
  const sql = `UPDATE workshop SET closed = coalesce(closed, now()) WHERE id = $1
    RETURNING ${columns}`;
  const [closed] = await query(Workshop, sql, [id]);
  if (!closed) throw new AppError("not-found", message("no-workshop"));
  return closed;
}

/** Notes of a workshop as `guest` sees them (null: as none of them), most dots first. */
export function listNotes(
  { query }: Statements,
  workshop: string,
  guest: string | null,
): Promise<Note[]> {
  return query(
    Note,
    `SELECT id, element, kind, text, author, at, adopted,
       coalesce(sum(vote.dots), 0)::integer AS dots,
       coalesce(sum(vote.dots) FILTER (WHERE vote.guest = $2), 0)::integer AS mine,
       coalesce(note.guest = $2, false) AS own
     FROM workshop_note AS note LEFT JOIN workshop_vote AS vote ON vote.note = note.id
     WHERE note.workshop = $1
     GROUP BY note.id ORDER BY dots DESC, at, id`,
    [workshop, guest],
  );
}

const Count = z.strictObject({ count: z.number().int() });

/** How many guests wrote or voted. */
export async function countGuests({ query }: Statements, workshop: string): Promise<number> {
  const [found] = await query(
    Count,
    `SELECT count(*)::integer AS count FROM (
       SELECT guest FROM workshop_note WHERE workshop = $1
       UNION SELECT guest FROM workshop_vote WHERE workshop = $1
     ) AS guests`,
    [workshop],
  );
  return found?.count ?? 0;
}

/**
 * Puts a note in an open workshop; rejects with `conflict` when it is over or holds `most` already.
 * A note that this guest sent before stands there once.
 */
export async function addNote(
  { query }: Statements,
  workshop: string,
  note: Pick<Note, "id" | "element" | "kind" | "text" | "author"> & { guest: string },
  most: number,
): Promise<void> {
  const { id, element, kind, text, author, guest } = note;
  const added = await query(
    nothing,
    `INSERT INTO workshop_note (id, workshop, element, kind, text, author, guest)
     SELECT $2, $1, $3, $4, $5, $6, $7 FROM workshop
     WHERE id = $1 AND closed IS NULL
       AND (SELECT count(*) FROM workshop_note WHERE workshop = $1) < $8
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [workshop, id, element, kind, text, author, guest, most],
  );
  if (added.length > 0) return;
  const sql = "SELECT id FROM workshop_note WHERE workshop = $1 AND id = $2 AND guest = $3";
  if ((await query(nothing, sql, [workshop, id, guest])).length === 0)
    throw new AppError("conflict", message("workshop-closed"));
}

/** Takes a note away: one of this guest, or with null any. False when there is none. */
export async function removeNote(
  { query }: Statements,
  workshop: string,
  note: string,
  guest: string | null,
): Promise<boolean> {
  const sql = `DELETE FROM workshop_note
    WHERE workshop = $1 AND id = $2 AND ($3::text IS NULL OR guest = $3) RETURNING id`;
  return (await query(nothing, sql, [workshop, note, guest])).length > 0;
}

/** Marks what was made of a note; false when there is none. */
export async function adoptNote(
  { query }: Statements,
  workshop: string,
  note: string,
  as: string | null,
): Promise<boolean> {
  const sql = "UPDATE workshop_note SET adopted = $3 WHERE workshop = $1 AND id = $2 RETURNING id";
  return (await query(nothing, sql, [workshop, note, as])).length > 0;
}

const Given = z.strictObject({ elsewhere: z.number().int() });

/**
 * Gives a note so many dots of a guest; resolves to how many he has left. To be called in a
 * transaction: the workshop is held meanwhile, so that nobody gives more than he has.
 * Rejects with `conflict` (over, too few left) or `not-found`.
 */
export async function giveDots(
  { query }: Statements,
  workshop: string,
  { note, guest, dots }: { note: string; guest: string; dots: number },
): Promise<number> {
  const sql = `SELECT ${columns} FROM workshop WHERE id = $1 FOR UPDATE`;
  const [held] = await query(Workshop, sql, [workshop]);
  if (!held) throw new AppError("not-found", message("no-workshop"));
  if (held.closed !== null) throw new AppError("conflict", message("workshop-closed"));
  const there = await query(
    nothing,
    "SELECT id FROM workshop_note WHERE workshop = $1 AND id = $2",
    [workshop, note],
  );
  if (there.length === 0) throw new AppError("not-found", message("no-note"));
  const [given] = await query(
    Given,
    `SELECT coalesce(sum(dots), 0)::integer AS elsewhere FROM workshop_vote
     WHERE workshop = $1 AND guest = $2 AND note <> $3`,
    [workshop, guest, note],
  );
  const left = held.dots - (given?.elsewhere ?? 0);
  if (dots > left) throw new AppError("conflict", message("no-dots-left", { left }));
  if (dots === 0)
    await query(nothing, "DELETE FROM workshop_vote WHERE note = $1 AND guest = $2", [note, guest]);
  else
    await query(
      nothing,
      `INSERT INTO workshop_vote (workshop, note, guest, dots) VALUES ($1, $2, $3, $4)
       ON CONFLICT (note, guest) DO UPDATE SET dots = excluded.dots`,
      [workshop, note, guest, dots],
    );
  return left - dots;
}
