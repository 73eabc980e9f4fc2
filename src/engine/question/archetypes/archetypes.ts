import { setImmediate as breathe } from "node:timers/promises";
import { z } from "zod";
import { must } from "../../../core/assert.ts";
import { rate } from "../../../core/evidence/interval.ts";
import {
  PARTS,
  type Archetype,
  type Archetypes,
} from "../../../core/question/archetypes/archetypes.ts";
import {
  greedy,
  kMedoids,
  silhouette,
  type Clusters,
  type Things,
} from "../../../core/question/archetypes/k-medoids.ts";
import { stepDistances, stepSet } from "../../../core/question/archetypes/step-set.ts";
import { medianInterval } from "../../../core/question/contrast/bins.ts";
import { differencesOf, scoresOf, SURE } from "../../../core/question/contrast/difference.ts";
import { together } from "../../../core/question/contrast/together.ts";
import { labeller } from "../../../core/question/touchpoint-name.ts";
import type { Engine } from "../../port.ts";
import { aimed, type Aim } from "../aim.ts";
import type { Asked } from "../asked.ts";
import { readSides } from "../contrast/read-sides.ts";
import { readScoreNames } from "../contrast/score-names.ts";
import { scopeOf } from "../filter.ts";
import { readTotals } from "../totals.ts";

const count = z.coerce.number();
const RouteRow = z.object({ id: z.string(), steps: z.array(z.number()), count });
const NearRow = z.object({ nearest: count, likeness: z.number() });
const ExampleRow = z.object({ id: z.string(), first: z.string(), whose: z.string() });

/** Most routes that are held against each other: their distances take 16 MB. */
const ROUTES = 2000;
/** Most kinds of journeys that are tried when nobody says how many. */
const TRIED = 8;
/** Most differences that are told of each. */
const TOLD = 12;

/**
 * Journeys that stand for all: among the most taken routes those with the most steps in common with the
 * routes around them; every journey belongs to the one it has most in common with.
 */
