import { z } from "zod";
import { must } from "../../core/assert.ts";
import { rate } from "../../core/evidence/interval.ts";
import type { Routes } from "../../core/question/answers.ts";
import { labeller } from "../../core/question/touchpoint-name.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { quartiles, Quartiles, toDuration } from "./duration.ts";
import { scopeOf } from "./filter.ts";
import { readTotals } from "./totals.ts";

const count = z.coerce.number();
const Row = z.object({
  id: z.string(),
  steps: z.array(z.number()),
  count,
  example: z.string(),
  q: Quartiles,
});

/** The routes that journeys take, the `limit` most taken ones first, and how many take another. */
export async function routes(engine: Engine, asked: Asked, limit: number): Promise<Routes> {
  const scope = await scopeOf(engine, asked);
  const { journeys, parameters, touchpoints } = scope;
  const rows = await engine.analysis.rows(
    Row,
    `SELECT route AS id, any(steps) AS steps, count() AS count, min(journey) AS example,
      ${quartiles("toUnixTimestamp64Milli(end) - toUnixTimestamp64Milli(start)")} AS q
    FROM ${journeys} WHERE route IN (
      SELECT route FROM ${journeys} GROUP BY route ORDER BY count() DESC, route LIMIT {limit:UInt32}
    )
    GROUP BY route ORDER BY count DESC, route`,
    { ...parameters, limit },
    { signal: asked.signal },
  );
  const different = await engine.analysis.rows(
    z.object({ total: count }),
    `SELECT uniqExact(route) AS total FROM ${journeys}`,
    parameters,
    { signal: asked.signal },
  );
  const totals = await readTotals(engine, scope, asked.signal);
  const label = labeller(touchpoints);
  const listed = rows.reduce((sum, row) => sum + row.count, 0);
  return {
    journeys: totals.journeys,
    total: must(different[0], "the number of routes").total,
    routes: rows.map(({ q, steps, ...row }) => ({
      ...row,
      steps: steps.map(label),
      share: rate(row.count, totals.journeys),
      duration: toDuration(row.count, q),
    })),
    rest: totals.journeys - listed,
    shown: totals.shown,
  };
}
