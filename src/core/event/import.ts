import { z } from "zod";
import { Message } from "../message/message.ts";

/** The books of an import: what came in and what became of it, in events. It must balance. */
export const Ledger = z.strictObject({
  received: z.number().int(),
  stored: z.number().int(),
  duplicate: z.number().int(),
  quarantined: z.number().int(),
  /** Not kept: of people who were erased, or older than it is kept. Left out where there is none. */
  suppressed: z.number().int().optional(),
});
export type Ledger = z.infer<typeof Ledger>;

/** True when received = stored + duplicate + quarantined + suppressed. */
export function balances(ledger: Ledger): boolean {
  const { received, stored, duplicate, quarantined, suppressed = 0 } = ledger;
  return received === stored + duplicate + quarantined + suppressed;
}

/** The books of a live source, which leaves out what people asked not to be kept. */
export const LiveLedger = Ledger.extend({ suppressed: z.number().int() });
export type LiveLedger = z.infer<typeof LiveLedger>;

export const ImportState = z.enum(["waiting", "reading", "linking", "done", "failed", "cancelled"]);
export type ImportState = z.infer<typeof ImportState>;

/** One import as its follower sees it. */
export const ImportStatus = z.strictObject({
  id: z.string(),
  state: ImportState,
  files: z.array(z.string()),
  /** The file being read now. */
  file: z.string().nullable(),
  rows: z.number().int(),
  bytes: z.number().int(),
  totalBytes: z.number().int(),
  rowsPerSecond: z.number(),
  secondsLeft: z.number().nullable(),
  ledger: Ledger,
  /** What went wrong, where, and what to do; null unless failed. */
  problem: Message.nullable(),
  /** Things the user should know: an ambiguous date order, identical rows counted once. */
  notes: z.array(Message),
  started: z.string(),
  finished: z.string().nullable(),
});
export type ImportStatus = z.infer<typeof ImportStatus>;

export const Quarantined = z.strictObject({
  id: z.string(),
  import: z.string(),
  source: z.string(),
  file: z.string(),
  line: z.number().int(),
  reason: Message,
  raw: z.string(),
});
export type Quarantined = z.infer<typeof Quarantined>;

/** A column as the sniffer sees it. */
export const Column = z.strictObject({
  name: z.string(),
  /** A few different values. */
  examples: z.array(z.string()),
  filled: z.number(),
  distinct: z.number().int(),
  type: z.enum(["time", "number", "text", "boolean", "empty"]),
});
export type Column = z.infer<typeof Column>;

/** What is known of a file before it is imported. */
export const Preview = z.strictObject({
  upload: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  format: z.enum(["csv", "jsonl", "parquet", "xes", "xlsx"]),
  compression: z.enum(["none", "gzip", "zstd"]),
  columns: z.array(Column),
  rows: z.array(z.array(z.string())),
  notes: z.array(Message),
});
export type Preview = z.infer<typeof Preview>;
