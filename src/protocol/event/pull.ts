import { z } from "zod";
import { Ambiguous, Given, Missing } from "../../core/event/guess-mapping.ts";
import { Column } from "../../core/event/import.ts";
import { Source as SourceMapping } from "../../core/event/mapping.ts";
import { PullOrigin, TableName } from "../../core/event/pull/origin.ts";
import { PullRun } from "../../core/event/pull/run.ts";
import { Schedule } from "../../core/event/pull/schedule.ts";
import { Message } from "../../core/message/message.ts";

/** A source that is asked on a schedule, as its page shows it. */
export const Pull = z.strictObject({
  origin: PullOrigin,
  /** A password or key is kept; it is never told. */
  secret: z.boolean(),
  schedule: Schedule,
  /** When it is asked next. */
  next: z.string(),
  /** Times in a row that it failed. */
  failures: z.number().int(),
  /** The last run, or the one that goes on; null before the first. */
  last: PullRun.nullable(),
  /** Why it is not asked, and what to do; null when nothing is in the way. */
  problem: Message.nullable(),
  /** Files that could not be read, newest first. */
  aside: z.array(z.strictObject({ name: z.string(), at: z.string(), problem: Message })),
});
export type Pull = z.infer<typeof Pull>;

/** A password, or the secret of a key. */
const Secret = z.string().min(1).max(4000);

/** A connection as it is filled in; of a source that is there, a secret left out is the one that is kept. */
const Connection = z.strictObject({
  origin: PullOrigin,
  secret: Secret.nullable().default(null),
  source: z.string().optional(),
});
export type Connection = z.infer<typeof Connection>;

/** A column of a table, as its database describes it. */
export const TableColumn = z.strictObject({
  name: z.string(),
  /** In the database's own words. */
  type: z.string(),
  /** Whether its values can tell which rows are new. */
  grows: z.boolean(),
});
export type TableColumn = z.infer<typeof TableColumn>;

/** What there is behind a connection. */
export const Found = z.strictObject({
  /** Of a database: what the user may read. */
  tables: z.array(TableName),
  /** Of the table that was chosen. */
  columns: z.array(TableColumn),
  /** Columns that name a row, by the table's own key. */
  key: z.array(z.string()),
  /** The column that most likely tells which rows are new. */
  grows: z.string().nullable(),
  /** Of files: the first that fit. */
  files: z.array(z.strictObject({ name: z.string(), bytes: z.number().nullable() })),
  /** More files or tables than are listed. */
  more: z.boolean(),
});
export type Found = z.infer<typeof Found>;

/** The first rows, and what they become. */
export const Looked = z.strictObject({
  columns: z.array(Column),
  mapping: SourceMapping,
  events: z.array(
    z.strictObject({
      line: z.number().int(),
      time: z.string().nullable(),
      event: z.string(),
      channel: z.string(),
      journey: z.string(),
      who: z.array(z.string()),
      problem: Message.nullable(),
    }),
  ),
  missing: z.array(Missing),
  ambiguous: z.array(Ambiguous),
  notes: z.array(Message),
});
export type Looked = z.infer<typeof Looked>;

const path = "/api/w/{workspace}/sources/{source}/pull";

export const pullEndpoints = {
  pullFolders: {
    method: "GET",
    path: "/api/pull/folders",
    summary: "Folders of Spoor's machine whose files may be pulled in",
    answer: z.array(z.string()),
  },
  tryPull: {
    method: "POST",
    path: "/api/w/{workspace}/pull/try",
    summary: "Try a connection: what there is behind it; nothing is kept",
    body: Connection,
    answer: Found,
  },
  lookPull: {
    method: "POST",
    path: "/api/w/{workspace}/pull/look",
    summary: "Look at the first rows, and what they become; nothing is kept",
    body: Connection.extend({
      name: z.string().trim().min(1).max(80),
      /** What is known already of the columns; the rest is guessed. */
      given: Given.default({}),
      mapping: SourceMapping.optional(),
    }),
    answer: Looked,
  },
  pull: {
    method: "GET",
    path,
    summary: "A source that is asked on a schedule: where, when, and how its last runs went",
    answer: z.strictObject({ pull: Pull, runs: z.array(PullRun) }),
  },
  addPull: {
    method: "POST",
    path: "/api/w/{workspace}/pull",
    summary: "Begin to ask a database, an address, a bucket or a folder on a schedule",
    body: Connection.omit({ source: true }).extend({
      name: z.string().trim().min(1).max(80),
      schedule: Schedule,
      mapping: SourceMapping,
    }),
    answer: Pull,
  },
  savePull: {
    method: "PUT",
    path,
    summary:
      "Change where and when a source is asked; a secret left out stays while the connection leads to the same place",
    body: Connection.omit({ source: true }).extend({ schedule: Schedule }),
    answer: Pull,
  },
  pullNow: {
    method: "POST",
    path: `${path}/now`,
    summary: "Ask a source now, and files that were set aside once more",
    answer: Pull,
  },
  stopPull: {
    method: "POST",
    path: `${path}/stop`,
    summary: "Stop the run that goes on; what it brought stays, and the next goes on from there",
    answer: Pull,
  },
} as const;
