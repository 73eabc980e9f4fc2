import { z } from "zod";
import type { Difference } from "../../../core/question/contrast/difference.ts";
import type { Engine } from "../../port.ts";

const Row = z.object({ code: z.number(), name: z.string(), low: z.number(), high: z.number() });

/** The scores of a workspace by their code. */
export async function readScoreNames(
  engine: Engine,
  ws: number,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<number, NonNullable<Difference["score"]>>> {
  const rows = await engine.analysis.rows(
    Row,
    `SELECT DISTINCT code, name, low, high FROM measure
    WHERE ws = {ws:UInt32} AND kind = 'score' ORDER BY code`,
    { ws },
    { signal },
  );
  return new Map(rows.map(({ code, ...score }) => [code, score]));
}
