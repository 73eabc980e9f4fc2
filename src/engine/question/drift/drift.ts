import { z } from "zod";
import { must } from "../../../core/assert.ts";
import type { TouchpointName } from "../../../core/question/answers.ts";
import type { Change, Drift, Level } from "../../../core/question/drift/drift.ts";
import { judged, type Found, type Periods } from "../../../core/question/drift/judge.ts";
import { momentsOf } from "../../../core/question/drift/moments.ts";
import { byWeek, type Series } from "../../../core/question/drift/series.ts";
import { changeOf, longerOrShorter, sizeOf } from "../../../core/question/drift/size.ts";
import type { Engine } from "../../port.ts";
import { aimed, type Aim } from "../aim.ts";
import type { Asked } from "../asked.ts";
import { scopeOf, type Scope } from "../filter.ts";
import { readGroups } from "../gaps/groups.ts";
import { readTotals } from "../totals.ts";
import { levelOf, readDurations } from "./levels.ts";
import { readEdges, readOtherwise, type Suspect } from "./otherwise.ts";
import { DAY, readPeople, type People } from "./people.ts";
import { readPlaces, readWays, type Place } from "./places.ts";
import { readNext, readReach, readScores, readWaits, type Tested } from "./read-series.ts";

/** Most changes that are told. */
const TOLD = 60;

const ScoreCode = z.object({ code: z.number(), name: z.string() });

/** What is compared: everything since a day (ISO) or ever, or two periods (ISO days, ends excluded). */
export type Compared = {
  readonly since?: string | undefined;
  readonly periods?: Drift["periods"] | undefined;
};

/**
 * What changed: on which day, how much, how surely. One journey of each person; each is told from the
 * touchpoint at which it is decided, on the day when the person came there, and only where he could be
 * followed long enough; corrected for all that is tested.
 */
export async function drift(
  engine: Engine,
  asked: Asked,
  aim: Aim | null,
  compared: Compared = {},
): Promise<Drift> {
  const { signal } = asked;
  const { since = null, periods = null } = compared;
  const scope = await scopeOf(engine, asked);
  const goal = await aimed(engine, scope, aim, signal);
  const { shown } = await readTotals(engine, scope, signal);
  const empty: Drift = {
    people: 0,
    goal,
    from: null,
    to: null,
    since,
    periods,
    moments: [],
    apart: [],
    tested: 0,
    begunBefore: 0,
    shown,
  };
  if (shown.journeys === 0) return empty;
  const people = await readPeople(engine, scope, signal);
  const places = await readPlaces(engine, people, signal);
  const scores = await readScoreCodes(engine, scope, signal);
  const all = await readAll(
    engine,
    people,
    places,
    goal.touchpoints.map(({ code }) => code),
    [...scores.keys()],
    signal,
  );
  const found = judged(
    all.map(({ series }) => series),
    periods && { before: daysOf(periods.before), after: daysOf(periods.after) },
  )
    .filter(({ high }) => since === null || high >= dayNumber(since))
    .toSorted((one, other) => sizeIn(all, other) - sizeIn(all, one))
    .slice(0, TOLD);
  const changes = await told(engine, asked, scope, { people, places, all, scores }, found);
  return {
    ...empty,
    people: people.count,
    from: isoDay(Math.floor(people.known / DAY)),
    to: isoDay(Math.floor(people.last / DAY)),
    moments: momentsOf(changes.filter(({ otherwise }) => otherwise === null)),
    apart: changes.filter(({ otherwise }) => otherwise !== null),
    tested: all.length,
    begunBefore: people.begunBefore,
  };
}

/** Everything that is tested. */
async function readAll(
  engine: Engine,
  people: People,
  places: readonly Place[],
  goal: readonly number[],
  scores: readonly number[],
  signal: AbortSignal | undefined,
): Promise<Tested[]> {
  if (places.length === 0) return [];
  const ways = await readWays(engine, people, places, signal);
  return [
    ...(await readReach(engine, people, places, ways, goal, signal)),
    ...(await readNext(engine, people, places, signal)),
    ...(await readWaits(engine, people, places, signal)),
    ...(await readScores(engine, people, places, scores, signal)),
  ];
}

async function readScoreCodes(
  engine: Engine,
  { parameters }: Scope,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<number, string>> {
  const rows = await engine.lookup.rows(
    ScoreCode,
    "SELECT code, name FROM measure FINAL WHERE ws = {ws:UInt32} AND kind = 'score'",
    parameters,
    { signal },
  );
  return new Map(rows.map(({ code, name }) => [code, name]));
}

type Known = {
  readonly people: People;
  readonly places: readonly Place[];
  readonly all: readonly Tested[];
  readonly scores: ReadonlyMap<number, string>;
};

/** The changes as they are told, with what else they may be. */
async function told(
  engine: Engine,
  asked: Asked,
  scope: Scope,
  { people, places, all, scores }: Known,
  found: readonly Found[],
): Promise<Change[]> {
  if (found.length === 0) return [];
  const { signal } = asked;
  const suspects = found.map((each): Suspect => {
    const tested = all[each.nth]!;
    const difference = changeOf(each.before, each.after, tested.series.squares === null);
    return { tested, difference, low: each.low, high: each.high, ...each.span };
  });
  const groups = await readGroups(engine, asked, scope);
  const edges = await readEdges(engine, people, signal);
  const otherwise = await readOtherwise(engine, people, places, groups, edges, suspects, signal);
  const waits = suspects.filter(({ tested }) => tested.kind === "wait");
  const durations = await readDurations(engine, people, places, waits, signal);
  const names = new Map(scope.touchpoints.map((each) => [each.code, each]));
  const nameOf = (code: number): TouchpointName | null => names.get(code) ?? null;
  return found.flatMap((each, nth): Change[] => {
    const { tested, difference } = suspects[nth]!;
    const { kind, at, to, series } = tested;
    const share = series.squares === null;
    const lasted = durations[waits.indexOf(suspects[nth]!)];
    if (lasted && !longerOrShorter(lasted.before, lasted.after)) return [];
    const side = (which: "before" | "after"): Level =>
      lasted ? { duration: lasted[which] } : levelOf(each[which], share);
    const change: Change = {
      kind,
      at: nameOf(at),
      to: kind === "goal" ? null : nameOf(to),
      score: kind === "score" ? must(scores.get(tested.score), "a score") : null,
      before: side("before"),
      after: side("after"),
      difference,
      size: sizeIn(all, each),
      day: isoDay(each.day),
      between: [isoDay(each.low), isoDay(each.high)],
      p: each.p,
      otherwise: otherwise[nth]!,
      weeks: weeksOf(series),
    };
    return [change];
  });
}

function weeksOf(series: Series): Change["weeks"] {
  const weeks = byWeek(series);
  return weeks.starts.flatMap((start, nth) => {
    const { n, sum } = weeks.over(nth, nth + 1);
    return n === 0 ? [] : [{ from: isoDay(start), n, value: sum / n }];
  });
}

function sizeIn(all: readonly Tested[], { nth, before, after }: Found): number {
  return sizeOf(before, after, all[nth]!.series.squares === null);
}

function daysOf([from, to]: readonly [string, string]): Periods["before"] {
  return [dayNumber(from), dayNumber(to)];
}

function dayNumber(iso: string): number {
  return Math.floor(Date.parse(iso) / DAY);
}

function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
