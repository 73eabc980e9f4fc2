import { z } from "zod";
import { must } from "../../../core/assert.ts";
import type { Outcome } from "../../../core/question/drivers/drivers.ts";
import type { Goal } from "../../../core/question/towards.ts";
import type { Engine, Parameters } from "../../port.ts";
import type { Scope } from "../filter.ts";

/** What is to be explained: an outcome by the code of its measure, or a goal. */
export type Sought = {
  readonly outcome: Outcome;
  /** Code of the measure; 0 for the goal. */
  readonly code: number;
  readonly goal: Goal | null;
  /** Only answers about these touchpoints. */
  readonly about: readonly number[] | null;
};

/**
 * Journeys with their outcome and what happened up to then: a FROM-expression with `y`, `about` (what the
 * answer was about, 0 without), `s` and `w` (steps and the waits between them, in milliseconds), `at`,
 * `until` and `begin` (times of steps and of the answer, and of the first step since 1970), `known` (code, touchpoint, value, time of measures)
 * and `traits`.
 */
export type Answered = { readonly sql: string; readonly parameters: Parameters };

/** When nothing says until when it was watched. */
export const ALWAYS = "toInt64(9000000000000000000)";

/**
 * A journey counts once: of several answers one is drawn by lot, always the same. What came after the answer,
 * or after the goal, explains neither. For a goal only those count who began so long ago that 95 % of
 * those who reach it have done so by then; for coming again everybody's first time does.
 */
export async function answered(
  engine: Engine,
  scope: Scope,
  { outcome, code, goal, about }: Sought,
  signal: AbortSignal | undefined,
): Promise<Answered> {
  const parameters: Parameters = {
    ...scope.parameters,
    outcome: code,
    goal: goal?.touchpoints.map((each) => each.code) ?? [],
    about: about ?? [],
  };
  const all = `(
    SELECT person, start, traits, steps, waits, toUnixTimestamp64Milli(start) AS begin,
      arrayCumSum(arrayPushFront(waits, toUInt64(0))) AS at, cityHash64(journey) AS lot,
      arrayMap((code, touchpoint, value, time) -> (code, touchpoint, value, toUnixTimestamp64Milli(time) - begin),
        measures.code, measures.touchpoint, measures.value, measures.time) AS said
    FROM ${scope.journeys})`;
  const cut = (from: string) => `(
    SELECT y, about, begin, at, until, traits, arraySlice(steps, 1, k) AS s,
      arraySlice(waits, 1, greatest(k, 1) - 1) AS w, arrayFilter(m -> m.4 <= until, said) AS known
    FROM ${from})`;
  const reached = "arrayFirstIndex(step -> has({goal:Array(UInt16)}, step), steps)";
  switch (outcome.kind) {
    case "score":
      return {
        parameters,
        sql: cut(`(
          SELECT *, answer.3 AS y, answer.2 AS about, answer.4 AS until,
            arrayCount(time -> toInt64(time) <= until, at) AS k
          FROM (
            SELECT *, arrayFilter(m -> m.1 = {outcome:UInt16}
                ${about === null ? "" : "AND has({about:Array(UInt16)}, m.2)"}, said) AS answers,
              answers[1 + lot % greatest(length(answers), 1)] AS answer
            FROM ${all} WHERE notEmpty(answers)
          ))`),
      };
    case "amount":
      return {
        parameters,
        sql: cut(`(
          SELECT *, arraySum(arrayMap(m -> if(m.1 = {outcome:UInt16}, m.3, 0), said)) AS y,
            toUInt16(0) AS about, ${ALWAYS} AS until, length(steps) AS k FROM ${all})`),
      };
    case "goal":
      return {
        parameters: {
          ...parameters,
          latest: String(await latestBegin(engine, all, reached, parameters, signal)),
        },
        sql: cut(`(
          SELECT *, ${reached} AS nth, toFloat64(nth > 0) AS y, toUInt16(0) AS about,
            if(nth > 0, toInt64(at[nth]) - 1, ${ALWAYS}) AS until, toUInt64(if(nth > 0, toInt64(nth) - 1, toInt64(length(steps)))) AS k
          FROM ${all} WHERE begin <= {latest:Int64})`),
      };
    case "again":
      return {
        parameters,
        sql: cut(`(
          SELECT *, ${reached} AS nth, toFloat64(times > 1) AS y, toUInt16(0) AS about,
            toInt64(at[nth]) AS until, nth AS k
          FROM ${all} AS own
          JOIN (
            SELECT person AS whose, min(start) AS first,
              sum(arrayMax(arrayMap(code -> countEqual(steps, code), {goal:Array(UInt16)}))) AS times
            FROM ${scope.journeys} WHERE hasAny(steps, {goal:Array(UInt16)}) GROUP BY person
          ) AS reaching ON reaching.whose = own.person
          WHERE start = first AND nth > 0)`),
      };
  }
}

const Horizon = z.object({ latest: z.coerce.number(), wait: z.coerce.number().nullable() });

/** Since when it is too early to tell who will not reach the goal. */
async function latestBegin(
  engine: Engine,
  all: string,
  reached: string,
  parameters: Parameters,
  signal: AbortSignal | undefined,
): Promise<number> {
  const rows = await engine.analysis.rows(
    Horizon,
    `SELECT max(begin + toInt64(at[-1])) AS latest, quantileExactIf(0.95)(at[nth], nth > 0) AS wait
    FROM (SELECT begin, at, ${reached} AS nth FROM ${all})`,
    parameters,
    { signal },
  );
  const { latest, wait } = must(rows[0], "the last event");
  return Math.floor(latest - (wait ?? 0));
}
