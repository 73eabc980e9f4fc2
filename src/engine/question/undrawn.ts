import { z } from "zod";
import { must } from "../../core/assert.ts";
import { rate } from "../../core/evidence/interval.ts";
import type { Undrawn } from "../../core/question/fit/fit.ts";
import type { Laid } from "../evidence/lay-over.ts";
import type { Engine } from "../port.ts";

const PassingRow = z.object({ code: z.number(), journeys: z.coerce.number() });
const BeforeRow = z.object({ code: z.number(), before: z.number() });
const UNDRAWN = 50;

/** Touchpoints that nothing on the map claims, and after which drawn one they most often come. */
export async function readUndrawn(
  engine: Engine,
  laid: Laid,
  journeys: number,
): Promise<Undrawn[]> {
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
