import { z } from "zod";
import { must } from "../../../core/assert.ts";
import type { Engine, Parameters } from "../../port.ts";
import type { Scope } from "../filter.ts";

export const DAY = 86_400_000;

const count = z.coerce.number();
const SpanRow = z.object({ first: count, last: count, longest: count });
const LeftOut = z.object({ people: count, before: count });

/** At most this part of the data is left out at its beginning. */
const MOST_LEFT_OUT = 1 / 6;

/** One journey of each person, so that what is compared is independent. */
export type People = {
  /**
   * FROM-expression with a row for each person: `begin` (ms), `steps`, `waits`, `times` of the steps (ms
   * after begin), `firsts` (each touchpoint once, in order) and `offsets` of these, `traits`, `measures`.
   */
  readonly from: string;
  readonly parameters: Parameters;
  /** Epoch milliseconds. */
  readonly first: number;
  readonly last: number;
  /** Journeys are told from here on: who came in before may have been under way when the data begins. */
  readonly known: number;
  readonly count: number;
  readonly begunBefore: number;
};

/**
 * Of each person one journey, drawn by hash. Journeys that began so soon after the data does that 95 %
 * of waits are longer are left out: they may have begun before it.
 */
export async function readPeople(
  engine: Engine,
  scope: Scope,
  signal: AbortSignal | undefined,
): Promise<People> {
  const limits = { signal };
  const rows = await engine.analysis.rows(
    SpanRow,
    `SELECT toInt64(quantileExact(0.001)(toUnixTimestamp64Milli(start))) AS first,
      toInt64(max(toUnixTimestamp64Milli(end))) AS last,
      (SELECT toInt64(quantileExactArray(0.95)(waits))
        FROM journey FINAL WHERE ws = {ws:UInt32}) AS longest
    FROM journey FINAL WHERE ws = {ws:UInt32}`,
    scope.parameters,
    limits,
  );
  const { first, last, longest } = must(rows[0], "the span of the data");
  const known = first + Math.min(longest, Math.round((last - first) * MOST_LEFT_OUT));
  const parameters: Parameters = { ...scope.parameters, known: String(known) };
  const told = `start >= fromUnixTimestamp64Milli({known:Int64}, 'UTC')`;
  const counted = await engine.analysis.rows(
    LeftOut,
    `SELECT uniqExactIf(person, ${told}) AS people, countIf(NOT (${told})) AS before
    FROM ${scope.journeys}`,
    parameters,
    limits,
  );
  const { people, before } = must(counted[0], "the people");
  const from = `(
    SELECT begin, steps, waits, traits, codes, values, abouts, saids, times,
      arrayFilter((step, nth) -> nth = 1, steps, arrayEnumerateUniq(steps)) AS firsts,
      arrayFilter((time, nth) -> nth = 1, times, arrayEnumerateUniq(steps)) AS offsets
    FROM (
      SELECT toUnixTimestamp64Milli(start) AS begin, steps, waits, traits,
        measures.code AS codes, measures.value AS values, measures.touchpoint AS abouts,
        arrayMap(time -> toUnixTimestamp64Milli(time), measures.time) AS saids,
        arrayMap(time -> toInt64(time), arrayCumSum(arrayPushFront(waits, toUInt64(0)))) AS times
      FROM ${scope.journeys}
      WHERE ${told} AND (person, cityHash64(journey)) IN (
        SELECT person, min(cityHash64(journey)) FROM ${scope.journeys} WHERE ${told} GROUP BY person)
    )
  )`;
  return { from, parameters, first, last, known, count: people, begunBefore: before };
}
