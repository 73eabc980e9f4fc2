import { z } from "zod";
import { must } from "../../core/assert.ts";
import { AppError } from "../../core/problem.ts";
import { nameTouchpoints } from "../../core/question/touchpoint-name.ts";
import type { TouchpointName } from "../../core/question/answers.ts";
import type { Engine, Lane } from "../port.ts";

/** A code has 16 bits; 0 stands for none, and some room is left. */
const MOST = 65_000;

/** Gives a code to every event × channel that has none yet. A code is given once and never changes. */
export async function codeTouchpoints(
  engine: Engine,
  ws: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const fresh = `
    SELECT DISTINCT toString(event) AS event, toString(channel) AS channel FROM event
    WHERE ws = {ws:UInt32} AND kind = 'event'
      AND (event, channel) NOT IN (SELECT event, channel FROM touchpoint WHERE ws = {ws:UInt32})`;
  const rows = await engine.intake.rows(
    z.object({ last: z.number(), fresh: z.coerce.number() }),
    `SELECT (SELECT max(code) FROM touchpoint WHERE ws = {ws:UInt32}) AS last,
      (SELECT count() FROM (${fresh})) AS fresh`,
    { ws },
    { signal },
  );
  const { last, fresh: count } = must(rows[0], "the number of touchpoints");
  if (last + count > MOST) {
    throw new AppError(
      "too-much",
      `The data has ${last + count} different touchpoints (event and channel together); Spoor holds ${MOST}. ` +
        "Map a column with fewer different values to the event, such as the page's type instead of its address.",
    );
  }
  if (count === 0) return;
  await engine.intake.run(
    `INSERT INTO touchpoint
    SELECT {ws:UInt32}, {last:UInt32} + row_number() OVER (ORDER BY event, channel), event, channel
    FROM (${fresh})`,
    { ws, last },
    { signal },
  );
}

/** All touchpoints of a workspace by code, with labels that are unique in it. */
export async function readTouchpoints(
  lane: Lane,
  ws: number,
  signal?: AbortSignal,
): Promise<TouchpointName[]> {
  const rows = await lane.rows(
    z.object({ code: z.number(), event: z.string(), channel: z.string() }),
    "SELECT code, event, channel FROM touchpoint FINAL WHERE ws = {ws:UInt32} ORDER BY code",
    { ws },
    { signal },
  );
  return nameTouchpoints(rows);
}
