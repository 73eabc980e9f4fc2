import type { Engine, Lane } from "../port.ts";
import { quartiles } from "../question/duration.ts";

/** Counts what directly follows on what, with the quartiles `q` of the wait, over a FROM-expression of journeys. */
export function edgesSql(journeys: string): string {
  return `SELECT from, to, count() AS count, ${quartiles("wait")} AS q
    FROM (SELECT steps, waits FROM ${journeys})
    ARRAY JOIN arrayPopBack(steps) AS from, arrayPopFront(steps) AS to, waits AS wait
    GROUP BY from, to`;
}

/** Forgets the edges that were counted, before the journeys they were counted over change. */
export async function dropEdges(engine: Engine, ws: number, signal?: AbortSignal): Promise<void> {
  await engine.intake.run("ALTER TABLE edge DROP PARTITION {ws:UInt32}", { ws }, { signal });
}

/** Counts the edges of all journeys, so that the flow of everybody is only a reading. */
export async function writeEdges(lane: Lane, ws: number, signal?: AbortSignal): Promise<void> {
  const journeys = "(SELECT * FROM journey FINAL WHERE ws = {ws:UInt32})";
  await lane.run(
    `INSERT INTO edge (ws, from, to, count, q)
    SELECT {ws:UInt32}, from, to, count, q FROM (${edgesSql(journeys)})`,
    { ws },
    { signal },
  );
}