export async function archetypes(
  engine: Engine,
  asked: Asked,
  aim: Aim | null,
  parts: number | null,
): Promise<Archetypes> {
  const { ws, signal } = asked;
  const limits = { signal };
  const scope = await scopeOf(engine, asked);
  const goal = await aimed(engine, scope, aim, signal);
  const routes = await engine.analysis.rows(
    RouteRow,
    `SELECT toString(route) AS id, any(steps) AS steps, count() AS count FROM ${scope.journeys}
    GROUP BY route ORDER BY count DESC, route LIMIT ${ROUTES}`,
    scope.parameters,
    limits,
  );
  const { journeys, shown } = await readTotals(engine, scope, signal);
  // Routes that consist of the same steps are one thing, for which the most taken of them stands.
  const kinds = [
    ...Map.groupBy(
      routes.map((route) => ({ route, set: stepSet(route.steps) })),
      ({ set }) => set.join(),
    ).values(),
  ].map((same) => ({
    ...must(same[0], "a route"),
    count: same.reduce((sum, { route }) => sum + route.count, 0),
  }));
  const sets = kinds.map(({ set }) => set);
  const things: Things = {
    n: kinds.length,
    distances: stepDistances(sets),
    weights: kinds.map((kind) => kind.count),
  };
  await breathe();
  const { clusters, silhouettes } = await chosen(things, parts, signal);
  const medoids = clusters.medoids;
  const listed = routes.reduce((sum, route) => sum + route.count, 0);
  const whole = {
    journeys,
    goal,
    parts: { by: parts === null ? ("silhouette" as const) : ("asked" as const), silhouettes },
    routes: routes.length,
    compared: rate(listed, journeys),
    shown,
  };
  if (medoids.length === 0) return { ...whole, archetypes: [] };

  // Each step of a journey by the medoids that have it, a bit for each. Nothing but numbers of our own
  // stands in these lists.
  const having = new Map<number, number>();
  for (const [nth, at] of medoids.entries())
    for (const step of sets[at]!) having.set(step, (having.get(step) ?? 0) | (1 << nth));
  const steps = `[${[...having.keys()].join(",")}]::Array(UInt32)`;
  const bits = `[${[...having.values()].join(",")}]::Array(UInt16)`;
  const near = `(
    SELECT *, arrayMap(step -> transform(step, ${steps}, ${bits}, toUInt16(0)), own) AS had,
      [${medoids
        .map((at, nth) => {
          const both = `arrayCount(bits -> bitTest(bits, ${nth}), had)`;
          return `${both} / (length(own) + ${sets[at]!.length} - ${both})`;
        })
        .join(", ")}] AS alike,
      arrayMax(alike) AS likeness, toUInt8(indexOf(alike, likeness) - 1) AS nearest
    FROM (SELECT *, arrayDistinct(arrayMap((from, to) -> toUInt32(from) * 65536 + to,
        arrayPushFront(steps, toUInt16(0)), arrayPushBack(steps, toUInt16(0)))) AS own
      FROM ${scope.journeys}))`;
  // Every journey is read once: all others of one kind are the other kinds together.
  const sides = await readSides(
    engine,
    `(SELECT *, nearest AS side FROM ${near})`,
    { ...scope.parameters, goal: goal.touchpoints.map(({ code }) => code) },
    signal,
  );
  const likeness = await engine.analysis.rows(
    NearRow,
    `SELECT nearest, avg(likeness) AS likeness FROM ${near} GROUP BY nearest ORDER BY nearest`,
    scope.parameters,
    limits,
  );
  const examples = await engine.analysis.rows(
    ExampleRow,
    `SELECT toString(route) AS id, toString(min(journey)) AS first, toString(argMin(person, journey)) AS whose
    FROM ${scope.journeys} WHERE toString(route) IN {routes:Array(String)} GROUP BY route`,
    { ...scope.parameters, routes: medoids.map((at) => kinds[at]!.route.id) },
    limits,
  );
  const label = labeller(scope.touchpoints);
  const names = {
    goal,
    touchpoints: scope.touchpoints,
    scores: await readScoreNames(engine, ws, signal),
  };
  const all = medoids.map((at, nth): Archetype => {
    const { route } = kinds[at]!;
    const side = must(sides.get(nth), "journeys of a kind");
    const others = together([...sides].flatMap(([of, own]) => (of === nth ? [] : [own])));
    const differences = differencesOf(side, others, names);
    const sure = differences.filter(({ q }) => q <= SURE);
    const interval = medianInterval(side.durations);
    const { first, whose } = must(
      examples.find(({ id }) => id === route.id),
      "an example",
    );
    return {
      route: route.id,
      steps: route.steps.map(label),
      exactly: route.count,
      example: { journey: first, person: whose },
      size: rate(side.journeys, journeys),
      people: side.people,
      likeness: likeness.find(({ nearest }) => nearest === nth)?.likeness ?? 1,
      goal: rate(side.reached, side.journeys),
      duration: {
        ...side.duration,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
      },
      scores: scoresOf(side, names.scores),
      differences: sure.slice(0, TOLD),
      sure: sure.length,
      compared: differences.length,
    };
  });
  return { ...whole, archetypes: all.toSorted((one, other) => other.size.count - one.size.count) };
}

/** The number of parts that was asked for, or the one that parts best. The process serves others in between. */
async function chosen(
  things: Things,
  parts: number | null,
  signal: AbortSignal | undefined,
): Promise<{ clusters: Clusters; silhouettes: { parts: number; silhouette: number }[] }> {
  const none = { medoids: [], nearest: [], cost: 0 };
  if (things.n === 0) return { clusters: none, silhouettes: [] };
  const most = Math.min(things.n, parts ?? TRIED);
  const fewest = Math.min(most, parts ?? PARTS.fewest);
  const silhouettes: { parts: number; silhouette: number }[] = [];
  let best: { clusters: Clusters; value: number } | null = null;
  const begun = greedy(things, most);
  for (let k = fewest; k <= most; k += 1) {
    signal?.throwIfAborted();
    const clusters = kMedoids(things, k, begun);
    await breathe();
    const value = silhouette(things, clusters);
    await breathe();
    silhouettes.push({ parts: k, silhouette: value });
    if (best === null || value > best.value) best = { clusters, value };
  }
  return { clusters: must(best, "a way to part them").clusters, silhouettes };
}
