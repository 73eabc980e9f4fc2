import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Shown } from "../../core/question/answers.ts";
import type { Engine } from "../port.ts";
import type { Scope } from "./filter.ts";

const count = z.coerce.number();
const Totals = z.object({ journeys: count, events: count, of: count });

export type Totals = {
  readonly journeys: number;
  readonly events: number;
  readonly shown: Shown;
};

/** What all parts of an answer must add up to, read in one go with how many journeys there are in all. */
export async function readTotals(
  engine: Engine,
  scope: Scope,
  signal: AbortSignal | undefined,
): Promise<Totals> {
  const rows = await engine.analysis.rows(
    Totals,
    `SELECT count() AS of, countIf(${scope.test}) AS journeys,
      sumIf(length(steps), ${scope.test}) AS events
    FROM journey FINAL WHERE ws = {ws:UInt32}`,
    scope.parameters,
    { signal },
  );
  const { of, ...totals } = must(rows[0], "the totals");
  return { ...totals, shown: { journeys: totals.journeys, of } };
}
