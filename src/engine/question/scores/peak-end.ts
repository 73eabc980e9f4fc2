import { z } from "zod";
import { meanOf } from "../../../core/evidence/mean.ts";
import type { Scores } from "../../../core/question/scores/scores.ts";
import type { Engine } from "../../port.ts";
import type { Scope } from "../filter.ts";

const Known = z.object({ code: z.number(), low: z.number(), high: z.number() });
const Row = z.object({
  n: z.coerce.number(),
  mean: z.number().nullable(),
  spread: z.number().nullable(),
  peak: z.number().nullable(),
  peakSpread: z.number().nullable(),
});

/** Mean and peak–end of the journeys with several answers; a journey counts once, however many it gave. */
export async function readPeakEnd(
  engine: Engine,
  { journeys, parameters }: Scope,
  signal: AbortSignal | undefined,
): Promise<Scores["peakEnd"]> {
  const known = await engine.lookup.rows(
    Known,
    "SELECT code, low, high FROM measure FINAL WHERE ws = {ws:UInt32} AND kind = 'score' ORDER BY code",
    parameters,
    { signal },
  );
  if (known.length === 0) return null;
  const [row] = await engine.analysis.rows(
    Row,
    `SELECT count() AS n, avg(own) AS mean, varSamp(own) AS spread, avg(felt) AS peak, varSamp(felt) AS peakSpread
    FROM (
      SELECT arrayAvg(feelings) AS own,
        (arrayLast(one -> abs(one) = arrayMax(each -> abs(each), feelings), feelings) + feelings[-1]) / 2 AS felt
      FROM (
        SELECT arrayMap(given -> 2 * (given.2 - {lows:Array(Float64)}[nth(given.1)])
            / ({highs:Array(Float64)}[nth(given.1)] - {lows:Array(Float64)}[nth(given.1)]) - 1,
          arraySort(given -> given.3, arrayFilter(given -> has({scores:Array(UInt16)}, given.1),
            arrayZip(measures.code, measures.value, measures.time)))) AS feelings
        FROM ${journeys} WHERE hasAny(measures.code, {scores:Array(UInt16)})
      )
      WHERE length(feelings) > 1
    )`.replaceAll("nth(given.1)", "indexOf({scores:Array(UInt16)}, given.1)"),
    {
      ...parameters,
      scores: known.map(({ code }) => code),
      lows: known.map(({ low }) => low),
      highs: known.map(({ high }) => high),
    },
    { signal },
  );
  if (!row || row.n === 0) return null;
  const { n, mean, spread, peak, peakSpread } = row;
  return {
    mean: meanOf({ n, mean: mean ?? 0, variance: spread ?? 0 }),
    peakEnd: meanOf({ n, mean: peak ?? 0, variance: peakSpread ?? 0 }),
  };
}
