import { z } from "zod";
import { must } from "../../core/assert.ts";
import { timesTo, type TimeTo, type Times } from "../../core/question/time-to.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { aimed, type Aim } from "./aim.ts";
import { scopeOf } from "./filter.ts";
import { readTotals } from "./totals.ts";
import { touchpointOf } from "./touchpoint-of.ts";

const count = z.coerce.number();
const Span = z.object({ begun: count, longest: z.coerce.number().nullable() });
const MomentRow = z.object({
  name: z.string(),
  time: z.coerce.number(),
  reached: count,
  censored: count,
});

/** Durations are told apart in so many steps, from nothing to the longest. */
const STEPS = 20_000;
/** Most groups that are compared, by size. */
const GROUPS = 6;

export type TimeToQuestion = {
  readonly aim: Aim | null;
  /** Code of the touchpoint at which the clock begins; null = the start of the journey. */
  readonly from: number | null;
  /** Attribute whose values are compared. */
  readonly by: string | null;
};

/**
 * How long it takes until a goal. The clock of a journey begins at its first visit to `from`; one that
 * never reaches the goal counts as still on its way until the last event of the data, since nothing
 * says that it won't. Rejects with `bad-request` for touchpoints that are none.
 */
export async function timeTo(
  engine: Engine,
  asked: Asked,
  { aim, from, by }: TimeToQuestion,
): Promise<TimeTo> {
  const scope = await scopeOf(engine, asked);
  const goal = await aimed(engine, scope, aim, asked.signal);
  const clock = from === null ? null : touchpointOf(scope, from);
  const limits = { signal: asked.signal };
  const parameters = {
    ...scope.parameters,
    goal: goal.touchpoints.map(({ code }) => code),
    begin: from ?? 0,
    by: by ?? "",
  };
  const begin = from === null ? "1" : "indexOf(steps, {begin:UInt16})";
  const times = `(
    SELECT traits, to > 0 AS went, if(went, at[begin + to] - at[begin], seen - at[begin]) AS milliseconds
    FROM (
      SELECT traits, ${begin} AS begin, arrayCumSum(arrayPushFront(waits, toUInt64(0))) AS at,
        arrayFirstIndex(step -> has({goal:Array(UInt16)}, step), arraySlice(steps, begin + 1)) AS to,
        toUInt64(toUnixTimestamp64Milli(
          (SELECT max(end) FROM journey FINAL WHERE ws = {ws:UInt32})) - toUnixTimestamp64Milli(start)) AS seen
      FROM ${scope.journeys} WHERE begin > 0
    ))`;
  const spans = await engine.analysis.rows(
    Span,
    `SELECT count() AS begun, max(milliseconds) AS longest FROM ${times}`,
    parameters,
    limits,
  );
  const { begun, longest } = must(spans[0], "the longest time");
  const resolution = Math.max(1, Math.ceil((longest ?? 0) / 1000 / STEPS));
  const name =
    by === null
      ? "''"
      : `arrayFirst(value -> has(traits, sipHash64({by:String}, value)), (
          SELECT groupArray(value) FROM (
            SELECT DISTINCT value FROM trait WHERE ws = {ws:UInt32} AND name = {by:String} ORDER BY value)))`;
  const rows = await engine.analysis.rows(
    MomentRow,
    `SELECT ${name} AS name, intDiv(milliseconds, ${resolution * 1000}) AS time,
      countIf(went) AS reached, countIf(NOT went) AS censored
    FROM ${times} GROUP BY name, time ORDER BY name, time`,
    parameters,
    limits,
  );
  const groups = new Map<string, Times & { moments: z.infer<typeof MomentRow>[] }>();
  for (const row of rows) {
    const group = groups.get(row.name) ?? { name: row.name, moments: [] };
    group.moments.push(row);
    groups.set(row.name, group);
  }
  const { journeys, shown } = await readTotals(engine, scope, asked.signal);
  const largest = [...groups.values()]
    .toSorted((one, other) => size(other) - size(one))
    .slice(0, GROUPS);
  return {
    journeys,
    goal,
    from: clock?.label ?? null,
    begun,
    by,
    ...timesTo(largest, resolution),
    resolutionSeconds: resolution,
    shown,
  };
}

function size({ moments }: Times): number {
  return moments.reduce((sum, { reached, censored }) => sum + reached + censored, 0);
}
