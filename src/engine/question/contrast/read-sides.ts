import { z } from "zod";
import { BINS, durationBin } from "../../../core/question/contrast/bins.ts";
import type { Side } from "../../../core/question/contrast/difference.ts";
import type { Engine, Parameters } from "../../port.ts";
import { quartiles, Quartiles, toDuration } from "../duration.ts";
import { pairCode, pairCodeSql, pairOfSql } from "../pair-code.ts";

const count = z.coerce.number();
const side = z.number();
/** How often each bin of a duration occurs. */
const Bins = z.tuple([z.array(z.number()), z.array(count)]);
const WholeRow = z.object({
  side,
  journeys: count,
  people: count,
  reached: count,
  q: Quartiles,
  bins: Bins,
});
const ReachRow = z.object({ side, code: z.number(), count });
const MoveRow = z.object({ side, from: z.number(), to: z.number(), count });
const WaitRow = MoveRow.extend({ q: Quartiles, bins: Bins });
const ScoreRow = z.object({ side, code: z.number(), touchpoint: z.number(), bin: count, count });

/** Most steps that are compared, and most of which the wait is. */
const MOVES = 20_000;
const WAITS = 60;

/**
 * Counts groups of journeys for a comparison. `source` is a subquery of rows of `journey` with their
 * `side` (UInt8), to be put after FROM; a journey that is in several groups stands there several times.
 * Parameters: those of the source, and `goal`.
 */
export async function readSides(
  engine: Engine,
  source: string,
  parameters: Parameters,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<number, Side>> {
  const limits = { signal };
  const { analysis } = engine;
  const [from, to] = pairOfSql("move");
  const duration = "toUInt64(toUnixTimestamp64Milli(end) - toUnixTimestamp64Milli(start))";
  const wholes = await analysis.rows(
    WholeRow,
    `SELECT side, count() AS journeys, uniqExact(person) AS people,
      countIf(hasAny(steps, {goal:Array(UInt16)})) AS reached, ${quartiles(duration)} AS q,
      ${binned(duration)} AS bins
    FROM ${source} GROUP BY side ORDER BY side`,
    parameters,
    limits,
  );
  const reach = await analysis.rows(
    ReachRow,
    `SELECT side, code, count() AS count FROM ${source}
    ARRAY JOIN arrayDistinct(steps) AS code GROUP BY side, code ORDER BY side, code`,
    parameters,
    limits,
  );
  const moves = await analysis.rows(
    MoveRow,
    `SELECT side, ${from} AS from, ${to} AS to, count() AS count
    FROM ${source}
    ARRAY JOIN arrayDistinct(${moved("steps", "arrayPushBack(arrayPopFront(steps), toUInt16(0))")}) AS move
    GROUP BY side, move ORDER BY count DESC, side, from, to LIMIT ${MOVES}`,
    parameters,
    limits,
  );
  const often = mostTaken(moves);
  const waits =
    often.length === 0
      ? []
      : await analysis.rows(
          WaitRow,
          `SELECT side, ${from} AS from, ${to} AS to,
            count() AS count, ${quartiles("wait")} AS q, ${binned("wait")} AS bins
          FROM (
            SELECT side, move, waits[indexOf(moves, move)] AS wait
            FROM (
              SELECT side, waits, ${moved("arrayPopBack(steps)", "arrayPopFront(steps)")} AS moves
              FROM ${source} WHERE length(steps) > 1
            )
            ARRAY JOIN arrayFilter(one -> has({often:Array(UInt32)}, one), arrayDistinct(moves)) AS move
          )
          GROUP BY side, move ORDER BY side, from, to`,
          { ...parameters, often: often.map((pair) => pairCode(...pair)) },
          limits,
        );
  const scores = await analysis.rows(
    ScoreRow,
    `WITH (SELECT groupArray(code) FROM (SELECT DISTINCT code FROM measure
      WHERE ws = {ws:UInt32} AND kind = 'score')) AS scored
    SELECT side, about.1 AS code, about.2 AS touchpoint,
      toInt64(round(1000 * arrayAvg(arrayMap(one -> one.3, arrayFilter(
        one -> one.1 = about.1 AND (about.2 = 0 OR one.2 = about.2), told))))) AS bin, count() AS count
    FROM (
      SELECT side, arrayFilter(one -> has(scored, one.1),
        arrayZip(measures.code, measures.touchpoint, measures.value)) AS told
      FROM ${source} WHERE notEmpty(measures.code)
    )
    ARRAY JOIN arrayDistinct(arrayConcat(
      arrayMap(one -> (one.1, one.2), told), arrayMap(one -> (one.1, toUInt16(0)), told))) AS about
    GROUP BY side, code, touchpoint, bin ORDER BY side, code, touchpoint, bin`,
    parameters,
    limits,
  );
  return new Map(
    wholes.map(({ side: of, journeys, people, reached, q, bins }): [number, Side] => {
      const mine = <Row extends { side: number }>(rows: readonly Row[]) =>
        rows.filter((row) => row.side === of);
      const step = ({ from, to }: { from: number; to: number }) => `${from} ${to}`;
      const scoresBy = Map.groupBy(mine(scores), ({ code, touchpoint }) => `${code} ${touchpoint}`);
      return [
        of,
        {
          journeys,
          people,
          reached,
          duration: toDuration(journeys, q),
          durations: binsOf(bins),
          reach: new Map(mine(reach).map((row) => [row.code, row.count])),
          moves: new Map(mine(moves).map((row) => [step(row), row.count])),
          waits: new Map(
            mine(waits).map((row) => [
              step(row),
              { bins: binsOf(row.bins), duration: toDuration(row.count, row.q) },
            ]),
          ),
          scores: new Map(
            [...scoresBy].map(([name, own]) => [
              name,
              new Map(own.map((row) => [row.bin, row.count])),
            ]),
          ),
        },
      ];
    }),
  );
}

/** Each step with the next as one number, as SQL. */
function moved(steps: string, next: string): string {
  return `arrayMap((one, other) -> ${pairCodeSql("one", "other")}, ${steps}, ${next})`;
}

/**
 * The bins of a duration that occur, and how often each. A counter for each bin that there could be takes
 * a sixth of the time that a map of those that occur takes (20 million waits).
 */
function binned(milliseconds: string): string {
  const counts = `countResample(0, ${BINS}, 1)(${durationBin(milliseconds)})`;
  return `(arrayFilter((bin, times) -> times > 0, range(${BINS}), ${counts} AS counts),
    arrayFilter(times -> times > 0, counts))`;
}

function binsOf([bins, counts]: z.infer<typeof Bins>): Map<number, number> {
  return new Map(bins.map((bin, nth) => [bin, counts[nth]!]));
}

/** The steps that are taken most, by all groups together. */
function mostTaken(moves: readonly z.infer<typeof MoveRow>[]): (readonly [number, number])[] {
  const counts = new Map<string, number>();
  for (const { from, to, count: times } of moves)
    if (to !== 0) counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + times);
  return [...counts]
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, WAITS)
    .map(([key]) => key.split(" ").map(Number) as [number, number]);
}
