import { z } from "zod";
import { must } from "../../core/assert.ts";
import {
  cohortsFrom,
  type CohortKind,
  type Cohorts,
  type CohortUnit,
} from "../../core/question/cohorts.ts";
import { monthOf } from "../../core/question/month.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { scopeOf, type Scope } from "./filter.ts";
import { readTotals } from "./totals.ts";
import { touchpointOf } from "./touchpoint-of.ts";

const count = z.coerce.number();
const Row = z.object({ cohort: count, since: count, people: count });

/** Most cohorts that are listed, and most periods that each is followed. */
const LISTED = 60;
const MOST: Record<CohortUnit, number> = { month: 24, week: 26 };
/** How long all are followed before who never comes back is told: half the time there is data of, at most this. */
const FOLLOWED: Record<CohortUnit, number> = { month: 12, week: 13 };
/** A period is over when the data reaches into its last two hours, in milliseconds. */
const NEARLY = 7_200_000;

export type CohortsQuestion = {
  /** Codes of touchpoints: what makes somebody seen first, and what counts as coming back; null = any. */
  readonly first: number | null;
  readonly back: number | null;
  readonly unit: CohortUnit;
  readonly kind: CohortKind;
  /** IANA name of the zone whose months and weeks are meant. */
  readonly zone: string;
};

/**
 * Whether people come back, by the calendar period in which they were first seen. The period of the filter
 * says whose cohorts are told; what they did later is looked at to the end of the data, else nobody could
 * be told from somebody who came back after it. Rejects with `bad-request` for a touchpoint that is none.
 */
export async function cohorts(
  engine: Engine,
  asked: Asked,
  { first, back, unit, kind, zone }: CohortsQuestion,
): Promise<Cohorts> {
  const { from, to, ...lasting } = asked.filter;
  const scope = await scopeOf(engine, { ...asked, filter: lasting });
  const named = (code: number | null) => (code === null ? null : touchpointOf(scope, code));
  const names = { first: named(first), back: named(back) };
  const limits = { signal: asked.signal };
  const parameters = { ...scope.parameters, zone, first: first ?? 0, back: back ?? 0 };
  const [ends] = await engine.analysis.rows(
    z.object({ oldest: count, last: count }),
    `SELECT ${periodOf(unit, "min(toUnixTimestamp64Milli(start))")} AS oldest,
      ${periodOf(unit, `max(toUnixTimestamp64Milli(end)) + ${NEARLY}`)} - 1 AS last
    FROM journey FINAL WHERE ws = {ws:UInt32}`,
    parameters,
    limits,
  );
  const { oldest, last } = must(ends, "the last period");
  const span = Math.min(LISTED, last - oldest + 1);
  const followed = Math.min(FOLLOWED[unit], Math.max(1, Math.floor(span / 2)));
  const most = kind === "unbounded" ? followed : MOST[unit];
  const rows = await engine.analysis.rows(
    Row,
    countsSql(scope, { first, back, unit, kind, most }),
    {
      ...parameters,
      last,
      oldest: last + 2 - LISTED,
      from: from === undefined ? String(-(2n ** 62n)) : String(Date.parse(from)),
      to: to === undefined ? NEVER : String(Date.parse(to)),
    },
    limits,
  );
  const { shown } = await readTotals(engine, await scopeOf(engine, asked), asked.signal);
  return {
    unit,
    kind,
    zone,
    ...names,
    followed: kind === "unbounded" ? followed : null,
    ...cohortsFrom(rows, { unit, last, most, whole: kind === "unbounded" }),
    shown,
  };
}

/** A time after all others, in epoch milliseconds. */
const NEVER = String(2n ** 62n);

function countsSql(
  { journeys }: Scope,
  { first, back, unit, kind, most }: Omit<CohortsQuestion, "zone"> & { readonly most: number },
): string {
  const begun =
    first === null
      ? "begin"
      : `if(has(steps, {first:UInt16}), times[indexOf(steps, {first:UInt16})], ${NEVER})`;
  const visits =
    back === null ? "times" : "arrayFilter((time, step) -> step = {back:UInt16}, times, steps)";
  const known = `arrayFilter(since -> since BETWEEN 1 AND least(${most}, {last:Int32} - cohort),
    arrayMap(period -> period - cohort, seen))`;
  const since = {
    bracket: known,
    unbounded: `range(1, if(empty(${known}), 0, arrayMax(${known})) + 1)`,
  }[kind];
  return `SELECT if(listed, cohort, 0) AS cohort, since, count() AS people
    FROM (
      SELECT earliest, toInt32(${periodOf(unit, "earliest")}) AS cohort, seen,
        earliest >= {from:Int64} AND cohort >= {oldest:Int32} AS listed
      FROM (
        SELECT min(begun) AS earliest, groupUniqArrayArray(periods) AS seen
        FROM (
          SELECT person, ${begun} AS begun,
            arrayDistinct(arrayMap(time -> toInt32(${periodOf(unit, "time")}), ${visits})) AS periods
          FROM (
            SELECT person, steps, toUnixTimestamp64Milli(start) AS begin,
              arrayMap(since -> begin + toInt64(since), arrayCumSum(arrayPushFront(waits, toUInt64(0)))) AS times
            FROM ${journeys}
          )
        )
        GROUP BY person HAVING earliest < {to:Int64} AND earliest < ${NEVER}
      )
    )
    ARRAY JOIN arrayConcat([toInt32(0)], if(listed, arrayMap(each -> toInt32(each), ${since}), emptyArrayInt32())) AS since
    GROUP BY cohort, since ORDER BY cohort, since`;
}

/** Number of the month (12 · year + month) or of the week from Monday (since 1970) of epoch milliseconds in the zone. */
function periodOf(unit: CohortUnit, time: string): string {
  const at = `fromUnixTimestamp64Milli(toInt64(${time}), {zone:String})`;
  return unit === "month"
    ? monthOf(at)
    : `intDiv(dateDiff('day', toDate32('1970-01-01'), toDate32(${at})) + 3, 7)`;
}
