import { z } from "zod";
import { must } from "../../core/assert.ts";
import { rate } from "../../core/evidence/interval.ts";
import type { Routes } from "../../core/question/answers.ts";
import { labeller } from "../../core/question/touchpoint-name.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { quartiles, Quartiles, toDuration } from "./duration.ts";
import { allJourneys, scopeOf } from "./filter.ts";

const count = z.coerce.number();
const Row = z.object({
  id: z.string(),
  steps: z.array(z.number()),
  count,
  example: z.string(),
  q: Quartiles,
});
const Totals = z.object({ journeys: count, total: count, of: count });

/** The routes that journeys take, the `limit` most taken ones first, and how many take another. */
export async function routes(engine: Engine, asked: Asked, limit: number): Promise<Routes> {
  const { journeys, parameters, touchpoints } = await scopeOf(engine, asked);
  const limits = { signal: asked.signal };
  const rows = await engine.analysis.rows(
    Row,
    `SELECT route AS id, any(steps) AS steps, count() AS count, min(journey) AS example,
      ${quartiles("toUnixTimestamp64Milli(end) - toUnixTimestamp64Milli(start)")} AS q
    FROM ${journeys} WHERE route IN (
      SELECT route FROM ${journeys} GROUP BY route ORDER BY count() DESC, route LIMIT {limit:UInt32}
    )
    GROUP BY route ORDER BY count DESC, route`,
    { ...parameters, limit },
    limits,
  );
  const totals = await engine.analysis.rows(
    Totals,
    `SELECT count() AS journeys, uniqExact(route) AS total, ${allJourneys} AS of FROM ${journeys}`,
    parameters,
    limits,
  );
  const { of, ...figures } = must(totals[0], "the totals");
  const label = labeller(touchpoints);
  const listed = rows.reduce((sum, row) => sum + row.count, 0);
  return {
    ...figures,
    routes: rows.map(({ q, steps, ...row }) => ({
      ...row,
      steps: steps.map(label),
      share: rate(row.count, figures.journeys),
      duration: toDuration(row.count, q),
    })),
    rest: figures.journeys - listed,
    shown: { journeys: figures.journeys, of },
  };
}
