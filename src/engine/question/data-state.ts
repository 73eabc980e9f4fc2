import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Engine } from "../port.ts";

const State = z.object({ state: z.string() });

/**
 * A text that stands for the journeys of a workspace as they are now: what was asked under the same
 * text was answered from the same data. It depends on what the journeys hold, not on when they were built.
 */
export async function dataState(engine: Engine, ws: number, signal?: AbortSignal): Promise<string> {
  const rows = await engine.analysis.rows(
    State,
    `SELECT concat(toString(count()), '-', hex(groupBitXor(cityHash64(
      journey, person, route, start, end, waits, traits, measures.code, measures.value, measures.touchpoint
    )))) AS state
    FROM journey FINAL WHERE ws = {ws:UInt32}`,
    { ws },
    { signal },
  );
  return must(rows[0], "the state of the data").state;
}
