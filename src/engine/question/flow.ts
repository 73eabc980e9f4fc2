import { z } from "zod";
import { rate } from "../../core/evidence/interval.ts";
import { END, START, type Flow } from "../../core/question/answers.ts";
import { labeller } from "../../core/question/touchpoint-name.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { edgesSql } from "../event/edge.ts";
import { Quartiles, toDuration } from "./duration.ts";
import { scopeOf } from "./filter.ts";
import { readTotals } from "./totals.ts";

const count = z.coerce.number();
/** Code 0 is no touchpoint: here it stands for START and END. */
const Edge = z.object({ from: z.number(), to: z.number(), count, q: Quartiles });
type Edge = z.infer<typeof Edge>;
const Ends = z.object({ first: z.number(), last: z.number(), count });
type Ends = z.infer<typeof Ends>;

/**
 * What follows on what, with counts and the wait between the two. At every touchpoint as many go in
 * as out; START leads into and END follows every journey once. Most travelled first.
 */
export async function flow(engine: Engine, asked: Asked): Promise<Flow> {
  const scope = await scopeOf(engine, asked);
  const { journeys, parameters, touchpoints } = scope;
  const limits = { signal: asked.signal };
  const steps =
    (scope.test === "1" && (await knownEdges(engine, asked))) ||
    (await engine.analysis.rows(Edge, edgesSql(journeys), parameters, limits));
  const ends = await engine.analysis.rows(
    Ends,
    `SELECT steps[1] AS first, steps[-1] AS last, count() AS count FROM ${journeys} GROUP BY first, last`,
    parameters,
    limits,
  );
  const edges = [
    ...steps,
    ...toEdges(ends, ({ first }) => ({ from: 0, to: first })),
    ...toEdges(ends, ({ last }) => ({ from: last, to: 0 })),
  ];
  const { shown, journeys: all, events } = await readTotals(engine, scope, asked.signal);
  const leaving = new Map<number, number>();
  for (const edge of edges) leaving.set(edge.from, (leaving.get(edge.from) ?? 0) + edge.count);
  const label = labeller(touchpoints);
  return {
    journeys: all,
    events,
    edges: edges
      .toSorted((a, b) => b.count - a.count || a.from - b.from || a.to - b.to)
      .map((edge) => {
        const { p25Seconds, medianSeconds, p75Seconds } = toDuration(edge.count, edge.q);
        return {
          from: edge.from === 0 ? START : label(edge.from),
          to: edge.to === 0 ? END : label(edge.to),
          count: edge.count,
          share: rate(edge.count, leaving.get(edge.from)!),
          p25Seconds,
          medianSeconds,
          p75Seconds,
        };
      }),
    shown,
  };
}

/**
 * The edges of all journeys as the last derivation counted them; null when there are none. Over twenty
 * million events they take 0.4 s to count, and every visitor of the page asks for them first.
 */
async function knownEdges(engine: Engine, { ws, signal }: Asked): Promise<Edge[] | null> {
  const rows = await engine.lookup.rows(
    Edge,
    "SELECT from, to, count, q FROM edge WHERE ws = {ws:UInt32}",
    { ws },
    { signal },
  );
  return rows.length > 0 ? rows : null;
}

/** Adds up what has the same two ends; there is no wait before the first step or after the last. */
function toEdges(ends: readonly Ends[], edge: (end: Ends) => Pick<Edge, "from" | "to">): Edge[] {
  const edges = new Map<string, Edge>();
  for (const end of ends) {
    const { from, to } = edge(end);
    const before = edges.get(`${from} ${to}`)?.count ?? 0;
    edges.set(`${from} ${to}`, { from, to, count: before + end.count, q: [null, null, null] });
  }
  return [...edges.values()];
}
