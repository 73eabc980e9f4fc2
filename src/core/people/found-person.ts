import { z } from "zod";

/** Somebody whom an identifier led to, with as little about him as it takes to recognise him. */
export const FoundPerson = z.strictObject({
  /** Person id, as other answers give it. */
  person: z.string(),
  identifiers: z.array(
    z.strictObject({
      /** Stands for the identifier wherever its text has no place. */
      identifier: z.string(),
      kind: z.string(),
      /** Masked. */
      value: z.string(),
    }),
  ),
  sources: z.array(z.string()),
  events: z.number().int(),
  /** Times of the first and last event; null where all that is known has no time. */
  first: z.string().nullable(),
  last: z.string().nullable(),
});
export type FoundPerson = z.infer<typeof FoundPerson>;

/** What an identifier leads to. */
export const FoundPeople = z.strictObject({
  /** The identifiers that are written like this; several where a value occurs in several kinds. */
  identifiers: z.array(
    z.strictObject({
      identifier: z.string(),
      kind: z.string(),
      /** It is of several people and so leads to each of them. */
      shared: z.boolean(),
    }),
  ),
  people: z.array(FoundPerson),
  /** There are more people with it than are listed. */
  more: z.boolean(),
});
export type FoundPeople = z.infer<typeof FoundPeople>;
