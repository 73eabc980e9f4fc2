import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Journeys } from "../../core/question/answers.ts";
import { labeller } from "../../core/question/touchpoint-name.ts";
import type { Engine } from "../port.ts";
import type { Asked } from "./asked.ts";
import { scopeOf, type Scope } from "./filter.ts";
import { readNames } from "./journey-name.ts";
import { readTotals } from "./totals.ts";

const count = z.coerce.number();
const Row = z.object({
  journey: z.string(),
  person: z.string(),
  start: z.string(),
  end: z.string(),
  length: count,
  path: z.array(z.number()),
});

export type Page = {
  /** Only journeys that took this route. */
  readonly route?: string | undefined;
  readonly limit: number;
  readonly offset: number;
};

/** Journeys one by one, newest first. */
export async function journeys(engine: Engine, asked: Asked, page: Page): Promise<Journeys> {
  const scope = await scopeOf(engine, asked);
  const { route = null, ...window } = page;
  const parameters = { ...scope.parameters, ...window, route: route ?? "0" };
  const rows = await engine.analysis.rows(
    Row,
    `SELECT journey, person, start, end, length(steps) AS length, arraySlice(steps, 1, 40) AS path
    FROM ${scope.journeys} ${route === null ? "" : "WHERE route = {route:UInt64}"}
    ORDER BY start DESC, journey LIMIT {limit:UInt32} OFFSET {offset:UInt32}`,
    parameters,
    { signal: asked.signal },
  );
  const totals = await readTotals(engine, scope, asked.signal);
  const total = route === null ? totals.journeys : await travellers(engine, scope, route, asked);
  const name = await readNames(engine, asked.ws, rows, asked.signal);
  const label = labeller(scope.touchpoints);
  return {
    journeys: rows.map((row) => ({
      id: row.journey,
      name: name(row),
      person: row.person,
      start: row.start,
      end: row.end,
      steps: row.length,
      path: row.path.map(label),
    })),
    total,
    shown: totals.shown,
  };
}

async function travellers(
  engine: Engine,
  scope: Scope,
  route: string,
  asked: Asked,
): Promise<number> {
  const rows = await engine.analysis.rows(
    z.object({ total: count }),
    `SELECT count() AS total FROM ${scope.journeys} WHERE route = {route:UInt64}`,
    { ...scope.parameters, route },
    { signal: asked.signal },
  );
  return must(rows[0], "the count").total;
}
