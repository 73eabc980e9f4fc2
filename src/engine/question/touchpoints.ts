import { z } from "zod";
import { must } from "../../core/assert.ts";
import { rate } from "../../core/evidence/interval.ts";
import type { Touchpoints } from "../../core/question/answers.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { quartiles, Quartiles, toDuration } from "./duration.ts";
import { allJourneys, scopeOf } from "./filter.ts";

const count = z.coerce.number();
const Visits = z.object({ code: z.number(), events: count, ends: count, q: Quartiles });
const Passes = z.object({ code: z.number(), journeys: count, people: count, repeats: count });
const Totals = z.object({ journeys: count, events: count, of: count });

/** Reach, repeats, dwell and leave share of every touchpoint that the journeys pass, most passed first. */
export async function touchpoints(engine: Engine, asked: Asked): Promise<Touchpoints> {
  const scope = await scopeOf(engine, asked);
  const limits = { signal: asked.signal };
  const visits = await engine.analysis.rows(
    Visits,
    `SELECT code, count() AS events, countIf(last) AS ends, ${quartiles("wait", "NOT last")} AS q
    FROM (SELECT steps, waits FROM ${scope.journeys})
    ARRAY JOIN steps AS code, arrayPushBack(waits, toUInt64(0)) AS wait,
      arrayMap(nth -> nth = length(steps), arrayEnumerate(steps)) AS last
    GROUP BY code`,
    scope.parameters,
    limits,
  );
  const passes = await engine.analysis.rows(
    Passes,
    `SELECT code, count() AS journeys, uniqExact(person) AS people, countIf(countEqual(steps, code) > 1) AS repeats
    FROM (SELECT steps, person FROM ${scope.journeys})
    ARRAY JOIN arrayDistinct(steps) AS code
    GROUP BY code ORDER BY journeys DESC, code`,
    scope.parameters,
    limits,
  );
  const totals = await engine.analysis.rows(
    Totals,
    `SELECT count() AS journeys, sum(length(steps)) AS events, ${allJourneys} AS of FROM ${scope.journeys}`,
    scope.parameters,
    limits,
  );
  const { of, ...figures } = must(totals[0], "the totals");
  const names = new Map(scope.touchpoints.map((each) => [each.code, each]));
  const visited = new Map(visits.map((each) => [each.code, each]));
  return {
    ...figures,
    touchpoints: passes.map(({ code, journeys, people, repeats }) => {
      const { events, ends, q } = must(visited.get(code), `visits of touchpoint ${code}`);
      return {
        touchpoint: must(names.get(code), `touchpoint ${code}`),
        events,
        journeys,
        people,
        reach: rate(journeys, figures.journeys),
        repeats: rate(repeats, journeys),
        dwell: toDuration(events - ends, q),
        leave: rate(ends, events),
      };
    }),
    shown: { journeys: figures.journeys, of },
  };
}
