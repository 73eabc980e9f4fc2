import { z } from "zod";
import { must } from "../../core/assert.ts";
import { rate } from "../../core/evidence/interval.ts";
import type { Touchpoints } from "../../core/question/answers.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { quartiles, Quartiles, toDuration } from "./duration.ts";
import { scopeOf, type Scope } from "./filter.ts";
import { readTotals } from "./totals.ts";

const count = z.coerce.number();
const Row = z.object({
  code: z.number(),
  events: count,
  journeys: count,
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
    `SELECT code, count() AS events, countIf(nth = 1) AS journeys,
      countIf(nth = 2) AS repeats, countIf(wait = ${NONE}) AS ends, ${quartiles("wait", `wait != ${NONE}`)} AS q
    FROM (SELECT steps, waits FROM ${scope.journeys})
    ARRAY JOIN steps AS code, arrayPushBack(waits, ${NONE}) AS wait, arrayEnumerateUniq(steps) AS nth
    GROUP BY code ORDER BY journeys DESC, code`,
    scope.parameters,
    { signal: asked.signal },
  );
  const { journeys: all, events: allEvents, shown } = await readTotals(engine, scope, asked.signal);
  const people = await readPeople(engine, scope, all, asked.signal);
  const names = new Map(scope.touchpoints.map((each) => [each.code, each]));
  return {
    journeys: all,
    events: allEvents,
    touchpoints: rows.map(({ code, events, journeys, repeats, ends, q }) => ({
      touchpoint: must(names.get(code), `touchpoint ${code}`),
      events,
      journeys,
      people: people === null ? journeys : must(people.get(code), `people at ${code}`),
      reach: rate(journeys, all),
      repeats: rate(repeats, journeys),
      dwell: toDuration(events - ends, q),
      leave: rate(ends, events),
    })),
    shown,
  };
}

const Passed = z.object({ code: z.number(), people: count });

/** People per touchpoint; null when everybody made one journey, for then they are the journeys. */
async function readPeople(
  engine: Engine,
  { journeys, parameters }: Scope,
  all: number,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<number, number> | null> {
  const [whole] = await engine.analysis.rows(
    z.object({ people: count }),
    `SELECT uniqExact(person) AS people FROM ${journeys}`,
    parameters,
    { signal },
  );
  if (whole?.people === all) return null;
  const rows = await engine.analysis.rows(
    Passed,
    `SELECT code, count() AS people
    FROM (SELECT groupUniqArrayArray(steps) AS codes FROM ${journeys} GROUP BY person)
    ARRAY JOIN codes AS code GROUP BY code`,
    parameters,
    { signal },
  );
  return new Map(rows.map(({ code, people }) => [code, people]));
}
