import { z } from "zod";
import type { DaySeries, SourceDays } from "../../../core/question/alerts/judge-days.ts";
import type { Engine } from "../../port.ts";

const DAY = 86_400_000;
const count = z.coerce.number();
const numbers = z.array(z.number());
const LastRow = z.object({ last: count });
const SeriesRow = z.object({ at: z.number(), to: z.number(), days: numbers, counts: numbers });
const SourceRow = z.object({ source: z.string(), days: numbers, counts: numbers });
const TellsRow = z.object({ code: z.number(), source: z.string() });

/** Series that are looked at, most customers first. */
const MOST = 400;

/** What customers did day by day, up to the last whole day of the data. */
export type Days = {
  /** First day, days since 1970, and how many there are. */
  readonly first: number;
  readonly length: number;
  readonly series: readonly DaySeries[];
  readonly sources: readonly SourceDays[];
};

/**
 * Customers per day at each touchpoint and on each way from one to the next, and events per source, over
 * the last `length` days. A series ends with its source: what a source has not told yet is nobody's
 * staying away. Null without a whole day.
 */
export async function readDays(
  engine: Engine,
  ws: number,
  { length, today }: { readonly length: number; readonly today: number },
  signal?: AbortSignal,
): Promise<Days | null> {
  const limits = { signal };
  const rows = await engine.analysis.rows(
    LastRow,
    `SELECT toInt64(max(toUnixTimestamp64Milli(end))) AS last FROM journey FINAL
    WHERE ws = {ws:UInt32} AND end < fromUnixTimestamp64Milli({tomorrow:Int64}, 'UTC')`,
    { ws, tomorrow: String((today + 1) * DAY) },
    limits,
  );
  // The day on which the data ends is hardly ever a whole one.
  const end = Math.floor((rows[0]?.last ?? 0) / DAY);
  const first = end - length;
  if (first < 0) return null;
  const parameters = { ws, first, end, since: String(first * DAY) };
  const steps = `(
    SELECT person, steps, arrayMap(time -> toUInt32(intDiv(begin + toInt64(time), ${DAY})),
      arrayCumSum(arrayPushFront(waits, toUInt64(0)))) AS ons
    FROM (
      SELECT person, steps, waits, toUnixTimestamp64Milli(start) AS begin FROM journey FINAL
      WHERE ws = {ws:UInt32} AND end >= fromUnixTimestamp64Milli({since:Int64}, 'UTC')
    )
  )`;
  const found = await engine.analysis.rows(
    SeriesRow,
    `SELECT at, to, groupArray(day) AS days, groupArray(people) AS counts FROM (
      SELECT at, to, day, toUInt32(uniqExact(person)) AS people FROM (
        SELECT person, step AS at, toUInt16(0) AS to, day FROM ${steps}
        ARRAY JOIN steps AS step, ons AS day
        UNION ALL
        SELECT person, step AS at, next AS to, day FROM ${steps}
        ARRAY JOIN arrayPopBack(steps) AS step, arrayPopFront(steps) AS next, arrayPopFront(ons) AS day)
      WHERE day >= {first:UInt32} AND day < {end:UInt32} GROUP BY at, to, day)
    GROUP BY at, to HAVING arraySum(counts) >= {length:UInt32}
    ORDER BY arraySum(counts) DESC, at, to LIMIT ${MOST}`,
    { ...parameters, length },
    limits,
  );
  const told = await engine.analysis.rows(
    SourceRow,
    `SELECT source, groupArray(day) AS days, groupArray(events) AS counts FROM (
      SELECT toString(source) AS source, toUInt32(intDiv(toUnixTimestamp64Milli(time), ${DAY})) AS day,
        toUInt32(count()) AS events
      FROM event WHERE ws = {ws:UInt32} AND kind = 'event' AND time >= fromUnixTimestamp64Milli({since:Int64}, 'UTC')
      GROUP BY source, day)
    GROUP BY source ORDER BY source`,
    parameters,
    limits,
  );
  const tells = await engine.analysis.rows(
    TellsRow,
    `SELECT code, argMax(source, (events, source)) AS source FROM (
      SELECT event, channel, toString(source) AS source, count() AS events FROM event
      WHERE ws = {ws:UInt32} AND kind = 'event' GROUP BY event, channel, source) AS told
    JOIN (SELECT code, event, channel FROM touchpoint FINAL WHERE ws = {ws:UInt32}) AS named
      ON named.event = told.event AND named.channel = told.channel
    GROUP BY code`,
    parameters,
    limits,
  );
  const sourceOf = new Map(tells.map(({ code, source }) => [code, source]));
  const lastOf = new Map(told.map(({ source, days }) => [source, Math.max(...days)]));
  const dense = (days: readonly number[], counts: readonly number[], until: number) => {
    const all = Array.from({ length: Math.max(0, Math.min(end, until) - first) }, () => 0);
    for (const [nth, day] of days.entries())
      if (day - first < all.length) all[day - first] = counts[nth]!;
    return all;
  };
  return {
    first,
    length,
    series: found.map(({ at, to, days, counts }) => {
      const source = sourceOf.get(to === 0 ? at : to) ?? "";
      const until = lastOf.get(source) ?? end;
      return { at, to: to === 0 ? null : to, counts: dense(days, counts, until), source };
    }),
    sources: told.map(({ source, days, counts }) => ({
      source,
      counts: dense(days, counts, end),
    })),
  };
}
