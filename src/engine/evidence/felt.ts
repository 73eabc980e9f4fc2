import { z } from "zod";
import type { Engine } from "../port.ts";

const count = z.coerce.number();
const Row = z.object({ code: z.number(), n: count, total: z.number() });

/** What customers answered about one touchpoint of the data: how many answers, and their sum on −1 … +1. */
export type Felt = { readonly n: number; readonly total: number };

/**
 * All scores of a workspace by the touchpoint of the data that they are about, each answer brought to
 * −1 … +1 by its own scale: what `overlay` tells of each drawn touchpoint, once for all maps.
 */
export async function readFelt(
  engine: Engine,
  ws: number,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<number, Felt>> {
  const rows = await engine.analysis.rows(
    Row,
    `SELECT given.touchpoint AS code, count() AS n, sum(2 * (value - low) / (high - low) - 1) AS total
    FROM (
      SELECT touchpoint, measure, value
      FROM (
        SELECT measures.code, measures.value, measures.touchpoint FROM journey FINAL
        WHERE ws = {ws:UInt32} AND notEmpty(measures.code)
      )
      ARRAY JOIN measures.code AS measure, measures.value AS value, measures.touchpoint AS touchpoint
    ) AS given
    JOIN (
      SELECT code, low, high FROM measure FINAL WHERE ws = {ws:UInt32} AND kind = 'score'
    ) AS known ON known.code = given.measure
    GROUP BY given.touchpoint`,
    { ws },
    { signal },
  );
  return new Map(rows.map(({ code, n, total }) => [code, { n, total }]));
}

/** The mean of all answers about these touchpoints of the data; null where nobody answered. */
export function feltAt(felt: ReadonlyMap<number, Felt>, codes: readonly number[]): number | null {
  const given = codes.flatMap((code) => felt.get(code) ?? []);
  const n = given.reduce((sum, each) => sum + each.n, 0);
  return n === 0 ? null : given.reduce((sum, each) => sum + each.total, 0) / n;
}
