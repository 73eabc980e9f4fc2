import { z } from "zod";
import { durationBin } from "../../../core/question/contrast/bins.ts";
import type { Side } from "../../../core/question/contrast/difference.ts";
import type { Engine, Parameters } from "../../port.ts";
import { quartiles, Quartiles, toDuration } from "../duration.ts";

const count = z.coerce.number();
const side = z.number();
const WholeRow = z.object({ side, journeys: count, people: count, reached: count, q: Quartiles });
const BinRow = z.object({ side, bin: z.number(), count });
const ReachRow = z.object({ side, code: z.number(), count });
const MoveRow = z.object({ side, from: z.number(), to: z.number(), count });
const WaitRow = MoveRow.extend({ q: Quartiles });
const WaitBin = MoveRow.extend({ bin: z.number() });
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
  const duration = "toUInt64(toUnixTimestamp64Milli(end) - toUnixTimestamp64Milli(start))";
  const wholes = await analysis.rows(
    WholeRow,
    `SELECT side, count() AS journeys, uniqExact(person) AS people,
      countIf(hasAny(steps, {goal:Array(UInt16)})) AS reached, ${quartiles(duration)} AS q
    FROM ${source} GROUP BY side ORDER BY side`,
    parameters,
    limits,
  );
  const durations = await analysis.rows(
    BinRow,
    `SELECT side, ${durationBin(duration)} AS bin, count() AS count
    FROM ${source} GROUP BY side, bin ORDER BY side, bin`,
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
    `SELECT side, move.1 AS from, move.2 AS to, count() AS count FROM ${source}
    ARRAY JOIN arrayDistinct(arrayZip(steps, arrayPushBack(arrayPopFront(steps), toUInt16(0)))) AS move
    GROUP BY side, from, to ORDER BY count DESC, side, from, to LIMIT ${MOVES}`,
    parameters,
    limits,
  );
  const often = mostTaken(moves);
  const waited = `SELECT side, move, waits[indexOf(moves, move)] AS wait
    FROM (SELECT side, waits, arrayZip(arrayPopBack(steps), arrayPopFront(steps)) AS moves
      FROM ${source} WHERE length(steps) > 1)
    ARRAY JOIN arrayFilter(
      one -> has(arrayZip({froms:Array(UInt16)}, {tos:Array(UInt16)}), one), arrayDistinct(moves)) AS move`;
  const asked = {
    ...parameters,
    froms: often.map(([from]) => from),
    tos: often.map(([, to]) => to),
  };
  const none = often.length === 0;
  const waits = none
    ? []
    : await analysis.rows(
        WaitRow,
        `SELECT side, move.1 AS from, move.2 AS to, count() AS count, ${quartiles("wait")} AS q
        FROM (${waited}) GROUP BY side, from, to ORDER BY side, from, to`,
        asked,
        limits,
      );
  const waitBins = none
    ? []
    : await analysis.rows(
        WaitBin,
        `SELECT side, move.1 AS from, move.2 AS to, ${durationBin("wait")} AS bin, count() AS count
        FROM (${waited}) GROUP BY side, from, to, bin ORDER BY side, from, to, bin`,
        asked,
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
    wholes.map(({ side: of, journeys, people, reached, q }): [number, Side] => {
      const mine = <Row extends { side: number }>(rows: readonly Row[]) =>
        rows.filter((row) => row.side === of);
      const bins = <Row extends { side: number; bin: number; count: number }>(
        rows: readonly Row[],
        key: (row: Row) => string,
      ) =>
        new Map(
          [...Map.groupBy(mine(rows), key)].map(([name, own]) => [
            name,
            new Map(own.map((row) => [row.bin, row.count])),
          ]),
        );
      const step = ({ from, to }: { from: number; to: number }) => `${from} ${to}`;
      const waitsOf = bins(waitBins, step);
      return [
        of,
        {
          journeys,
          people,
          reached,
          duration: toDuration(journeys, q),
          durations: new Map(mine(durations).map((row) => [row.bin, row.count])),
          reach: new Map(mine(reach).map((row) => [row.code, row.count])),
          moves: new Map(mine(moves).map((row) => [step(row), row.count])),
          waits: new Map(
            mine(waits).map((row) => [
              step(row),
              {
                bins: waitsOf.get(step(row)) ?? new Map(),
                duration: toDuration(row.count, row.q),
              },
            ]),
          ),
          scores: bins(scores, ({ code, touchpoint }) => `${code} ${touchpoint}`),
        },
      ];
    }),
  );
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
