import { z } from "zod";
import { must } from "../../core/assert.ts";
import { rate } from "../../core/evidence/interval.ts";
import type { Overlay, TouchpointFigures } from "../../core/evidence/overlay.ts";
import type { Bound } from "../../core/map/binding.ts";
import { countEvidence, supportedBy } from "../../core/map/evidence.ts";
import type { Journey } from "../../core/map/journey.ts";
import { labeller } from "../../core/question/touchpoint-name.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "../question/asked.ts";
import { quartiles, Quartiles, toDuration } from "../question/duration.ts";
import { layOver, type Laid } from "./lay-over.ts";
import { readScores } from "./scores.ts";
import { readQuotes } from "./quotes.ts";

const count = z.coerce.number();
const Visits = z.object({
  at: z.number(),
  events: count,
  journeys: count,
  people: count,
  repeats: count,
  ends: count,
  last: count,
  q: Quartiles,
});
const Passes = z.object({ at: z.number(), on: count });
const Reaches = z.object({ furthest: z.number(), journeys: count });
const LoopRow = z.object({ from: z.number(), to: z.number(), journeys: count });
const Unbound = z.object({ code: z.number(), journeys: count });
const Whole = z.object({
  journeys: count,
  of: count,
  people: count,
  from: z.string(),
  to: z.string(),
});

/** Most loops and unbound touchpoints that an overlay lists. */
const MOST = 50;

/** Stands for the wait after the last step. */
const NONE = "18446744073709551615";

/** The figures over a map, computed from the events bound to it. */
export async function overlay(engine: Engine, asked: Asked, journey: Journey): Promise<Overlay> {
  const laid = await layOver(engine, asked, journey);
  const { scope, bound, parameters, limits } = laid;
  const wholes = await engine.analysis.rows(
    Whole,
    `SELECT count() AS of, countIf(${scope.test}) AS journeys, uniqExactIf(person, ${scope.test}) AS people,
      minIf(start, ${scope.test}) AS from, maxIf(end, ${scope.test}) AS to
    FROM journey FINAL WHERE ws = {ws:UInt32}`,
    parameters,
    limits,
  );
  const whole = must(wholes[0], "the size of the data");
  const furthest = await readFurthest(engine, laid);
  const loops = await readLoops(engine, laid);
  const unbound = await readUnbound(engine, laid);
  const touchpoints = await figures(engine, laid, whole.journeys, furthest);
  const label = labeller(scope.touchpoints);
  const any = whole.journeys > 0;
  return {
    shown: { journeys: whole.journeys, of: whole.of },
    people: whole.people,
    from: any ? whole.from : null,
    to: any ? whole.to : null,
    onMap: furthest.reduce((sum, row) => sum + row.journeys, 0),
    touchpoints,
    loops: loops.map(({ from, to, journeys }) => ({
      from: must(bound[from - 1], "a drawn touchpoint").id,
      to: must(bound[to - 1], "a drawn touchpoint").id,
      journeys,
    })),
    unbound: unbound.map(({ code, journeys }) => ({ label: label(code), journeys })),
    evidence: countEvidence(journey, supportedBy(touchpoints)),
  };
}

