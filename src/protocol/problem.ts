import { z } from "zod";

/** What went wrong, as it crosses the wire: problem details (RFC 9457) with a code of ours. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** What happened, where, and what to do next. */
  detail: z.string(),
  code: z.string(),
});
export type Problem = z.infer<typeof Problem>;
