import { z } from "zod";
import type { Duration } from "../../core/evidence/interval.ts";
import { funnelSteps, type Funnel, type FunnelOrder } from "../../core/question/funnel.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { quartiles, Quartiles, toDuration } from "./duration.ts";
import { scopeOf } from "./filter.ts";
import { readTotals } from "./totals.ts";
import { touchpointOf } from "./touchpoint-of.ts";

const count = z.coerce.number();
const Depth = z.object({ depth: z.number(), count });
const Wait = z.object({ nth: z.number(), n: count, q: Quartiles });

export type FunnelQuestion = {
  /** Codes of touchpoints, in the order of the funnel. */
  readonly steps: readonly number[];
  readonly order: FunnelOrder;
  readonly withinHours: number | null;
};

/**
 * How many journeys pass touchpoints one after the other. A journey counts by its best try: of all
 * places where it could begin, the one from which it comes furthest, the earliest of equals.
 * Rejects with `bad-request` for a touchpoint that is none.
 */
export async function funnel(
  engine: Engine,
  asked: Asked,
  { steps, order, withinHours }: FunnelQuestion,
): Promise<Funnel> {
  const scope = await scopeOf(engine, asked);
  const touchpoints = steps.map((code) => touchpointOf(scope, code));
  const parameters = {
    ...scope.parameters,
    wanted: steps,
    within: withinHours === null ? String(2n ** 62n) : String(Math.round(withinHours * 3_600_000)),
  };
  const limits = { signal: asked.signal };
  const best = `(
    SELECT arrayFirst(try -> length(try) = arrayMax(t -> length(t), tries), tries) AS times
    FROM (
      SELECT arrayMap(hits -> arraySlice(hits, 1, arrayFirstIndex(hit -> hit = 0, arrayPushBack(hits, 0)) - 1),
        arrayMap(begin -> ${hits[order]},
          arrayFilter((nth, step) -> ${begins[order]}, arrayEnumerate(steps), steps))) AS tries
      FROM (SELECT steps, arrayCumSum(arrayPushFront(waits, toUInt64(0))) AS at FROM ${scope.journeys})
    ) WHERE notEmpty(tries))`;
  const depths = await engine.analysis.rows(
    Depth,
    `SELECT toUInt16(length(times)) AS depth, count() AS count FROM ${best} GROUP BY depth`,
    parameters,
    limits,
  );
  const waits = await engine.analysis.rows(
    Wait,
    `SELECT nth, count() AS n, ${quartiles("wait")} AS q
    FROM ${best} ARRAY JOIN arrayEnumerate(times) AS nth,
      ${order === "any" ? "arrayMap(time -> abs(toInt64(time) - toInt64(times[1])), times)" : "arrayDifference(times)"} AS wait
    WHERE nth > 1 GROUP BY nth`,
    parameters,
    limits,
  );
  const { journeys, shown } = await readTotals(engine, scope, asked.signal);
  const durations = touchpoints.map((_, nth): Duration => {
    const row = waits.find((each) => each.nth === nth + 1);
    return toDuration(row?.n ?? 0, row?.q ?? [null, null, null]);
  });
  const furthest = new Map(depths.map(({ depth, count: journeys_ }) => [depth, journeys_]));
  return {
    journeys,
    order,
    withinHours,
    steps: funnelSteps(touchpoints, furthest, durations, journeys),
    shown,
  };
}

const wanted = "{wanted:Array(UInt16)}";
const inTime = (when: string) => `${when} <= at[begin] + {within:UInt64}`;
const found = (when: string) => `${when} + 1`;

/** From a beginning on, the times of the steps that were passed, counted from 1; 0 for one that was not. */
const hits: Record<FunnelOrder, string> = {
  ordered: `arrayFold((hits, step, when) -> if(step = ${wanted}[length(hits) + 1] AND ${inTime("when")},
      arrayPushBack(hits, ${found("when")}), hits),
    arraySlice(steps, begin), arraySlice(at, begin), emptyArrayUInt64())`,
  strict: `arrayMap((one, nth) -> if(steps[begin + nth - 1] = one AND ${inTime("at[begin + nth - 1]")},
      ${found("at[begin + nth - 1]")}, 0), ${wanted}, arrayEnumerate(${wanted}))`,
  any: `arrayMap(one -> arrayFirst((hit, step) -> step = one AND ${inTime("hit - 1")},
      arrayMap(when -> ${found("when")}, arraySlice(at, begin)), arraySlice(steps, begin)), ${wanted})`,
};

/** Where a try may begin. */
const begins: Record<FunnelOrder, string> = {
  ordered: `step = ${wanted}[1]`,
  strict: `step = ${wanted}[1]`,
  any: `has(${wanted}, step)`,
};
