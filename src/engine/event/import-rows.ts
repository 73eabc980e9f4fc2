import { z } from "zod";
import { must } from "../../core/assert.ts";
import { forgetSuppressed } from "../people/suppressed.ts";
import type { Engine, Limits } from "../port.ts";

type Which = { readonly ws: number; readonly import: number };

const tables = ["event", "quarantine", "identifier", "journey_name", "tally", "seen"] as const;

/**
 * Takes everything out that an import brought in, also what is still on its way to the door; what it derived must be derived anew after it. A
 * mutation touches every part of its table, so tables without such rows are left alone.
 */
export async function discardImport(engine: Engine, which: Which): Promise<void> {
  await engine.intake.run(`ALTER TABLE stage DROP PARTITION ${which.import}`);
  await forgetSuppressed(engine, which);
  for (const table of tables) {
    const found = await engine.intake.rows(
      z.object({ import: z.number() }),
      `SELECT import FROM ${table} WHERE ws = {ws:UInt32} AND import = {import:UInt32} LIMIT 1`,
      which,
    );
    if (found.length > 0)
      await engine.intake.run(
        `ALTER TABLE ${table} DELETE IN PARTITION ${which.ws} WHERE import = {import:UInt32}`,
        which,
        { settings: { mutations_sync: 2 } },
      );
  }
}

const Counts = z.object({ loaded: z.number(), stored: z.number(), quarantined: z.number() });
export type Counts = z.infer<typeof Counts>;

/** How many rows of an import came through the door, are stored as events, and lie in quarantine. */
export async function countImport(engine: Engine, which: Which, limits?: Limits): Promise<Counts> {
  const of = (table: string, what: string) =>
    `(SELECT ${what} FROM ${table} WHERE ws = {ws:UInt32} AND import = {import:UInt32})`;
  const [counts] = await engine.intake.rows(
    Counts,
    `SELECT toUInt32(${of("tally", "sum(rows)")}) AS loaded, toUInt32(${of("event", "count()")}) AS stored,
      toUInt32(${of("quarantine", "count()")}) AS quarantined`,
    which,
    limits,
  );
  return must(counts, "the counts");
}
