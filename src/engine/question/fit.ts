import { z } from "zod";
import type { Journey } from "../../core/map/journey.ts";
import { fitOf, type Fit, type Way } from "../../core/question/fit/fit.ts";
import { modelOf } from "../../core/question/fit/model.ts";
import { layOver } from "../evidence/lay-over.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { readTotals } from "./totals.ts";
import { readUndrawn } from "./undrawn.ts";

const count = z.coerce.number();
const WayRow = z.object({
  path: z.array(z.number()),
  count,
  undrawn: count,
  squares: count,
  clean: count,
  example: z.string(),
});
const SeenRow = z.object({ at: z.number() });

/** Most different ways that are laid along the map, the most taken first. */
const WAYS = 50_000;

/** How a drawn map and the journeys of the data fit each other. */
export async function fit(engine: Engine, asked: Asked, journey: Journey): Promise<Fit> {
  const laid = await layOver(engine, asked, journey);
  const { bound, parameters, limits, scope, drawn } = laid;
  const ways: Way[] = await engine.analysis.rows(
    WayRow,
    `SELECT path, count() AS count, sum(other) AS undrawn, sum(other * other) AS squares,
      countIf(other = 0) AS clean, min(journey) AS example
    FROM (
      SELECT journey, arrayFilter(at -> at != 0, arrayMap(step -> ${drawn("step")}, steps)) AS path,
        length(steps) - length(path) AS other
      FROM ${scope.journeys}
    )
    GROUP BY path ORDER BY count DESC, path LIMIT ${WAYS}`,
    parameters,
    limits,
  );
  const { journeys, shown } = await readTotals(engine, scope, asked.signal);
  const seen = await engine.analysis.rows(
    SeenRow,
    `SELECT DISTINCT arrayJoin(arrayMap(step -> ${drawn("step")}, steps)) AS at FROM ${scope.journeys}`,
    parameters,
    limits,
  );
  const places = new Set(seen.map(({ at }) => at));
  return {
    journeys,
    ...fitOf(modelOf(journey, bound), ways),
    undrawn: await readUndrawn(engine, laid, journeys),
    unseen: bound.flatMap(({ id, codes }, nth) =>
      places.has(nth + 1) ? [] : [{ id, bound: codes.length > 0 }],
    ),
    shown,
  };
}
