import { bindTouchpoints, type Bound } from "../../../core/map/binding.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { figureOf, type Scored } from "../../../core/question/scores/figure.ts";
import type { Scores } from "../../../core/question/scores/scores.ts";
import type { Predicate } from "../../../core/question/segment.ts";
import { laidOn } from "../../evidence/lay-over.ts";
import { readMedians, readScoresBy } from "../../evidence/scores.ts";
import { firstDayOf, monthOf } from "../../../core/question/month.ts";
import type { Engine } from "../../port.ts";
import type { Asked } from "../asked.ts";
import { scopeOf, type Scope } from "../filter.ts";
import { readTotals } from "../totals.ts";
import { readPeakEnd } from "./peak-end.ts";

/** Numbers of the places where an answer counts. Touchpoints have those below 100,000, beginning at 1. */
const EPISODE = 100_000;
const WHOLE = 200_000;
const UNDRAWN = 200_001;
const MONTH = 300_000;
const PERSONA = 400_000;

export type Persona = {
  readonly id: string;
  readonly name: string;
  readonly predicate: Predicate;
};

/** What customers answer, per touchpoint, episode, persona and month; with the figures of the map. */
export async function scores(
  engine: Engine,
  asked: Asked,
  map: Journey | null,
  personas: readonly Persona[],
): Promise<Scores> {
  const limits = { signal: asked.signal };
  const scope = await scopeOf(engine, asked);
  const places = placesOf(map, scope);
  const laid = laidOn(scope, places, limits);
  const all = {
    ...laid,
    parameters: {
      ...laid.parameters,
      episodes: [0, ...places.map(({ nth }) => (nth === 0 ? 0 : EPISODE + nth))],
      ...Object.assign({}, ...personas.map(({ predicate }, nth) => traitsOf(nth, predicate))),
    },
  };
  const of = personas.map(
    ({ predicate }, nth) => `if(${isOf(nth, predicate)}, toUInt32(${PERSONA + nth + 1}), 0)`,
  );
  const where = `arrayConcat([toUInt32(if(at = 0, ${UNDRAWN}, at)), {episodes:Array(UInt32)}[at + 1],
    toUInt32(${WHOLE}), toUInt32(${MONTH} + ${monthOf("time")})], [${of.join(", ") || "toUInt32(0)"}])`;
  const found = await readScoresBy(engine, all, where);
  const medians = await readMedians(engine, all, where);
  const told = (place: number): Scored => {
    const { scores: own, emotion } = found.get(place) ?? { scores: [], emotion: null };
    return { scores: own.map(figureOf), emotion, median: medians.get(place) ?? null };
  };
  const { journeys, shown } = await readTotals(engine, scope, asked.signal);
  const months = [...found.keys()].filter((place) => place >= MONTH && place < PERSONA);
  return {
    journeys,
    map: map && { id: map.id, title: map.title },
    whole: told(WHOLE),
    touchpoints: places
      .map(({ id, title, episode }, nth) => ({ id, title, episode, ...told(nth + 1) }))
      .filter((each) => map !== null || each.scores.length > 0),
    undrawn: told(UNDRAWN),
    episodes: (map?.episodes ?? []).map(({ id, title }, nth) => ({
      id,
      title,
      ...told(EPISODE + nth + 1),
    })),
    personas: personas.map(({ id, name }, nth) => ({ id, name, ...told(PERSONA + nth + 1) })),
    months: months
      .toSorted((one, other) => one - other)
      .map((place) => ({ month: firstDayOf(place - MONTH), ...told(place) })),
    peakEnd: await readPeakEnd(engine, scope, asked.signal),
    shown,
  };
}

/** A touchpoint, and the number of its episode; 0 without. */
type Place = Bound & {
  readonly title: string;
  readonly episode: string | null;
  readonly nth: number;
};

/** The touchpoints of the map; without one those of the data. */
function placesOf(map: Journey | null, scope: Scope): Place[] {
  if (map === null)
    return scope.touchpoints.map(({ code, label }) => ({
      id: String(code),
      codes: [code],
      title: label,
      episode: null,
      nth: 0,
    }));
  const codes = new Map(bindTouchpoints(map, scope.touchpoints).map((each) => [each.id, each]));
  return map.episodes.flatMap((episode, nth) =>
    episode.touchpoints.map(({ id, title }) => ({
      id,
      codes: codes.get(id)?.codes ?? [],
      title,
      episode: episode.id,
      nth: nth + 1,
    })),
  );
}

function traitsOf(persona: number, predicate: Predicate): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(predicate).flatMap(([name, values], part) => [
      [`persona${persona}_${part}`, name],
      [`values${persona}_${part}`, [...values]],
    ]),
  );
}

/** The same test as that of the filter by segment. */
function isOf(persona: number, predicate: Predicate): string {
  const tests = Object.keys(predicate).map(
    (_, part) =>
      `hasAny(traits, arrayMap(value -> sipHash64({persona${persona}_${part}:String}, value),
        {values${persona}_${part}:Array(String)}))`,
  );
  return tests.length === 0 ? "0" : tests.join(" AND ");
}
