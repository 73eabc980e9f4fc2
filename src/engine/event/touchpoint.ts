import { z } from "zod";
import { must } from "../../core/assert.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { nameTouchpoints } from "../../core/question/touchpoint-name.ts";
import type { TouchpointName } from "../../core/question/answers.ts";
import type { Engine, Lane } from "../port.ts";

/** A code has 16 bits; 0 stands for none, and some room is left. */
const MOST = 65_000;

/**
 * Gives a code to every event × channel of these imports (null: of all) that has none yet. A code is
 * given once and never changes.
 * @returns the names of the events that have a code now and had none before
 */
export async function codeTouchpoints(
  engine: Engine,
  ws: number,
  only: readonly number[] | null,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const scope = only === null ? "" : "AND import IN {imports:Array(UInt32)}";
  const fresh = await engine.intake.rows(
    z.object({ event: z.string(), channel: z.string() }),
    `SELECT toString(each.event) AS event, toString(each.channel) AS channel
    FROM (SELECT DISTINCT event, channel FROM event WHERE ws = {ws:UInt32} AND kind = 'event' ${scope}) AS each
    WHERE (event, channel) NOT IN (SELECT event, channel FROM touchpoint WHERE ws = {ws:UInt32})
    ORDER BY event, channel LIMIT ${MOST + 1}`,
    { ws, imports: only ?? [] },
    { signal },
  );
  if (fresh.length === 0) return [];
  const known = await engine.intake.rows(
    z.object({ last: z.number() }),
    "SELECT max(code) AS last FROM touchpoint WHERE ws = {ws:UInt32}",
    { ws },
    { signal },
  );
  const { last } = must(known[0], "the last code");
  if (last + fresh.length > MOST) {
    throw new AppError("too-much", message("too-many-touchpoints", { most: MOST }));
  }
  await engine.intake.run(
    `INSERT INTO touchpoint
    SELECT {ws:UInt32}, {last:UInt32} + nth, event, channel
    FROM (SELECT {events:Array(String)} AS events, {channels:Array(String)} AS channels)
    ARRAY JOIN events AS event, channels AS channel, arrayEnumerate(events) AS nth`,
    {
      ws,
      last,
      events: fresh.map(({ event }) => event),
      channels: fresh.map(({ channel }) => channel),
    },
    { signal },
  );
  return fresh.map(({ event }) => event);
}

/** Was anything said of one of these events before it was known as a touchpoint? */
export async function heardBefore(
  lane: Lane,
  ws: number,
  events: readonly string[],
  signal: AbortSignal | undefined,
): Promise<boolean> {
  if (events.length === 0) return false;
  const heard = await lane.rows(
    z.object({ one: z.number() }),
    "SELECT 1 AS one FROM event WHERE ws = {ws:UInt32} AND kind = 'feedback' AND event IN {events:Array(String)} LIMIT 1",
    { ws, events },
    { signal },
  );
  return heard.length > 0;
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
