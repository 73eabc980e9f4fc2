import { z } from "zod";

export const NoteKind = z.enum(["pain", "chance", "idea", "quote"]);
export type NoteKind = z.infer<typeof NoteKind>;

/** A question to people at the table, who put notes on the map and give dots to what matters most. */
export const Workshop = z.strictObject({
  id: z.string(),
  question: z.string(),
  /** Dots that each guest may give. */
  dots: z.number().int(),
  opened: z.string(),
  closed: z.string().nullable(),
});
export type Workshop = z.infer<typeof Workshop>;

export const Note = z.strictObject({
  id: z.string(),
  /** Id of the part of the map that it is on; null for one that stands free. */
  element: z.string().nullable(),
  kind: NoteKind,
  text: z.string(),
  author: z.string(),
  at: z.string(),
  /** Dots of all guests. */
  dots: z.number().int(),
  /** Dots of the guest who asks. */
  mine: z.number().int(),
  /** Was it written by the guest who asks? */
  own: z.boolean(),
  /** Id of the pain, opportunity or quote that was made of it. */
  adopted: z.string().nullable(),
});
export type Note = z.infer<typeof Note>;

/** Somebody at the table: an id that his browser keeps, and the name that he gave. */
export const Guest = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{8,40}$/),
  name: z.string().trim().min(1).max(40),
});
export type Guest = z.infer<typeof Guest>;

const path = "/api/w/{workspace}/maps/{map}";
const Done = z.strictObject({ ok: z.literal(true) });
const GuestId = z.object({ guest: z.string().regex(/^[a-z0-9-]{8,40}$/) });

/** A workshop as somebody sees it; notes with most dots first. */
export const Table = z.strictObject({
  workshop: Workshop,
  notes: z.array(Note),
  /** How many guests have written or voted. */
  guests: z.number().int(),
  /** Dots that the guest who asks has left. */
  left: z.number().int(),
});
export type Table = z.infer<typeof Table>;

export const workshopEndpoints = {
  workshops: {
    method: "GET",
    path: `${path}/workshops`,
    summary: "Workshops on a map, newest first",
    answer: z.array(Workshop),
  },
  openWorkshop: {
    method: "POST",
    path: `${path}/workshops`,
    summary: "Open a workshop; its link is told once",
    body: z.strictObject({
      question: z.string().trim().min(1).max(280),
      dots: z.number().int().min(1).max(50),
      author: z.string().trim().min(1).max(80),
    }),
    answer: z.strictObject({
      workshop: Workshop,
      /** Guests come in at `/s/{secret}`. */
      secret: z.string(),
    }),
  },
  inviteToWorkshop: {
    method: "POST",
    path: `${path}/workshops/{workshop}/links`,
    summary: "One more link to an open workshop, for where the first is not known",
    body: z.strictObject({ author: z.string().trim().min(1).max(80) }),
    answer: z.strictObject({ secret: z.string() }),
  },
  workshop: {
    method: "GET",
    path: `${path}/workshops/{workshop}`,
    summary: "A workshop with its notes",
    answer: Table,
  },
  closeWorkshop: {
    method: "POST",
    path: `${path}/workshops/{workshop}/close`,
    summary: "End a workshop: nothing is written or voted any more",
    answer: Workshop,
  },
  adoptNote: {
    method: "POST",
    path: `${path}/workshops/{workshop}/notes/{note}/adopt`,
    summary: "Mark a note as having been put on the map",
    /** Id of what was made of it; null takes the mark back. */
    body: z.strictObject({ as: z.string().min(4).max(64).nullable() }),
    answer: Done,
  },
  removeNote: {
    method: "DELETE",
    path: `${path}/workshops/{workshop}/notes/{note}`,
    summary: "Take a note away, as who leads the workshop",
    answer: Done,
  },

  joined: {
    method: "GET",
    path: "/api/s/{secret}/workshop",
    summary: "The workshop behind a link, as a guest sees it",
    query: GuestId,
    answer: Table,
  },
  addNote: {
    method: "POST",
    path: "/api/s/{secret}/notes",
    summary: "Put a note on the map, as a guest",
    body: z.strictObject({
      /** Drawn by the browser, so that a note that is sent twice stands there once. */
      id: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{19,39}$/)
        .optional(),
      guest: Guest,
      element: z.string().min(4).max(64).nullable(),
      kind: NoteKind,
      text: z.string().trim().min(1).max(280),
    }),
    answer: Note,
  },
  takeBackNote: {
    method: "DELETE",
    path: "/api/s/{secret}/notes/{note}",
    summary: "Take back a note of one's own",
    query: GuestId,
    answer: Done,
  },
  vote: {
    method: "POST",
    path: "/api/s/{secret}/notes/{note}/vote",
    summary: "Give a note so many dots of one's own; 0 takes them back",
    body: z.strictObject({ guest: Guest, dots: z.number().int().min(0).max(50) }),
    answer: z.strictObject({ left: z.number().int() }),
  },
} as const;
