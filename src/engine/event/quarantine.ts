import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Quarantined } from "../../core/event/import.ts";
import { trust, type Trust } from "../../core/identity/trust.ts";
import { readMessage } from "../../core/message/message.ts";
import { opened, sealed } from "../identity/pseudonym.ts";
import type { Chunk, Engine, Limits } from "../port.ts";

const Row = z.object({
  import: z.number(),
  row: z.string(),
  rule: z.number(),
  source: z.string(),
  file: z.string(),
  line: z.string(),
  reason: z.string().transform(readMessage),
  raw: z.string(),
  trust: z.union([z.literal(trust.page), z.literal(trust.system)]),
});

export type QuarantineQuestion = {
  readonly ws: number;
  /** Of one import only. */
  readonly import?: number;
  readonly limit: number;
  /** Rows after this one: import, row and rule. */
  readonly after?: readonly [number, string, number];
};

const order = "import, row, rule";

/**
 * Rows that could not be read, oldest import first, in the order of their files, and with what trust
 * each of them came.
 */
export async function listQuarantine(
  engine: Engine,
  { ws, import: only, limit, after = [0, "0", 0] }: QuarantineQuestion,
  limits?: Limits,
): Promise<{ rows: Quarantined[]; trusts: Trust[]; next: [number, string, number] | null }> {
  const rows = await engine.lookup.rows(
    Row,
    `SELECT import, row, rule, source, file, line, problem AS reason, ${opened("sealed")} AS raw, trust
     FROM quarantine
     WHERE ws = {ws:UInt32} AND ({only:UInt32} = 0 OR import = {only:UInt32})
       AND (${order}) > ({import:UInt32}, {row:UInt64}, {rule:UInt8})
     ORDER BY ${order} LIMIT {limit:UInt32}`,
    { ws, only: only ?? 0, import: after[0], row: after[1], rule: after[2], limit },
    limits,
  );
  const last = rows.at(-1);
  return {
    rows: rows.map(({ import: from, row, rule, source, file, line, reason, raw }) => ({
      source,
      file,
      reason,
      raw,
      id: `${from}-${row}-${rule}`,
      import: String(from),
      line: Number(line),
    })),
    trusts: rows.map((row) => row.trust),
    next: last && rows.length === limit ? [last.import, last.row, last.rule] : null,
  };
}

/** How many rows lie in quarantine. */
export async function countQuarantine(engine: Engine, ws: number, only = 0): Promise<number> {
  const [found] = await engine.lookup.rows(
    z.object({ count: z.number() }),
    "SELECT toUInt32(count()) AS count FROM quarantine WHERE ws = {ws:UInt32} AND ({only:UInt32} = 0 OR import = {only:UInt32})",
    { ws, only },
  );
  return must(found, "the count").count;
}

const Reason = z.object({ reason: z.string().transform(readMessage), rows: z.number() });

/** Why rows of a source lie in quarantine: the most frequent reasons, and how many rows in all. */
export async function quarantineReasons(
  engine: Engine,
  which: { ws: number; source: string },
  most: number,
): Promise<{ reasons: z.infer<typeof Reason>[]; total: number }> {
  const all = await engine.lookup.rows(
    Reason.extend({ total: z.number() }),
    `SELECT problem AS reason, toUInt32(count()) AS rows, toUInt32(sum(count()) OVER ()) AS total
     FROM quarantine WHERE ws = {ws:UInt32} AND source = {source:String}
     GROUP BY problem ORDER BY count() DESC, problem LIMIT {most:UInt32}`,
    { ...which, most },
  );
  return { reasons: all.map(({ reason, rows }) => ({ reason, rows })), total: all[0]?.total ?? 0 };
}

/** Puts rows into quarantine that never were cells: a CSV file of line, reason (a message as it is kept) and raw text. */
export async function loadBadRows(
  engine: Engine,
  path: string,
  at: {
    ws: number;
    import: number;
    source: string;
    file: string;
    row: number;
    trust?: Trust | undefined;
  },
  limits?: Limits,
): Promise<void> {
  const chunk: Chunk = {
    path,
    format: "CSV",
    structure: "bad_line UInt64, reason String, text String",
    settings: { input_format_csv_trim_whitespaces: 0, input_format_csv_detect_header: 0 },
  };
  await engine.load(
    chunk,
    (from) =>
      `INSERT INTO quarantine (ws, import, source, file, row, line, rule, problem, sealed, readable, trust)
       SELECT {ws:UInt32}, {import:UInt32}, {source:String}, {file:String},
         {row:UInt64} + rowNumberInAllBlocks(), bad_line, 0, reason, ${sealed("text")}, startsWith(text, '{'), {trust:UInt8} FROM ${from}`,
    { ...at, trust: at.trust ?? trust.system },
    limits,
  );
}

/** Condition on rows that were cells or JSON, and so can be read again; others are mere text. */
const replayable = "readable";

/** The sources and files that readable rows in quarantine came from. */
export function quarantinedFiles(
  engine: Engine,
  ws: number,
): Promise<{ source: string; file: string }[]> {
  return engine.lookup.rows(
    z.object({ source: z.string(), file: z.string() }),
    `SELECT DISTINCT source, file FROM quarantine WHERE ws = {ws:UInt32} AND ${replayable} ORDER BY source, file`,
    { ws },
  );
}

/** Takes the readable rows, of one source or of all, out of quarantine that came there before this import. */
export async function clearQuarantine(
  engine: Engine,
  which: { ws: number; before: number; source?: string | undefined },
): Promise<void> {
  await engine.intake.run(
    `ALTER TABLE quarantine DELETE IN PARTITION ${which.ws} WHERE import < {before:UInt32}
      AND ({source:String} = '' OR source = {source:String}) AND ${replayable}`,
    { ...which, source: which.source ?? "" },
    { settings: { mutations_sync: 2 } },
  );
}
