import { z } from "zod";

/** What a retention rule is about; what it leaves open it is about all of. */
export const RetentionScope = z.strictObject({
  kind: z.enum(["event", "feedback", "person"]).nullable(),
  /** Name of the event. */
  event: z.string().min(1).max(500).nullable(),
  source: z.string().min(1).max(200).nullable(),
});
export type RetentionScope = z.infer<typeof RetentionScope>;

/** Events of this scope go so many days after they happened; where several rules speak, the shortest counts. */
export const RetentionTerm = RetentionScope.extend({
  days: z
    .number()
    .int()
    .min(1)
    .max(365 * 100),
});
export type RetentionTerm = z.infer<typeof RetentionTerm>;

export const DAY = 86_400_000;
