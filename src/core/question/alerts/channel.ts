import { z } from "zod";

/** Where odd days are sent: an e-mail address, or a web address that is called. */
export const AlertTarget = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("email"), target: z.email().max(320) }),
  z.strictObject({ kind: z.literal("webhook"), target: z.url({ protocol: /^https?$/ }).max(2000) }),
]);
export type AlertTarget = z.infer<typeof AlertTarget>;

export const AlertChannel = z.strictObject({
  id: z.string(),
  kind: z.enum(["email", "webhook"]),
  target: z.string(),
  language: z.enum(["nl", "en"]),
  who: z.string(),
  made: z.string(),
  ended: z.string().nullable(),
  /** Messages that arrived, and why the last one that did not has not; null when all did. */
  delivered: z.number().int(),
  problem: z.string().nullable(),
});
export type AlertChannel = z.infer<typeof AlertChannel>;
