import { z } from "zod";
import { meanOf, pool, rescale, type Moments } from "../../core/evidence/mean.ts";
import type { TouchpointFigures } from "../../core/evidence/overlay.ts";
import type { Engine } from "../port.ts";
import type { Laid } from "./lay-over.ts";

const count = z.coerce.number();
const Row = z.object({
  at: z.number(),
  name: z.string(),
  low: z.number(),
  high: z.number(),
  n: count,
  mean: z.number(),
  variance: z.number().nullable(),
  values: z.array(z.number()),
  counts: z.array(count),
});
type Row = z.infer<typeof Row>;

type Scored = Pick<TouchpointFigures, "scores" | "emotion">;

/** Most whole values on a scale that are counted one by one. */
const MOST_VALUES = 11;

/**
 * The scores that customers gave about each drawn touchpoint, by its place on the map. The emotion is
 * the mean of all of them together, each answer brought to −1 … +1 by its own scale.
 */
export async function readScores(engine: Engine, laid: Laid): Promise<Map<number, Scored>> {
  const rows = await engine.analysis.rows(
    Row,
    `SELECT at, name, low, high, count() AS n, avg(value) AS mean, varSamp(value) AS variance,
      (sumMapIf([toInt32(value)], [toUInt64(1)], value = floor(value)) AS whole).1 AS values, whole.2 AS counts
    FROM (
      SELECT ${laid.drawn("touchpoint")} AS at, code, value
      FROM (SELECT measures.code, measures.value, measures.touchpoint FROM ${laid.scope.journeys})
      ARRAY JOIN measures.code AS code, measures.value AS value, measures.touchpoint AS touchpoint
    ) AS given
    JOIN (
      SELECT code, name, low, high FROM measure FINAL WHERE ws = {ws:UInt32} AND kind = 'score'
    ) AS known ON known.code = given.code
    WHERE at != 0
    GROUP BY at, name, low, high ORDER BY at, n DESC, name`,
    laid.parameters,
    laid.limits,
  );
  return new Map([...Map.groupBy(rows, (row) => row.at)].map(([at, given]) => [at, scored(given)]));
}

function scored(rows: readonly Row[]): Scored {
  const moments = rows.map(({ n, mean, variance }): Moments => ({
    n,
    mean,
    variance: variance ?? 0,
  }));
  const feelings = rows.map(({ low, high }, i) => {
    const factor = 2 / (high - low);
    return rescale(moments[i]!, factor, -1 - factor * low);
  });
  return {
    scores: rows.map(({ name, low, high, values, counts }, i) => ({
      name,
      scale: [low, high],
      onScale: meanOf(moments[i]!),
      counts:
        Math.abs(high - low) < MOST_VALUES
          ? values.map((value, j) => ({ value, count: counts[j]! }))
          : [],
    })),
    emotion: meanOf(pool(feelings)),
  };
}
