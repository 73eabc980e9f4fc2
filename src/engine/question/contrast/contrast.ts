import { z } from "zod";
import { must } from "../../../core/assert.ts";
import { rate } from "../../../core/evidence/interval.ts";
import { apartOf } from "../../../core/question/contrast/apart.ts";
import { medianInterval } from "../../../core/question/contrast/bins.ts";
import type { Contrast, SideFigures } from "../../../core/question/contrast/contrast.ts";
import {
  differencesOf,
  FEWEST,
  scoresOf,
  SURE,
  type Side,
} from "../../../core/question/contrast/difference.ts";
import type { Engine } from "../../port.ts";
import { aimed, type Aim } from "../aim.ts";
import type { Asked } from "../asked.ts";
import { scopeOf, type Scope } from "../filter.ts";
import { readTotals } from "../totals.ts";
import { readSides } from "./read-sides.ts";
import { readScoreNames } from "./score-names.ts";

const count = z.coerce.number();
const RouteRow = z.object({ one: count, other: count });

/** Most routes that are told apart; all others are one. */
const ROUTES = 2000;
/** Most differences that are told. */
const TOLD = 60;

/** Two groups of journeys side by side; without an `other` one, all journeys that the first leaves out. */
export async function contrast(
  engine: Engine,
  asked: Asked,
  other: Asked | null,
  aim: Aim | null,
): Promise<Contrast> {
  const { ws, signal } = asked;
  const limits = { signal };
  const scope = await scopeOf(engine, asked);
  const against = other === null ? restOf(scope) : renamed(await scopeOf(engine, other));
  const goal = await aimed(engine, scope, aim, signal);
  const parameters = { ...against.parameters, ...scope.parameters };
  const source = `(
    SELECT *, toUInt8(0) AS side FROM ${scope.journeys}
    UNION ALL SELECT *, toUInt8(1) AS side FROM ${against.journeys})`;
  const codes = goal.touchpoints.map(({ code }) => code);
  const sides = await readSides(engine, source, { ...parameters, goal: codes }, signal);
  const names = {
    goal,
    touchpoints: scope.touchpoints,
    scores: await readScoreNames(engine, ws, signal),
  };
  const [first, second] = [sides.get(0), sides.get(1)];
  const overlap = await engine.analysis.rows(
    z.object({ both: count }),
    `SELECT count() AS both FROM journey FINAL
    WHERE ws = {ws:UInt32} AND (${scope.test}) AND (${against.test})`,
    parameters,
    limits,
  );
  const { shown } = await readTotals(engine, scope, signal);
  const differences = first && second ? differencesOf(first, second, names) : [];
  const few = Math.min(first?.journeys ?? 0, second?.journeys ?? 0) < FEWEST;
  const routes = few
    ? []
    : await engine.analysis.rows(
        RouteRow,
        `SELECT countIf(side = 0) AS one, countIf(side = 1) AS other FROM ${source}
        GROUP BY route ORDER BY count() DESC, route LIMIT ${ROUTES}`,
        parameters,
        limits,
      );
  const left = (key: "one" | "other", side: Side | undefined) =>
    (side?.journeys ?? 0) - routes.reduce((sum, route) => sum + route[key], 0);
  const rest = { one: left("one", first), other: left("other", second) };
  return {
    goal,
    one: figures(first, names),
    other: figures(second, names),
    both: must(overlap[0], "journeys on both sides").both,
    apart: few ? null : { ...apartOf([...routes, rest]), routes: routes.length },
    differences: differences.slice(0, TOLD),
    compared: differences.length,
    sure: differences.filter(({ q }) => q <= SURE).length,
    shown,
  };
}

function figures(
  side: Side | undefined,
  { scores }: Parameters<typeof differencesOf>[2],
): SideFigures {
  if (!side) {
    const none = { n: 0, p25Seconds: null, medianSeconds: null, p75Seconds: null };
    const duration = { ...none, low: null, high: null };
    return { journeys: 0, people: 0, goal: rate(0, 0), duration, scores: [] };
  }
  const interval = medianInterval(side.durations);
  return {
    journeys: side.journeys,
    people: side.people,
    goal: rate(side.reached, side.journeys),
    duration: { ...side.duration, low: interval?.low ?? null, high: interval?.high ?? null },
    scores: scoresOf(side, scores),
  };
}

type Other = Pick<Scope, "journeys" | "test" | "parameters">;

/** All journeys that a scope leaves out. */
function restOf({ test, parameters }: Scope): Other {
  const rest = `NOT (${test})`;
  const journeys = `(SELECT * FROM journey FINAL WHERE ws = {ws:UInt32} AND ${rest})`;
  return { journeys, test: rest, parameters };
}

/** A scope whose parameters have names of their own, so that another may stand in the same query. */
function renamed({ journeys, test, parameters }: Scope): Other {
  const own = (name: string) => (name === "ws" ? name : `other_${name}`);
  const inText = (sql: string) =>
    sql.replaceAll(/\{(\w+):/g, (_, name: string) => `{${own(name)}:`);
  return {
    journeys: inText(journeys),
    test: inText(test),
    parameters: Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [own(name), value]),
    ),
  };
}
