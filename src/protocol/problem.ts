import { z } from "zod";
import { Message, plainly } from "../core/message/message.ts";
import type { ProblemCode } from "../core/problem.ts";

/** What went wrong, as it crosses the wire: problem details (RFC 9457) with a code of ours. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** What happened, where, and what to do next. */
  detail: z.string(),
  code: z.string(),
  /** What `detail` says in English, as a value that can be said in other languages. */
  message: Message.optional(),
});
export type Problem = z.infer<typeof Problem>;

const kinds: Record<ProblemCode | "internal", { status: number; title: string }> = {
  "bad-request": { status: 400, title: "The request cannot be read" },
  forbidden: { status: 403, title: "Not allowed" },
  "not-found": { status: 404, title: "Not found" },
  conflict: { status: 409, title: "In conflict with what is there" },
  "too-much": { status: 413, title: "Too much at once" },
  "unreadable-file": { status: 422, title: "The file cannot be read" },
  "bad-mapping": { status: 422, title: "The mapping does not fit" },
  // No standard status says that the client went away itself; 499 is what nginx logs.
  cancelled: { status: 499, title: "Cancelled" },
  engine: { status: 500, title: "The engine failed" },
  internal: { status: 500, title: "Spoor failed" },
  "newer-schema": { status: 503, title: "The data is of a newer Spoor" },
  "wrong-key": { status: 503, title: "The data was written under another key" },
  "folder-in-use": { status: 503, title: "The data folder is in use" },
  unavailable: { status: 503, title: "Not available now" },
  timeout: { status: 504, title: "It took too long" },
  "disk-full": { status: 507, title: "The disk is full" },
};

/** The problem of a code, with its status. */
export function problem(code: ProblemCode | "internal", told: Message | string): Problem {
  const said =
    typeof told === "string" ? { detail: told } : { detail: plainly(told), message: told };
  return { type: `urn:spoor:problem:${code}`, ...kinds[code], ...said, code };
}
