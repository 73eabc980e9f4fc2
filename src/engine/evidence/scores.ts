import { z } from "zod";
import { meanOf, pool, rescale, type Moments } from "../../core/evidence/mean.ts";
import type { TouchpointFigures } from "../../core/evidence/overlay.ts";
import type { Engine } from "../port.ts";
import type { Laid } from "./lay-over.ts";

const count = z.coerce.number();
const Row = z.object({
  place: z.number(),
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
const Median = z.object({ place: z.number(), median: z.number() });

type Scored = Pick<TouchpointFigures, "scores" | "emotion">;

/** Most whole values on a scale that are counted one by one. */
const MOST_VALUES = 11;

/** The scores that customers gave about each drawn touchpoint, by its place on the map. */
export async function readScores(engine: Engine, laid: Laid): Promise<Map<number, Scored>> {
  return readScoresBy(engine, laid, "[toUInt32(at)]");
}

/**
 * Scores by where they are counted. `places` is SQL of an Array(UInt32) over `at` (the place on the map, 0
 * for what is not drawn), `time` (of the answer) and `traits`; place 0 is nowhere. The emotion is the mean
 * of all scores of a place together, each answer brought to −1 … +1 by its own scale.
 */
export async function readScoresBy(
  engine: Engine,
  laid: Laid,
  places: string,
): Promise<Map<number, Scored>> {
  const rows = await engine.analysis.rows(
    Row,
    `SELECT place, name, low, high, count() AS n, avg(value) AS mean, varSamp(value) AS variance,
      (sumMapIf([toInt32(value)], [toUInt64(1)], value = floor(value)) AS whole).1 AS values, whole.2 AS counts
    FROM ${givenSql(laid, places)}
    GROUP BY place, name, low, high ORDER BY place, n DESC, name, low, high`,
    laid.parameters,
    laid.limits,
  );
  const byPlace = Map.groupBy(rows, (row) => row.place);
  return new Map([...byPlace].map(([place, given]) => [place, scored(given)]));
}

/** The median of all scores of a place, each answer on −1 … +1. */
export async function readMedians(
  engine: Engine,
  laid: Laid,
  places: string,
): Promise<Map<number, number>> {
  const rows = await engine.analysis.rows(
    Median,
    `SELECT place, quantileExactInclusive(0.5)(2 * (value - low) / (high - low) - 1) AS median
    FROM ${givenSql(laid, places)} GROUP BY place`,
    laid.parameters,
    laid.limits,
  );
  return new Map(rows.map(({ place, median }) => [place, median]));
}

/** FROM-expression with a row for each answer at each of its places. */
function givenSql(laid: Laid, places: string): string {
  return `(
      SELECT place, code, value
      FROM (
        SELECT ${laid.drawn("touchpoint")} AS at, time, traits, code, value
        FROM (
          SELECT traits, measures.code, measures.value, measures.touchpoint, measures.time
          FROM ${laid.scope.journeys} WHERE notEmpty(measures.code)
        )
        ARRAY JOIN measures.code AS code, measures.value AS value, measures.touchpoint AS touchpoint,
          measures.time AS time
      )
      ARRAY JOIN ${places} AS place WHERE place != 0
    ) AS given
    JOIN (
      SELECT code, name, low, high FROM measure FINAL WHERE ws = {ws:UInt32} AND kind = 'score'
    ) AS known ON known.code = given.code`;
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
