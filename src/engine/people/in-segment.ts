import { z } from "zod";
import type { Segments } from "../../core/question/segment.ts";
import type { Engine } from "../port.ts";
import { scopeOf } from "../question/filter.ts";
import type { Whose } from "./own-rows.ts";

const Count = z.object({ journeys: z.number() });

/** How many journeys of a person fit a segment. */
export async function inSegment(
  engine: Engine,
  { ws, person, signal }: Whose,
  segment: string,
  segments: Segments,
): Promise<number> {
  const scope = await scopeOf(engine, { ws, filter: { segment }, segments, signal });
  const [found] = await engine.lookup.rows(
    Count,
    `SELECT toUInt32(count()) AS journeys FROM journey FINAL
    WHERE ws = {ws:UInt32} AND person = {person:UInt64} AND ${scope.test}`,
    { ...scope.parameters, person },
    { signal },
  );
  return found?.journeys ?? 0;
}
