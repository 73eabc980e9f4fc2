import { z } from "zod";
import { Message } from "../message/message.ts";

/** What of somebody would go, in numbers, and what would not. */
export const ErasurePreview = z.strictObject({
  /** People that go: several when what was given leads to more than one. */
  people: z.number().int(),
  identifiers: z.array(
    z.strictObject({
      kind: z.string(),
      /** Masked. */
      value: z.string(),
      /** Too short to be looked for in files. */
      short: z.boolean(),
    }),
  ),
  events: z.number().int(),
  sources: z.array(z.strictObject({ source: z.string(), events: z.number().int() })),
  first: z.string().nullable(),
  last: z.string().nullable(),
  journeys: z.number().int(),
  comments: z.number().int(),
  /** Rows in quarantine that mention him. */
  quarantined: z.number().int(),
  /** Events of others in which his identifiers stand as text: that text goes, the event stays. */
  mentioned: z.number().int(),
  /** Identifiers in his rows that are of others too: they stay as theirs. */
  shared: z.number().int(),
  /** Of what was given, so many are of several people and lead to nobody. */
  refused: z.number().int(),
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

export const ErasureStep = z.enum([
  "waiting",
  "tombstones",
  "events",
  "documents",
  "files",
  "disk",
  "proof",
  "over",
]);
export type ErasureStep = z.infer<typeof ErasureStep>;

const Searched = z.strictObject({
  table: z.string(),
  /** Rows that were looked at. */
  rows: z.number().int(),
  /** Of these, rows in which he is still named or meant. */
  found: z.number().int(),
});

/** What shows that somebody is gone; it holds nothing by which he could be known. */
export const ErasureProof = z.strictObject({
  /** Keyed hashes of the identifiers that were erased. */
  hashes: z.array(z.string()),
  /** Rows that went, by store and table. */
  removed: z.array(
    z.strictObject({ store: z.string(), table: z.string(), rows: z.number().int() }),
  ),
  /** Texts of others from which his identifiers were taken. */
  redacted: z.number().int(),
  /** Files that waited to be imported and went because they held him, or could not be read. */
  uploads: z.number().int(),
  /** Rows left in tables, each read through its store. */
  tables: z.array(Searched.extend({ store: z.string() })),
  /** The search through the bytes of the data folder. */
  bytes: z.strictObject({
    files: z.number().int(),
    bytes: z.number().int(),
    milliseconds: z.number().int(),
    /** Identifiers that were looked for, and those that are too short to be. */
    sought: z.number().int(),
    short: z.number().int(),
    /** How often one was found, by folder; none when all is well. */
    found: z.array(z.strictObject({ folder: z.string(), times: z.number().int() })),
    /** Found where another workspace keeps its own. */
    elsewhere: z.number().int(),
  }),
  /** Nothing was found in what could be searched. */
  clean: z.boolean(),
  /** What could not be searched or known. */
  unknown: z.array(
    z.enum(["engine-server", "documents-server", "old-parts", "short", "other-texts", "backups"]),
  ),
});
export type ErasureProof = z.infer<typeof ErasureProof>;

export const Erasure = z.strictObject({
  id: z.number().int(),
  state: z.enum(["running", "done", "failed"]),
  step: ErasureStep,
  who: z.string(),
  /** The request in the register that it answers. */
  request: z.string().nullable(),
  forGood: z.boolean(),
  started: z.string(),
  finished: z.string().nullable(),
  proof: ErasureProof.nullable(),
  problem: Message.nullable(),
});
export type Erasure = z.infer<typeof Erasure>;
