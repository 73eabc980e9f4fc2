import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Mapping } from "../../core/event/mapping.ts";
import { writeMessage } from "../../core/message/message.ts";
import { chunkShape } from "../../engine/event/cells.ts";
import type { Place } from "../../engine/event/layout.ts";
import { loadInsert, type Loading } from "../../engine/event/load.ts";
import { measureCodes } from "../../engine/event/measure-code.ts";
import { loadBadRows } from "../../engine/event/quarantine.ts";
import { literal } from "../../engine/literal.ts";
import type { Sift } from "../../engine/people/sift.ts";
import type { Engine } from "../../engine/port.ts";
import { chunkFiles, diskFull, type Written } from "./chunk-files.ts";
import { csvCell, fileRows } from "./file-rows.ts";
import type { PlannedFile } from "./plan.ts";
import type { BadRow, Stretch } from "./stretch.ts";

export type FileLoad = {
  readonly engine: Engine;
  readonly ws: number;
  readonly import: number;
  readonly plan: PlannedFile;
  readonly identity: Mapping["identity"];
  /** Folder for pieces on their way. */
  readonly folder: string;
  /** Rows of the import before this file. */
  readonly row: number;
  /** What is not to be kept; null when all is. */
  readonly sift: Sift | null;
  readonly signal: AbortSignal;
  /** Rows and bytes of this file so far. */
  readonly onProgress: (rows: number, bytes: number) => void;
};

/**
 * One piece goes in while the next is being written; two beside each other were no faster on two
 * cores. With the engine's own blocks of a million rows, and a megabyte of buffer for each column of
 * each part, the process would need more than the 1.5 GB that it may use.
 */
const atOnce = 1;
const smallBlocks = {
  min_insert_block_size_rows: 250_000,
  min_insert_block_size_bytes: 120_000_000,
  max_insert_block_size: 250_000,
  max_compress_block_size: 131_072,
};

/**
 * Brings a file into the engine, piece by piece, with bounded memory.
 * @returns the rows that were read, and how many of them no engine could read: set aside, or suppressed
 */
export async function loadFile(
  task: FileLoad,
): Promise<{ rows: number; bad: number; suppressed: number }> {
  const { engine, plan, signal } = task;
  const load = await loader(task);
  if (plan.file.format === "parquet") {
    const rows = await parquetRows(engine, plan.file.path);
    await load(plan.file.path, { row: task.row, line: 1 });
    task.onProgress(rows, plan.file.bytes);
    return { rows, bad: 0, suppressed: 0 };
  }

  let bytes = 0;
  let rows = 0;
  let bad = 0;
  let suppressed = 0;
  const pending = new Set<Promise<void>>();
  const failed = new AbortController();
  const source = fileRows(
    plan,
    (place) => (bytes = place),
    AbortSignal.any([signal, failed.signal]),
  );
  const chunks = chunkFiles(
    counted(source.parts, () => task.onProgress(rows, bytes)),
    {
      folder: task.folder,
      row: task.row,
      ...source,
    },
  );
  const start = (work: Promise<void>) => {
    const tracked = work.finally(() => pending.delete(tracked));
    tracked.catch((error: unknown) => failed.abort(error));
    pending.add(tracked);
  };
  try {
    for await (const chunk of chunks) {
      failed.signal.throwIfAborted();
      while (pending.size >= atOnce) await Promise.race(pending);
      if ("bad" in chunk) {
        const mentions = await task.sift?.mentions(chunk.bad.map(({ raw }) => raw));
        const kept = chunk.bad.filter((_, nth) => !mentions?.[nth]);
        bad += kept.length;
        suppressed += chunk.bad.length - kept.length;
        rows += chunk.bad.length;
        start(quarantine(task, kept, chunk.row));
      } else {
        const { path, place } = chunk;
        rows += chunk.rows;
        start(load(path, place).then(() => rm(path)));
      }
    }
  } finally {
    await Promise.allSettled(pending);
  }
  failed.signal.throwIfAborted();
  task.onProgress(rows, plan.file.bytes);
  return { rows, bad, suppressed };
}

async function* counted(
  parts: AsyncIterable<Stretch | Written>,
  tell: (rows: number) => void,
): AsyncGenerator<Stretch | Written> {
  for await (const part of parts) {
    yield part;
    tell("text" in part ? part.rows : part.begins.length + part.bad.length);
  }
}

/** Loads a piece: one statement for each kind of row. */
async function loader(task: FileLoad): Promise<(path: string, place: Place) => Promise<void>> {
  const { engine, ws, plan, identity, signal } = task;
  const { source, layout, file } = plan;
  const kinds: Loading[] = [];
  for (const [rule, kind] of source.rows.entries())
    kinds.push({
      ws,
      import: task.import,
      source: source.name,
      file: file.name,
      layout,
      kind,
      rule,
      rules: source.rows.length,
      identity,
      trust: plan.trust,
      codes: await measureCodes(engine, ws, kind.measures ?? []),
    });
  return async (path, place) => {
    for (const loading of kinds) {
      const { insert, parameters } = loadInsert(loading, place, "load", task.sift);
      await engine.load({ path, ...chunkShape(layout, place) }, insert, parameters, {
        signal,
        settings: smallBlocks,
      });
    }
  };
}

async function quarantine(task: FileLoad, bad: readonly BadRow[], row: number): Promise<void> {
  const { engine, ws, plan, folder, signal } = task;
  const path = join(folder, `${row}-bad.rows`);
  const lines = bad.map(
    ({ line, reason, raw }) => `${line},${csvCell(writeMessage(reason))},${csvCell(raw)}\n`,
  );
  try {
    await writeFile(path, lines.join("")).catch((error: unknown) => {
      throw diskFull(error);
    });
    const { source, file, trust } = plan;
    const at = { ws, import: task.import, source: source.name, file: file.name, row, trust };
    await loadBadRows(engine, path, at, { signal });
  } finally {
    await rm(path, { force: true });
  }
}

async function parquetRows(engine: Engine, path: string): Promise<number> {
  const sql = `SELECT toUInt32(count()) AS count FROM file(${literal(path)}, Parquet)`;
  const [found] = await engine.lookup.rows(z.object({ count: z.number() }), sql);
  return must(found, "the count").count;
}
