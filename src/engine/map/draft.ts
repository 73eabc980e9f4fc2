import { z } from "zod";
import { must } from "../../core/assert.ts";
import { draftJourney, type DraftInput } from "../../core/map/draft.ts";
import type { Journey } from "../../core/map/journey.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "../question/asked.ts";
import { scopeOf } from "../question/filter.ts";
import { readTotals } from "../question/totals.ts";

const count = z.coerce.number();
const Place = z.object({ code: z.number(), journeys: count, position: z.number() });
const Step = z.object({ from: z.number(), to: z.number(), count });

/** Draws a first map from the journeys of a workspace. Rejects with `not-found` when there are none. */
export async function draftMap(
  engine: Engine,
  asked: Asked,
  named: Pick<DraftInput, "title" | "language">,
): Promise<Journey> {
  const scope = await scopeOf(engine, asked);
  const limits = { signal: asked.signal };
  const totals = await readTotals(engine, scope, asked.signal);
  if (totals.journeys === 0) {
    throw new AppError("not-found", message("no-journeys"));
  }
  const places = await engine.analysis.rows(
    Place,
    `SELECT code, countIf(visit = 1) AS journeys, quantileExactInclusive(0.5)(place) AS position
    FROM (SELECT steps FROM ${scope.journeys})
    ARRAY JOIN steps AS code, arrayEnumerateUniq(steps) AS visit,
      arrayMap(nth -> (nth - 0.5) / length(steps), arrayEnumerate(steps)) AS place
    GROUP BY code`,
    scope.parameters,
    limits,
  );
  const flow = await engine.analysis.rows(
    Step,
    `SELECT from, to, count() AS count
    FROM (SELECT steps FROM ${scope.journeys})
    ARRAY JOIN arrayPopBack(steps) AS from, arrayPopFront(steps) AS to
    GROUP BY from, to`,
    scope.parameters,
    limits,
  );
  const names = new Map(scope.touchpoints.map((each) => [each.code, each]));
  return draftJourney({
    ...named,
    journeys: totals.journeys,
    candidates: places.map((place) => ({
      ...must(names.get(place.code), `touchpoint ${place.code}`),
      ...place,
    })),
    flow,
  });
}
