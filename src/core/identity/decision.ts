import { z } from "zod";
import { Reason } from "./probable-link.ts";

/** What somebody decides on two people: one person, not one person, or to look at it later. */
export const Says = z.enum(["same", "apart", "later"]);
export type Says = z.infer<typeof Says>;

/** A hash of an identifier, as decimal text. A person is called by one of his. */
export const Hash = z.string().regex(/^\d{1,20}$/);

/** What somebody decided, on one pair or on several at once. */
export const Decision = z.strictObject({
  id: z.number().int(),
  says: Says,
  by: z.string(),
  /** In his words; may be empty. */
  reason: z.string(),
  made: z.string(),
  takenBack: z.string().nullable(),
  takenBackBy: z.string().nullable(),
  /** Does it wait to be in people's journeys? */
  due: z.boolean(),
  /** How many pairs it is on, and the first of them. */
  pairs: z.number().int(),
  first: z.strictObject({
    a: Hash,
    b: Hash,
    /** How probable it was held to be then, and why; null where nobody computed it. */
    probability: z.number().nullable(),
    reasons: z.array(Reason).nullable(),
  }),
});
export type Decision = z.infer<typeof Decision>;
