import { z } from "zod";
import { must } from "../../../core/assert.ts";
import type { Measured } from "../../../core/question/goals/measured.ts";
import type { Engine, Parameters } from "../../port.ts";
import type { Scope } from "../filter.ts";

/** A goal that is measured in single journeys. */
export type Counted = Exclude<Measured, { by: "pinned" }>;

const count = z.coerce.number();
const End = z.object({ latest: count });
const WaitRow = z.object({ nth: count, wait: count });

/** By so long all but one in twenty of those who get there have done so. */
const WATCHED = 0.95;

/**
 * What single journeys tell of goals: a FROM-expression with `facts`, an array with a tuple for each goal: whether
 * the journey counts, since when, the outcome, whether it came to what was waited for, after how long, and what an answer
 * was about. Times are milliseconds.
 */
export type Facts = {
  readonly sql: string;
  readonly parameters: Parameters;
  /** The last moment in the data. */
  readonly latest: number;
  /** Per goal: who counts since later than this cannot be told of yet, and for how long one has to wait. */
  readonly horizons: readonly { readonly latest: number; readonly wait: number }[];
};

/**
 * Reads off every journey what each goal asks, and how long one has to wait before it can be told. Who comes
 * somewhere does so with a delay; of journeys that began lately those are missing who are still to come.
 */
export async function readFacts(
  engine: Engine,
  scope: Scope,
  counted: readonly Counted[],
  signal: AbortSignal | undefined,
): Promise<Facts> {
  const parameters: Record<string, Parameters[string]> = { ...scope.parameters };
  const parts = counted.map((each, nth) => partOf(each, nth, parameters));
  const all = `(
    SELECT toUnixTimestamp64Milli(start) AS begin, steps, cityHash64(journey) AS lot,
      arrayMap(time -> toInt64(time), arrayCumSum(arrayPushFront(waits, toUInt64(0)))) AS at,
      arrayZip(measures.code, measures.touchpoint, measures.value) AS said
    FROM ${scope.journeys})`;
  const first = parts.flatMap(({ first: own }) => own);
  const second = parts.flatMap(({ second: own }) => own);
  const sql = `(
    SELECT [${parts.map(({ fact }) => fact).join(",\n      ")}] AS facts
    FROM (SELECT ${["*", ...second].join(", ")} FROM (SELECT ${["*", ...first].join(", ")} FROM ${all})))`;
  const [end] = await engine.analysis.rows(
    End,
    `SELECT max(begin + at[-1]) AS latest FROM ${all}`,
    parameters,
    { signal },
  );
  const { latest } = must(end, "the last moment");
  const waits =
    counted.length === 0
      ? []
      : await engine.analysis.rows(
          WaitRow,
          `SELECT nth, quantileExact(${WATCHED})(fact.5) AS wait
          FROM (SELECT facts FROM ${sql}) ARRAY JOIN facts AS fact, arrayEnumerate(facts) AS nth
          WHERE fact.1 = 1 AND fact.4 = 1 GROUP BY nth`,
          parameters,
          { signal },
        );
  const waitOf = new Map(waits.map(({ nth, wait }) => [nth - 1, wait]));
  return {
    sql,
    parameters,
    latest,
    horizons: counted.map(({ by }, nth) => {
      const wait = by === "score" ? 0 : (waitOf.get(nth) ?? 0);
      return { latest: latest - wait, wait };
    }),
  };
}

/** The SQL of one goal: what is computed first, what from that, and the tuple. */
function partOf(
  counted: Counted,
  nth: number,
  parameters: Record<string, Parameters[string]>,
): { readonly first: string[]; readonly second: string[]; readonly fact: string } {
  const list = (name: string, codes: readonly number[]) => {
    parameters[`${name}${nth}`] = codes;
    return `{${name}${nth}:Array(UInt16)}`;
  };
  const [k, r] = [`k${nth}`, `r${nth}`];
  const tuple = (...of: readonly [string, string, string, string, string, string]) => {
    const kinds = ["UInt8", "Int64", "Float64", "UInt8", "Int64", "UInt16"];
    return `(${of.map((sql, at) => `to${kinds[at]}(${sql})`).join(", ")})`;
  };
  switch (counted.by) {
    case "reach": {
      const target = list("reach", counted.reach);
      if (counted.among === null)
        return {
          first: [`arrayFirstIndex(step -> has(${target}, step), steps) AS ${r}`],
          second: [],
          fact: tuple("1", "begin", `${r} > 0`, `${r} > 0`, `if(${r} > 0, at[${r}], 0)`, "0"),
        };
      const gate = list("among", counted.among);
      return {
        first: [`arrayFirstIndex(step -> has(${gate}, step), steps) AS ${k}`],
        second: [
          `arrayFirstIndex((step, place) -> place > ${k} AND has(${target}, step), steps, arrayEnumerate(steps)) AS ${r}`,
        ],
        fact: tuple(
          `${k} > 0`,
          `begin + if(${k} > 0, at[${k}], 0)`,
          `${k} > 0 AND ${r} > 0`,
          `${k} > 0 AND ${r} > 0`,
          `if(${k} > 0 AND ${r} > 0, at[${r}] - at[${k}], 0)`,
          "0",
        ),
      };
    }
    case "leave": {
      const gate = list("among", counted.among);
      const went = `${k} > 0 AND ${k} < length(steps)`;
      return {
        first: [`arrayLastIndex(step -> has(${gate}, step), steps) AS ${k}`],
        second: [],
        fact: tuple(
          `${k} > 0`,
          `begin + if(${k} > 0, at[${k}], 0)`,
          `${k} > 0 AND ${k} = length(steps)`,
          went,
          `if(${went}, at[${k} + 1] - at[${k}], 0)`,
          "0",
        ),
      };
    }
    case "score": {
      parameters[`score${nth}`] = counted.score.code;
      const about = counted.about === null ? "" : ` AND has(${list("about", counted.about)}, m.2)`;
      const [all, one] = [`all${nth}`, `one${nth}`];
      return {
        first: [`arrayFilter(m -> m.1 = {score${nth}:UInt16}${about}, said) AS ${all}`],
        // Of several answers one is drawn by lot, always the same.
        second: [`${all}[1 + lot % greatest(length(${all}), 1)] AS ${one}`],
        fact: tuple(`notEmpty(${all})`, "begin", `${one}.3`, "0", "0", `${one}.2`),
      };
    }
  }
}
