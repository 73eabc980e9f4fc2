import { z } from "zod";
import { Message } from "../../message/message.ts";

/** `cut`: the process stopped in the middle, and another run went on from there. */
export const RunState = z.enum(["running", "done", "failed", "cancelled", "cut"]);
export type RunState = z.infer<typeof RunState>;

/** One time that a source was asked. */
export const PullRun = z.strictObject({
  run: z.number().int(),
  state: RunState,
  began: z.string(),
  ended: z.string().nullable(),
  /** Rows that it brought, those that were there already included. */
  rows: z.number().int(),
  /** Files that it brought. */
  files: z.number().int(),
  /** The file that is being read. */
  file: z.string().nullable(),
  /** What went wrong and what to do; null when nothing did. */
  problem: Message.nullable(),
  notes: z.array(Message),
});
export type PullRun = z.infer<typeof PullRun>;
