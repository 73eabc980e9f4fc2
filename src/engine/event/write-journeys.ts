import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { JourneyCut } from "../../core/event/mapping.ts";
import type { Engine, Parameters } from "../port.ts";
import { historySql, journeyColumns, stageSql, type HistoryPlan } from "./history.ts";

export type WriteTask = {
  readonly ws: number;
  /**
   * Those of `historySql`; what is written has the number `build`, and what is gone the number `gone`,
   * which is lower: a journey that is built again is not gone.
   */
  readonly parameters: Parameters;
  /** About so many events are in the journeys, for how many are gathered at once. */
  readonly events: number;
  /** SQL condition on `journey` for those that are gone unless they are built; null for all. */
  readonly stale: string | null;
  readonly signal: AbortSignal | undefined;
  /** Called with the share that is done, 0 … 1. */
  readonly onProgress: (share: number) => void;
};

/**
 * Puts the journeys of a plan where those were that are gone. They are built beside the table and come
 * into it at one stroke, so whoever counts meanwhile counts all as it was or all as it is: a person who
 * became another's would be in both else.
 */
export async function writeJourneys(
  engine: Engine,
  plan: HistoryPlan,
  task: WriteTask,
): Promise<void> {
  const { parameters, stale, signal } = task;
  const run = (sql: string, settings = {}) =>
    engine.intake.run(sql, parameters, { signal, settings });
  const clear = (table: string) => run(`ALTER TABLE ${table} DROP PARTITION {ws:UInt32}`);
  // What one that was cut short has left.
  await clear("journey_build");
  await buildJourneys(engine, plan, task);
  if (stale !== null)
    await run(
      `INSERT INTO journey_build (ws, journey, build, deleted)
      SELECT ws, journey, {gone:UInt32}, 1 FROM journey FINAL WHERE ws = {ws:UInt32} AND (${stale})`,
    );
  const bytes = await bytesBuilt(engine, task);
  if (stale === null) await replaceAll(task, bytes > 0, run);
  else if (bytes > AT_ONCE)
    await run(`ALTER TABLE journey ATTACH PARTITION ${task.ws} FROM journey_build`);
  else if (bytes > 0)
    await run("INSERT INTO journey SELECT * FROM journey_build WHERE ws = {ws:UInt32}", asOneBlock);
  await clear("journey_build");
}

/**
 * So much is copied, in bytes; more is hung over as files. That would stop the merges of the table each
 * time, and what comes in every second would never be merged.
 */
const AT_ONCE = 100_000_000;

/** A block is inserted whole or not at all. */
const asOneBlock = { min_insert_block_size_rows: 0, min_insert_block_size_bytes: 1e12 };

async function replaceAll(
  { ws }: WriteTask,
  any: boolean,
  run: (sql: string) => Promise<void>,
): Promise<void> {
  // The engine refuses to put nothing in the place of something.
  const change = any ? `REPLACE PARTITION ${ws} FROM journey_build` : `DROP PARTITION ${ws}`;
  await run(`ALTER TABLE journey ${change}`);
}

async function bytesBuilt(engine: Engine, { ws, signal }: WriteTask): Promise<number> {
  const rows = await engine.intake.rows(
    z.object({ bytes: z.coerce.number() }),
    `SELECT sum(data_uncompressed_bytes) AS bytes FROM system.parts
    WHERE database = currentDatabase() AND table = 'journey_build' AND active AND partition_id = {id:String}`,
    { id: String(ws) },
    { signal },
  );
  return must(rows[0], "the journeys that were built").bytes;
}

/** Builds the journeys of a plan; those cut from people's histories by way of `history`. */
async function buildJourneys(
  engine: Engine,
  plan: HistoryPlan,
  { parameters, events, signal, onProgress }: WriteTask,
): Promise<void> {
  const settings = { min_insert_block_size_bytes: 100_000_000 };
  const clear = "ALTER TABLE history DROP PARTITION {ws:UInt32}";
  if (plan.cut.by !== "id") {
    await engine.intake.run(clear, parameters, { signal });
    await engine.intake.run(`INSERT INTO history ${stageSql(plan)}`, parameters, {
      signal,
      settings,
    });
  }
  const slices = slicesOf(events, plan.cut);
  for (const [nth, slice] of slices.entries()) {
    await engine.intake.run(
      `INSERT INTO journey_build (${journeyColumns(plan)}) ${historySql(plan)}`,
      { ...parameters, ...slice },
      {
        signal,
        // Arrays of many journeys at once are what takes memory: few journeys a block.
        settings: { ...settings, optimize_aggregation_in_order: 1, max_block_size: 8192 },
      },
    );
    onProgress((nth + 1) / slices.length);
  }
  if (plan.cut.by !== "id") await engine.intake.run(clear, parameters, { signal });
}

/** Journeys or people with a hash from `low` to `high`. */
type Slice = { readonly low: string; readonly high: string };

/** What is gathered in one statement, so that its memory does not grow with the data. */
const EVENTS_PER_SLICE = 6_000_000;
/** Histories of people are brought together from all over: there it takes more for each event. */
const EVENTS_PER_SLICE_OF_PEOPLE = 2_000_000;

/** Ranges of hashes that hold about as many events each; the table is in their order. */
function slicesOf(events: number, { by }: JourneyCut): Slice[] {
  const most = by === "id" ? EVENTS_PER_SLICE : EVENTS_PER_SLICE_OF_PEOPLE;
  const count = BigInt(Math.max(1, Math.ceil(events / most)));
  const width = 2n ** 64n / count;
  return Array.from({ length: Number(count) }, (_, nth) => {
    const low = BigInt(nth) * width;
    const high = BigInt(nth) + 1n === count ? 2n ** 64n - 1n : low + width - 1n;
    return { low: String(low), high: String(high) };
  });
}
