import { z } from "zod";
import { JourneyId, PersonaId } from "../map/claim.ts";
import { Filter } from "../question/filter.ts";

/** How somebody came to know what he noted. */
export const FieldKind = z.enum([
  "service",
  "sales",
  "interview",
  "observation",
  "mystery",
  "other",
]);
export type FieldKind = z.infer<typeof FieldKind>;

/** The scale on which a feeling is noted; a map holds it on −1 … +1, together with this scale. */
export const FEELING_SCALE: readonly [number, number] = [-2, 2];

/** Drawn by who writes it, so that a note that is sent twice stands there once. */
export const FieldNoteId = z.string().regex(/^[a-z0-9][a-z0-9-]{19,39}$/);

/** What somebody said, in his own words. */
export const FieldQuote = z.strictObject({
  /** Tells the quotes of one note apart. */
  id: z.string().regex(/^[a-z0-9]{1,16}$/),
  text: z.string().trim().min(1).max(1000),
  /** Who said it as a role or a persona ("customer, first switch"); a name is never needed. */
  by: z.string().trim().max(200).nullable(),
});
export type FieldQuote = z.infer<typeof FieldQuote>;

const words = (most: number) => z.string().trim().min(1).max(most);
const Element = z.string().regex(/^(tp|ep)_[a-z0-9][a-z0-9_-]{0,60}$/);

const parts = {
  kind: FieldKind,
  /** The day on which it happened. */
  day: z.iso.date(),
  /** Empty where nobody gave a name. */
  author: z.string().trim().max(80),
  /** The map that `elements` are parts of. */
  map: JourneyId.nullable(),
  /** Touchpoints, or whole episodes, that it is about. */
  elements: z.array(Element).max(20),
  /** The customer that it is about: an id of a person, as other answers give it. */
  person: z
    .string()
    .regex(/^\d{1,20}$/)
    .nullable(),
  /** The customers that it is about: a persona of the map, or a filter. */
  segment: Filter.nullable(),
  text: words(4000),
  quotes: z.array(FieldQuote).max(10),
  /** −2 (very bad) … +2 (very good); null where nobody can tell. */
  feeling: z.number().int().min(-2).max(2).nullable(),
  /** How many people it stands for: 1 for one conversation. */
  n: z.number().int().min(1).max(100_000),
  /** Where it jams. */
  pain: words(1000).nullable(),
  /** What would help. */
  opportunity: words(1000).nullable(),
  picture: z
    .strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/), alt: z.string().max(300) })
    .nullable(),
};

/** What somebody writes down of what customers said and did. */
export const FieldDraft = z
  .strictObject(parts)
  .refine(({ map, elements }) => map !== null || elements.length === 0, {
    message: "a touchpoint is one of a map",
    path: ["map"],
  });
export type FieldDraft = z.infer<typeof FieldDraft>;

/** A field note as it is kept. */
export const FieldNote = z.strictObject({
  ...parts,
  id: FieldNoteId,
  /** It came by a link for people outside. */
  outside: z.boolean(),
  at: z.string(),
  changed: z.string().nullable(),
  /** In the bin since. */
  deleted: z.string().nullable(),
});
export type FieldNote = z.infer<typeof FieldNote>;

/** The persona that a note is about; null for one about another segment, or about nobody in particular. */
export function personaOf({ segment }: Pick<FieldDraft, "segment">): string | null {
  const persona = PersonaId.safeParse(segment?.segment);
  return persona.success && Object.keys(segment ?? {}).length === 1 ? persona.data : null;
}

/** Is it about nothing yet: no touchpoint, no customer, no segment? */
export function isLoose(note: Pick<FieldDraft, "elements" | "person" | "segment">): boolean {
  return note.elements.length === 0 && note.person === null && note.segment === null;
}