async function figures(
  engine: Engine,
  laid: Laid,
  all: number,
  furthest: readonly z.infer<typeof Reaches>[],
): Promise<TouchpointFigures[]> {
  const { bound, parameters, limits, scope } = laid;
  const visits = await engine.analysis.rows(
    Visits,
    `SELECT at, count() AS events, countIf(nth = 1) AS journeys, uniqExactIf(person, nth = 1) AS people,
      countIf(nth = 2) AS repeats, countIf(wait = ${NONE}) AS ends, events - ends AS last,
      ${quartiles("wait", `wait != ${NONE}`)} AS q
    FROM (
      SELECT waits, person, arrayMap(step -> ${laid.drawn("step")}, steps) AS path FROM ${scope.journeys}
    )
    ARRAY JOIN path AS at, arrayPushBack(waits, ${NONE}) AS wait, arrayEnumerateUniq(path) AS nth
    WHERE at != 0 GROUP BY at`,
    parameters,
    limits,
  );
  const passes = await readPasses(engine, laid);
  const scores = await readScores(engine, laid);
  const quotes = await readQuotes(engine, laid);
  const onMap = furthest.reduce((sum, row) => sum + row.journeys, 0);
  const followed = followers(bound);
  return bound.map(({ id, codes }, i) => {
    const at = i + 1;
    const seen = visits.find((row) => row.at === at);
    const journeys = seen?.journeys ?? 0;
    const ends = seen?.ends ?? 0;
    const still = furthest.filter((row) => row.furthest >= at);
    const on = passes.find((row) => row.at === at)?.on ?? 0;
    return {
      id,
      codes: [...codes],
      events: seen?.events ?? 0,
      journeys,
      people: seen?.people ?? 0,
      reach: rate(journeys, all),
      conversion: followed[i] === undefined ? null : rate(on, journeys),
      wait: toDuration(seen?.last ?? 0, seen?.q ?? [null, null, null]),
      leave: rate(ends, journeys),
      repeats: rate(seen?.repeats ?? 0, journeys),
      still: rate(
        still.reduce((sum, row) => sum + row.journeys, 0),
        onMap,
      ),
      lost: furthest.find((row) => row.furthest === at)?.journeys ?? 0,
      ...(scores.get(at) ?? { scores: [], emotion: null }),
      quotes: quotes.get(at) ?? [],
    };
  });
}

/** Per drawn touchpoint with events the place of the next one that has any; undefined without either. */
function followers(bound: readonly Bound[]): (number | undefined)[] {
  return bound.map(({ codes }, i) => {
    const next = bound.findIndex((other, j) => j > i && other.codes.length > 0);
    return codes.length === 0 || next === -1 ? undefined : next + 1;
  });
}

/** How many journeys pass the next drawn touchpoint after they first passed this one. */
async function readPasses(engine: Engine, laid: Laid): Promise<z.infer<typeof Passes>[]> {
  const next = followers(laid.bound).map((place) => place ?? 0);
  return engine.analysis.rows(
    Passes,
    `SELECT place AS at, countIf(on) AS on
    FROM (SELECT arrayMap(step -> ${laid.drawn("step")}, steps) AS path FROM ${laid.scope.journeys})
    ARRAY JOIN arrayDistinct(path) AS place,
      arrayMap(one -> has(arraySlice(path, indexOf(path, one) + 1), {next:Array(UInt16)}[one]),
        arrayDistinct(path)) AS on
    WHERE place != 0 AND {next:Array(UInt16)}[place] != 0
    GROUP BY place`,
    { ...laid.parameters, next },
    laid.limits,
  );
}

/** How many journeys come how far on the map; those that never touch it are left out. */
async function readFurthest(engine: Engine, laid: Laid): Promise<z.infer<typeof Reaches>[]> {
  return engine.analysis.rows(
    Reaches,
    `SELECT arrayMax(step -> ${laid.drawn("step")}, steps) AS furthest, count() AS journeys
    FROM ${laid.scope.journeys} GROUP BY furthest HAVING furthest != 0`,
    laid.parameters,
    laid.limits,
  );
}

/** Ways back: what nothing on the map claims is passed over. */
async function readLoops(engine: Engine, laid: Laid): Promise<z.infer<typeof LoopRow>[]> {
  return engine.analysis.rows(
    LoopRow,
    `SELECT back.1 AS from, back.2 AS to, count() AS journeys
    FROM (
      SELECT arrayFilter(at -> at != 0, arrayMap(step -> ${laid.drawn("step")}, steps)) AS path
      FROM ${laid.scope.journeys}
    )
    ARRAY JOIN arrayDistinct(arrayFilter(way -> way.1 > way.2,
      arrayZip(arrayPopBack(path), arrayPopFront(path)))) AS back
    GROUP BY from, to ORDER BY journeys DESC, from, to LIMIT ${MOST}`,
    laid.parameters,
    laid.limits,
  );
}

async function readUnbound(engine: Engine, laid: Laid): Promise<z.infer<typeof Unbound>[]> {
  return engine.analysis.rows(
    Unbound,
    `SELECT code, count() AS journeys
    FROM (
      SELECT arrayFilter(step -> ${laid.drawn("step")} = 0, steps) AS others FROM ${laid.scope.journeys}
    )
    ARRAY JOIN arrayDistinct(others) AS code
    GROUP BY code ORDER BY journeys DESC, code LIMIT ${MOST}`,
    laid.parameters,
    laid.limits,
  );
}
