import { z } from "zod";
import { RetentionTerm } from "./retention-rule.ts";

/** A rule by which events go, and what went by it. */
export const RetentionRule = RetentionTerm.extend({
  id: z.number().int(),
  who: z.string(),
  made: z.string(),
  /** Since when it counts no more; null while it does. */
  ended: z.string().nullable(),
  endedBy: z.string().nullable(),
  gone: z.number().int(),
  /** When something last went by it. */
  last: z.string().nullable(),
});
export type RetentionRule = z.infer<typeof RetentionRule>;

/** What a rule concerns as things are: before it is made. */
export const RetentionReach = z.strictObject({
  /** Events of its scope, and how many of these are older than it says. */
  of: z.number().int(),
  events: z.number().int(),
  /** People whose events those are, and of whom nothing else is known. */
  people: z.number().int(),
  whole: z.number().int(),
  /** The oldest of them. */
  first: z.string().nullable(),
});
export type RetentionReach = z.infer<typeof RetentionReach>;
