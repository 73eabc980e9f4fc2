import { z } from "zod";
import { must } from "../../core/assert.ts";
import { rate } from "../../core/evidence/interval.ts";
import type { Journey } from "../../core/map/journey.ts";
import { fitOf, type Fit, type Undrawn, type Way } from "../../core/question/fit/fit.ts";
import { modelOf } from "../../core/question/fit/model.ts";
import { layOver, type Laid } from "../evidence/lay-over.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { readTotals } from "./totals.ts";

const count = z.coerce.number();
const WayRow = z.object({
  path: z.array(z.number()),
  count,
  undrawn: count,
  squares: count,
  clean: count,
  example: z.string(),
});
const PassingRow = z.object({ code: z.number(), journeys: count });
const BeforeRow = z.object({ code: z.number(), before: z.number() });
const SeenRow = z.object({ at: z.number() });

/** Most different ways that are laid along the map, the most taken first. */
const WAYS = 50_000;
const UNDRAWN = 50;

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

/** Touchpoints that nothing on the map claims, and after which drawn one they most often come. */
async function readUndrawn(engine: Engine, laid: Laid, journeys: number): Promise<Undrawn[]> {
  const { bound, parameters, limits, scope, drawn } = laid;
  const passing = await engine.analysis.rows(
    PassingRow,
    `SELECT code, count() AS journeys
    FROM (SELECT arrayFilter(step -> ${drawn("step")} = 0, steps) AS others FROM ${scope.journeys})
    ARRAY JOIN arrayDistinct(others) AS code
    GROUP BY code ORDER BY journeys DESC, code LIMIT ${UNDRAWN}`,
    parameters,
    limits,
  );
  const befores = await engine.analysis.rows(
    BeforeRow,
    `SELECT code, argMax(before, (visits, -before)) AS before
    FROM (
      SELECT code, before, count() AS visits
      FROM (SELECT steps, arrayMap(step -> ${drawn("step")}, steps) AS path FROM ${scope.journeys})
      ARRAY JOIN steps AS code, path AS at, arrayFill(place -> place != 0, path) AS before
      WHERE at = 0 GROUP BY code, before
    )
    GROUP BY code`,
    parameters,
    limits,
  );
  const after = new Map(befores.map(({ code, before }) => [code, before]));
  const drawnAt = (place: number) =>
    place === 0 ? null : must(bound[place - 1], "a drawn touchpoint").id;
  return passing.map(({ code, journeys: own }) => ({
    touchpoint: must(
      scope.touchpoints.find((each) => each.code === code),
      `touchpoint ${code}`,
    ),
    journeys: rate(own, journeys),
    after: drawnAt(after.get(code) ?? 0),
  }));
}
