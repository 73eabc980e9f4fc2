import { z } from "zod";
import { must } from "../../core/assert.ts";
import { rate } from "../../core/evidence/interval.ts";
import type { Touchpoints } from "../../core/question/answers.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { quartiles, Quartiles, toDuration } from "./duration.ts";
import { scopeOf } from "./filter.ts";
import { readTotals } from "./totals.ts";

const count = z.coerce.number();
const Row = z.object({
  code: z.number(),
  events: count,
  journeys: count,
  people: count,
  repeats: count,
  ends: count,
  q: Quartiles,
});

/** Stands for the wait after the last step. */
const NONE = "18446744073709551615";

/** Reach, repeats, dwell and leave share of every touchpoint that the journeys pass, most passed first. */
export async function touchpoints(engine: Engine, asked: Asked): Promise<Touchpoints> {
  const scope = await scopeOf(engine, asked);
  const rows = await engine.analysis.rows(
    Row,
    `SELECT code, count() AS events, countIf(nth = 1) AS journeys, uniqExactIf(person, nth = 1) AS people,
      countIf(nth = 2) AS repeats, countIf(wait = ${NONE}) AS ends, ${quartiles("wait", `wait != ${NONE}`)} AS q
    FROM (SELECT steps, waits, person FROM ${scope.journeys})
    ARRAY JOIN steps AS code, arrayPushBack(waits, ${NONE}) AS wait, arrayEnumerateUniq(steps) AS nth
    GROUP BY code ORDER BY journeys DESC, code`,
    scope.parameters,
    { signal: asked.signal },
  );
  const { journeys: all, events: allEvents, shown } = await readTotals(engine, scope, asked.signal);
  const names = new Map(scope.touchpoints.map((each) => [each.code, each]));
  return {
    journeys: all,
    events: allEvents,
    touchpoints: rows.map(({ code, events, journeys, people, repeats, ends, q }) => ({
      touchpoint: must(names.get(code), `touchpoint ${code}`),
      events,
      journeys,
      people,
      reach: rate(journeys, all),
      repeats: rate(repeats, journeys),
      dwell: toDuration(events - ends, q),
      leave: rate(ends, events),
    })),
    shown,
  };
}
