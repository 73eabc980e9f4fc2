import { z } from "zod";
import { FieldDraft, FieldKind, FieldNote, FieldNoteId } from "../../core/evidence/field-note.ts";

/** A field note with the words for what it is about, as its maps are now. */
export const ShownNote = z.strictObject({
  note: FieldNote,
  /** Title of its map; null for none, or one that is gone. */
  map: z.string().nullable(),
  /** Name of the persona that it is about; null where it is about another segment, or nobody in particular. */
  persona: z.string().nullable(),
  /** What it is about: the title of each of its elements, null for one that is not on the map any more. */
  about: z.array(z.strictObject({ id: z.string(), title: z.string().nullable() })),
});
export type ShownNote = z.infer<typeof ShownNote>;

const flag = z.literal("1").optional();

/** Which notes are asked for; all parts must hold. */
const wish = {
  kind: FieldKind.optional(),
  map: z.string().max(64).optional(),
  /** A touchpoint or an episode of the map. */
  element: z.string().max(64).optional(),
  /** Only what is not about anything yet: no touchpoint, customer or segment. */
  loose: flag,
  /** Words that stand in the note, its quotes, or the name of who noted it. */
  search: z.string().trim().max(200).optional(),
  /** What lies in the bin, instead of what does not. */
  binned: flag,
};
const Wish = z.object(wish);
export type FieldWish = z.infer<typeof Wish>;

/** What somebody by a phone sends in one go. */
export const QuickNote = z.strictObject({
  id: FieldNoteId,
  kind: FieldKind,
  day: z.iso.date(),
  /** Empty for who gives no name. */
  author: z.string().trim().max(80),
  elements: FieldDraft.shape.elements,
  text: FieldDraft.shape.text,
  quote: z.string().trim().min(1).max(1000).nullable(),
  feeling: FieldDraft.shape.feeling,
});
export type QuickNote = z.infer<typeof QuickNote>;

const path = "/api/w/{workspace}/field-notes";
const Done = z.strictObject({ ok: z.literal(true) });

export const fieldNoteEndpoints = {
  fieldNotes: {
    method: "GET",
    path,
    summary: "Field notes, those of the last day first",
    query: z.object({
      ...wish,
      limit: z.coerce.number().int().min(1).max(500).default(100),
      offset: z.coerce.number().int().min(0).default(0),
    }),
    answer: z.strictObject({ notes: z.array(ShownNote), total: z.number().int() }),
  },
  fieldNotesCsv: {
    method: "GET",
    path: `${path}/csv`,
    summary: "Field notes as CSV",
    query: z.object({ ...wish, language: z.enum(["nl", "en"]).default("en") }),
    download: true,
    answer: z.instanceof(Uint8Array),
  },
  addFieldNote: {
    method: "POST",
    path,
    summary: "Note what customers said or did; one that is sent twice stands there once",
    body: z.strictObject({ id: FieldNoteId, note: FieldDraft }),
    answer: ShownNote,
  },
  changeFieldNote: {
    method: "PUT",
    path: `${path}/{note}`,
    summary: "Write a field note anew",
    body: FieldDraft,
    answer: ShownNote,
  },
  deleteFieldNote: {
    method: "DELETE",
    path: `${path}/{note}`,
    summary: "Put a field note in the bin, where it is kept for thirty days",
    answer: Done,
  },
  restoreFieldNote: {
    method: "POST",
    path: `${path}/{note}/restore`,
    summary: "Take a field note out of the bin",
    answer: ShownNote,
  },
  sendFieldNote: {
    method: "POST",
    path: "/api/s/{secret}/field-notes",
    summary: "Note what a customer said or did, by a link; the link reads no notes",
    body: QuickNote,
    answer: Done,
  },
} as const;
