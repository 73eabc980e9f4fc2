import { z } from "zod";
import { must } from "../../core/assert.ts";
import { rate } from "../../core/evidence/interval.ts";
import { END, START, type Flow } from "../../core/question/answers.ts";
import { labeller } from "../../core/question/touchpoint-name.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { quartiles, Quartiles, toDuration } from "./duration.ts";
import { allJourneys, scopeOf } from "./filter.ts";

const count = z.coerce.number();
/** Code 0 is no touchpoint: here it stands for START and END. */
const Edge = z.object({ from: z.number(), to: z.number(), count, q: Quartiles });
const Totals = z.object({ journeys: count, events: count, of: count });

/**
 * What follows on what, with counts and the wait between the two. At every touchpoint as many go in
 * as out; START leads into and END follows every journey once. Most travelled first.
 */
export async function flow(engine: Engine, asked: Asked): Promise<Flow> {
  const { journeys, parameters, touchpoints } = await scopeOf(engine, asked);
  const limits = { signal: asked.signal };
  const none = "[NULL, NULL, NULL]::Array(Nullable(Float64))";
  const edges = await engine.analysis.rows(
    Edge,
    `SELECT from, to, toUInt64(count()) AS count, ${quartiles("wait")}::Array(Nullable(Float64)) AS q
    FROM (SELECT steps, waits FROM ${journeys})
    ARRAY JOIN arrayPopBack(steps) AS from, arrayPopFront(steps) AS to, waits AS wait
    GROUP BY from, to
    UNION ALL
    SELECT toUInt16(0) AS from, steps[1] AS to, count() AS count, ${none} AS q
    FROM ${journeys} GROUP BY to
    UNION ALL
    SELECT steps[-1] AS from, toUInt16(0) AS to, count() AS count, ${none} AS q
    FROM ${journeys} GROUP BY from`,
    parameters,
    limits,
  );
  const totals = await engine.analysis.rows(
    Totals,
    `SELECT count() AS journeys, sum(length(steps)) AS events, ${allJourneys} AS of FROM ${journeys}`,
    parameters,
    limits,
  );
  const { of, ...figures } = must(totals[0], "the totals");
  const leaving = new Map<number, number>();
  for (const edge of edges) leaving.set(edge.from, (leaving.get(edge.from) ?? 0) + edge.count);
  const label = labeller(touchpoints);
  return {
    ...figures,
    edges: edges
      .toSorted((a, b) => b.count - a.count || a.from - b.from || a.to - b.to)
      .map((edge) => {
        const { p25Seconds, medianSeconds, p75Seconds } = toDuration(edge.count, edge.q);
        return {
          from: edge.from === 0 ? START : label(edge.from),
          to: edge.to === 0 ? END : label(edge.to),
          count: edge.count,
          share: rate(edge.count, leaving.get(edge.from)!),
          p25Seconds,
          medianSeconds,
          p75Seconds,
        };
      }),
    shown: { journeys: figures.journeys, of },
  };
}
