import { z } from "zod";
import type { Journey } from "../../../core/map/journey.ts";
import { ladderPeriods, rungsOf, type Ladder } from "../../../core/question/loyalty/ladder.ts";
import type { Engine } from "../../port.ts";
import type { Scope } from "../filter.ts";

const count = z.coerce.number();
const Bound = z.object({ day: z.string(), time: count });
const ClimbRow = z.object({ period: count, from: count, to: count, people: count });

/** Most quarters that are told. */
const QUARTERS = 12;
/** Shortest quarter, in milliseconds. */
const QUARTER = 90 * 86_400_000;
/** A quarter is over when the data reaches into its last two hours. */
const NEARLY = 7_200_000;

type Climbing = {
  readonly map: Journey;
  readonly zone: string;
  /** Epoch milliseconds of the first event and of the end. */
  readonly begin: number;
  readonly end: number;
};

/**
 * The ladder of a map, by the highest rung that people ever reached, quarter by quarter in the zone; null
 * where no touchpoint of the map has a stage.
 */
export async function readLadder(
  engine: Engine,
  scope: Scope,
  { map, zone, begin, end }: Climbing,
  signal: AbortSignal | undefined,
): Promise<Ladder | null> {
  const found = rungsOf(map, scope.touchpoints);
  if (!found) return null;
  const { rungs, rungOf } = found;
  if (rungOf.size === 0) return { rungs, periods: [] };
  const limits = { signal };
  const quarters = Math.min(800, Math.ceil((end - begin) / QUARTER) + 2);
  const days = await engine.lookup.rows(
    Bound,
    `SELECT toString(toDate(at)) AS day, toUnixTimestamp(at) * 1000 AS time
    FROM (
      SELECT arrayJoin(arrayMap(n -> toDateTime(addQuarters(toStartOfQuarter(
          fromUnixTimestamp64Milli({begin:Int64}, {zone:String})), n), {zone:String}), range(0, {quarters:UInt16}))) AS at
    )
    WHERE at <= addQuarters(fromUnixTimestamp64Milli({end:Int64}, {zone:String}), 1) ORDER BY time`,
    { begin: String(begin), end: String(end), zone, quarters },
    limits,
  );
  const bounds = days
    .slice(0, -1)
    .flatMap(({ day, time }, nth) => {
      const next = days[nth + 1]!;
      return time < end
        ? [{ from: day, to: next.day, time: next.time, open: end < next.time - NEARLY }]
        : [];
    })
    .slice(-QUARTERS);
  const [first] = bounds;
  if (!first) return { rungs, periods: [] };
  const since = days.find(({ day }) => day === first.from)!.time;
  const codes = [...rungOf.keys()];
  const climbs = await engine.analysis.rows(
    ClimbRow,
    `SELECT period, from, to, count() AS people
    FROM (
      SELECT arrayMap(bound -> arrayMax(arrayMap((reached, rung) -> if(reached < bound, rung, 0),
          minForEach(firsts), [1, 2, 3, 4, 5, 6])), {bounds:Array(Int64)}) AS standing
      FROM (
        SELECT person, arrayMap(rung -> arrayMin(arrayConcat([toInt64(${NEVER})],
            arrayMap((since, r) -> if(r = rung, toUnixTimestamp64Milli(start) + toInt64(since), toInt64(${NEVER})),
              arrayCumSum(arrayPushFront(waits, toUInt64(0))), reached))), [1, 2, 3, 4, 5, 6]) AS firsts
        FROM (
          SELECT person, start, waits,
            arrayMap(step -> transform(step, {codes:Array(UInt16)}, {rungs:Array(UInt8)}, toUInt8(0)), steps) AS reached
          FROM ${scope.journeys} WHERE hasAny(steps, {codes:Array(UInt16)})
        )
      )
      GROUP BY person
    )
    ARRAY JOIN arrayEnumerate(arrayPopBack(standing)) AS nth, arrayPopBack(standing) AS from, arrayPopFront(standing) AS to,
      arrayMap(n -> n - 1, arrayEnumerate(arrayPopBack(standing))) AS period
    WHERE to > 0
    GROUP BY period, from, to ORDER BY period, from, to`,
    {
      ...scope.parameters,
      codes,
      rungs: codes.map((code) => rungOf.get(code)!),
      bounds: [since, ...bounds.map(({ time }) => Math.min(time, end))].map(BigInt),
    },
    limits,
  );
  return {
    rungs,
    periods: ladderPeriods(
      bounds.map(({ from, to, open }) => ({ from, to, open })),
      climbs,
    ),
  };
}

/** A time after all others, in epoch milliseconds. */
const NEVER = String(2n ** 60n);
