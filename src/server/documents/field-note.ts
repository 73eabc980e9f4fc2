import { z } from "zod";
import { must } from "../../core/assert.ts";
import { FieldNote, type FieldDraft } from "../../core/evidence/field-note.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { FieldWish } from "../../protocol/evidence/field-note.ts";
import { binOf } from "./bin.ts";
import type { Statements, Value } from "./documents.ts";

const nothing = z.unknown();
const columns = `id, kind, day::text AS day, author, map, elements, person, segment, text, quotes,
  feeling, n, pain, opportunity, picture, outside, at, changed, deleted`;

/** Field notes of a workspace, those of the last day first, and how many fit the wish in all. */
export async function listFieldNotes(
  { query }: Statements,
  workspace: number,
  { limit, offset, ...wish }: FieldWish & { readonly limit: number; readonly offset: number },
): Promise<{ notes: FieldNote[]; total: number }> {
  const { where, values } = fitting(workspace, wish);
  const notes = await query(
    FieldNote,
    `SELECT ${columns} FROM field_note WHERE ${where}
     ORDER BY field_note.day DESC, at DESC, id LIMIT ${limit} OFFSET ${offset}`,
    values,
  );
  const sql = `SELECT count(*)::integer AS total FROM field_note WHERE ${where}`;
  const [counted] = await query(z.strictObject({ total: z.number().int() }), sql, values);
  return { notes, total: must(counted, "the count").total };
}

function fitting(workspace: number, wish: FieldWish): { where: string; values: Value[] } {
  const values: Value[] = [workspace];
  const place = (value: Value) => `$${values.push(value)}`;
  const { kind, map, element, loose, search, binned } = wish;
  const said =
    "text || ' ' || author || ' ' || coalesce(pain, '') || ' ' || coalesce(opportunity, '')";
  const quoted = `EXISTS (SELECT 1 FROM jsonb_array_elements(quotes) AS quote WHERE position(lower(ASKED)
    IN lower(quote->>'text' || ' ' || coalesce(quote->>'by', ''))) > 0)`;
  const conditions = [
    "workspace = $1",
    binned ? "deleted IS NOT NULL" : "deleted IS NULL",
    ...(kind ? [`kind = ${place(kind)}`] : []),
    ...(map ? [`map = ${place(map)}`] : []),
    ...(element ? [`elements @> to_jsonb(${place(element)}::text)`] : []),
    ...(loose ? ["elements = '[]'::jsonb AND person IS NULL AND segment IS NULL"] : []),
    ...(search ? [search].map((term) => soughtIn(place(term), said, quoted)) : []),
  ];
  return { where: conditions.join(" AND "), values };
}

function soughtIn(term: string, said: string, quoted: string): string {
  const asked = `${term}::text`;
  return `(position(lower(${asked}) IN lower(${said})) > 0 OR ${quoted.replace("ASKED", asked)})`;
}

/** One field note; rejects with `not-found`. */
export async function findFieldNote(
  { query }: Statements,
  workspace: number,
  id: string,
): Promise<FieldNote> {
  const sql = `SELECT ${columns} FROM field_note WHERE workspace = $1 AND id = $2`;
  const [found] = await query(FieldNote, sql, [workspace, id]);
  return found ?? absent();
}

const written = `kind, day, author, map, elements, person, segment, text, quotes, feeling, n, pain,
  opportunity, picture`;
const places = `$3, $4::date, $5, $6, $7::jsonb, $8, $9::jsonb, $10, $11::jsonb, $12::integer, $13::integer, $14, $15,
  $16::jsonb`;

function valuesOf(note: FieldDraft): Value[] {
  const { kind, day, author, map, elements, person, segment, text, quotes, feeling, n } = note;
  const { pain, opportunity, picture } = note;
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
  const about = [kind, day, author, map, json(elements), person, json(segment)];
  return [...about, text, json(quotes), feeling, n, pain, opportunity, json(picture)];
}

/**
 * Keeps a new note; one that was sent before stands there once, as it is. `share` is the link by which it
 * came. False when a link has told `most` notes already.
 */
export async function addFieldNote(
  { query }: Statements,
  workspace: number,
  { id, note, share, most }: { id: string; note: FieldDraft; share: string | null; most: number },
): Promise<boolean> {
  const added = await query(
    nothing,
    `INSERT INTO field_note (workspace, id, ${written}, share, outside)
     SELECT $1, $2, ${places}, $17, $17::text IS NOT NULL
     WHERE $17::text IS NULL OR (SELECT count(*) FROM field_note WHERE share = $17) < $18
     ON CONFLICT (workspace, id) DO NOTHING RETURNING id`,
    [workspace, id, ...valuesOf(note), share, most],
  );
  if (added.length > 0) return true;
  const known = "SELECT id FROM field_note WHERE workspace = $1 AND id = $2";
  return (await query(nothing, known, [workspace, id])).length > 0;
}

/** Writes a note anew; rejects with `not-found` where there is none outside the bin. */
export async function changeFieldNote(
  { query }: Statements,
  workspace: number,
  id: string,
  note: FieldDraft,
): Promise<FieldNote> {
  const [changed] = await query(
    FieldNote,
    `UPDATE field_note SET (${written}, changed) = (SELECT ${places}, now())
     WHERE workspace = $1 AND id = $2 AND deleted IS NULL RETURNING ${columns}`,
    [workspace, id, ...valuesOf(note)],
  );
  return changed ?? absent();
}

/** Thrown away, put back, and gone for good. */
export const fieldNoteBin = binOf({ table: "field_note", columns, row: FieldNote, absent });

function absent(): never {
  throw new AppError("not-found", message("no-field-note"));
}

/** All notes about one of these people, newest day first; those in the bin too, for they are held. */
export function notesAbout(
  { query }: Statements,
  workspace: number,
  people: readonly string[],
): Promise<FieldNote[]> {
  return query(
    FieldNote,
    `SELECT ${columns} FROM field_note
     WHERE workspace = $1 AND person IN (SELECT jsonb_array_elements_text($2::jsonb))
     ORDER BY field_note.day DESC, at DESC, id`,
    [workspace, JSON.stringify(people)],
  );
}
