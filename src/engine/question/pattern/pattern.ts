import { z } from "zod";
import { FLOOR } from "../../../core/evidence/floor.ts";
import { must } from "../../../core/assert.ts";
import { rate } from "../../../core/evidence/interval.ts";
import { patternMessage } from "../../../core/question/pattern/say-fault.ts";
import { AppError } from "../../../core/problem.ts";
import { automatonOf } from "../../../core/question/pattern/automaton.ts";
import { writePattern } from "../../../core/question/pattern/expression.ts";
import type {
  Pattern,
  PatternGroup,
  PatternPlace,
} from "../../../core/question/pattern/pattern.ts";
import { readPattern } from "../../../core/question/pattern/read.ts";
import { labeller } from "../../../core/question/touchpoint-name.ts";
import type { Engine } from "../../port.ts";
import type { Asked } from "../asked.ts";
import { quartiles, Quartiles, toDuration } from "../duration.ts";
import { scopeOf, type Scope } from "../filter.ts";
import { readGroups } from "../gaps/groups.ts";
import { readNames } from "../journey-name.ts";
import { readTotals } from "../totals.ts";
import { matchSql, type MatchSql } from "./match-sql.ts";

const count = z.coerce.number();
const Times = z.object({ n: count, until: Quartiles, lasts: Quartiles });
const PlaceRow = z.object({ place: count, code: z.number(), count });
const GroupRow = z.object({ id: z.string(), n: count });
const Example = z.object({
  journey: z.string(),
  person: z.string(),
  start: z.string(),
  end: z.string(),
  steps: z.array(z.number()),
  begin: count,
  finish: count,
});

/** Touchpoints that are told of each place. */
const TOLD = 8;
/** Steps of an example that are told. */
const LONGEST = 60;

/**
 * Which journeys hold a pattern. Rejects with `bad-request` for a pattern that cannot be read, or that
 * names a touchpoint which the data does not have; the message says where.
 */
export async function pattern(engine: Engine, asked: Asked, text: string): Promise<Pattern> {
  const read = readPattern(text);
  if ("fault" in read) throw new AppError("bad-request", patternMessage(read.fault));
  const scope = await scopeOf(engine, asked);
  const automaton = automatonOf(read.expression, scope.touchpoints, read.places);
  if ("fault" in automaton) throw new AppError("bad-request", patternMessage(automaton.fault));
  const { sql, parameters } = matchSql(scope.journeys, automaton);
  const match = { sql, parameters: { ...scope.parameters, ...parameters } };
  const limits = { signal: asked.signal };
  const [times] = await engine.analysis.rows(
    Times,
    `SELECT count() AS n, ${quartiles("at[begin]")} AS until, ${quartiles("at[finish] - at[begin]")} AS lasts
    FROM ${match.sql}`,
    match.parameters,
    limits,
  );
  const { n, until, lasts } = must(times, "the times");
  const { journeys, shown } = await readTotals(engine, scope, asked.signal);
  const [before, begins, ends, after] = await readPlaces(engine, scope, match, n, asked);
  return {
    journeys,
    text: writePattern(read.expression),
    matched: rate(n, journeys),
    until: toDuration(n, until),
    lasts: toDuration(n, lasts),
    before,
    begins,
    ends,
    after,
    groups: await readSplit(engine, scope, match, asked),
    examples: n < FLOOR ? [] : await readExamples(engine, scope, match, asked),
    shown,
  };
}

async function readPlaces(
  engine: Engine,
  { touchpoints }: Scope,
  { sql, parameters }: MatchSql,
  n: number,
  { signal }: Asked,
): Promise<[PatternPlace, PatternPlace, PatternPlace, PatternPlace]> {
  const rows = await engine.analysis.rows(
    PlaceRow,
    `SELECT place, code, count() AS count FROM ${sql}
    ARRAY JOIN [1, 2, 3, 4] AS place,
      [if(begin > 1, steps[begin - 1], 0), steps[begin], steps[finish], steps[finish + 1]] AS code
    GROUP BY place, code ORDER BY place, count DESC, code`,
    parameters,
    { signal },
  );
  const names = new Map(touchpoints.map((each) => [each.code, each]));
  const placeOf = (place: number): PatternPlace => {
    const own = rows.filter((row) => row.place === place).slice(0, TOLD);
    return {
      touchpoints: own.map(({ code, count: here }) => ({
        touchpoint: code === 0 ? null : must(names.get(code), "a touchpoint"),
        share: rate(here, n),
      })),
      rest: n - own.reduce((sum, row) => sum + row.count, 0),
    };
  };
  return [placeOf(1), placeOf(2), placeOf(3), placeOf(4)];
}

/** How many of each segment and of each value of a steady attribute hold it. */
async function readSplit(
  engine: Engine,
  scope: Scope,
  { sql, parameters }: MatchSql,
  asked: Asked,
): Promise<PatternGroup[]> {
  const groups = await readGroups(engine, asked, scope);
  const counted = async (from: string) => {
    const rows = await engine.analysis.rows(
      GroupRow,
      `SELECT id, count() AS n FROM ${from} ARRAY JOIN ${groups.sql} AS id GROUP BY id`,
      { ...parameters, ...groups.parameters },
      { signal: asked.signal },
    );
    return new Map(rows.map((row) => [row.id, row.n]));
  };
  const [all, matched] = [await counted(scope.journeys), await counted(sql)];
  return groups.all.flatMap(({ id, segment, attribute, name }) => {
    const n = all.get(id) ?? 0;
    if (n < FLOOR) return [];
    return [{ segment, attribute, name, matched: rate(matched.get(id) ?? 0, n) }];
  });
}

async function readExamples(
  engine: Engine,
  { touchpoints }: Scope,
  { sql, parameters }: MatchSql,
  { ws, signal }: Asked,
): Promise<Pattern["examples"]> {
  const rows = await engine.analysis.rows(
    Example,
    `SELECT journey, person, start, start + toIntervalMillisecond(at[-1]) AS end, steps, begin, finish
    FROM ${sql} ORDER BY start DESC, journey LIMIT ${FLOOR}`,
    parameters,
    { signal },
  );
  const name = await readNames(engine, ws, rows, signal);
  const label = labeller(touchpoints);
  return rows.map((row) => ({
    id: row.journey,
    name: name(row),
    person: row.person,
    start: row.start,
    end: row.end,
    steps: row.steps.length,
    path: row.steps.slice(0, LONGEST).map(label),
    begin: row.begin,
    finish: row.finish,
  }));
}
