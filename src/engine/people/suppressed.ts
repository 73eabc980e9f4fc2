import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Engine, Limits } from "../port.ts";

type Which = { readonly ws: number; readonly import: number };

/** Places of the rows of a batch that were not kept, one for each of them; then they are forgotten. */
export async function suppressedRows(
  engine: Engine,
  which: Which,
  limits?: Limits,
): Promise<number[]> {
  const rows = await engine.intake.rows(
    z.object({ row: z.coerce.number() }),
    "SELECT row FROM suppressed WHERE ws = {ws:UInt32} AND import = {import:UInt32}",
    which,
    limits,
  );
  await forgetSuppressed(engine, which);
  return rows.map(({ row }) => row);
}

/** How many rows of an import were not kept; then they are forgotten. */
export async function countSuppressed(
  engine: Engine,
  which: Which,
  limits?: Limits,
): Promise<number> {
  const rows = await engine.intake.rows(
    z.object({ count: z.coerce.number() }),
    "SELECT count() AS count FROM suppressed WHERE ws = {ws:UInt32} AND import = {import:UInt32}",
    which,
    limits,
  );
  await forgetSuppressed(engine, which);
  return must(rows[0], "the count").count;
}

export async function forgetSuppressed(engine: Engine, which: Which): Promise<void> {
  await engine.intake.run(`ALTER TABLE suppressed DROP PARTITION ${which.import}`);
}
