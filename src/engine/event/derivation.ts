import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Engine } from "../port.ts";

const Shape = z.object({
  events: z.coerce.number(),
  /** Did a source give journeys? */
  given: z.coerce.boolean(),
  /** Are there rows with identifiers? */
  known: z.coerce.boolean(),
  /** Does any row carry measures, comments, attributes or feedback? */
  tells: z.coerce.boolean(),
});

/** What the events of a workspace look like. */
export type Shape = z.infer<typeof Shape>;

const Kept = Shape.extend({
  build: z.number(),
  done: z.coerce.boolean(),
  whole: z.coerce.boolean(),
});

export type Standing = {
  /** Number of the last derivation, also one that did not finish. */
  readonly build: number;
  /** Which derivation was begun and not finished: of everything, or of what some imports touched? */
  readonly torn: "whole" | "part" | null;
  readonly shape: Shape;
  /** Events of these imports. */
  readonly fresh: number;
};

/**
 * How the derived stands, and what the events look like with those of the imports. What was known
 * after the last derivation is not read again, unless everything is to be derived anew (`imports` null).
 */
export async function readStanding(
  engine: Engine,
  ws: number,
  imports: readonly number[] | null,
  signal: AbortSignal | undefined,
): Promise<Standing> {
  const { intake } = engine;
  const kept = await intake.rows(
    Kept,
    "SELECT * EXCEPT (ws) FROM derivation FINAL WHERE ws = {ws:UInt32}",
    { ws },
    { signal },
  );
  const before = kept.find(({ done }) => done);
  const begun = kept.find(({ done }) => !done);
  const [build, tried] = [before?.build ?? 0, begun?.build ?? 0];
  const last = {
    build: Math.max(build, tried),
    torn: tried > build ? (begun!.whole ? "whole" : "part") : null,
  } as const;
  const read = async (scope: string) => {
    const rows = await intake.rows(
      Shape,
      `SELECT count() AS events, max(journey != 0) AS given, max(notEmpty(who)) AS known,
        max(notEmpty(measures) OR comment != '' OR notEmpty(mapKeys(attributes)) OR kind != 'event') AS tells
      FROM event WHERE ws = {ws:UInt32} ${scope}`,
      { ws, imports: imports ?? [] },
      { signal },
    );
    return must(rows[0], "the shape of the events");
  };
  const come = imports === null ? null : await read("AND import IN {imports:Array(UInt32)}");
  if (come === null || before === undefined)
    return { ...last, shape: await read(""), fresh: come?.events ?? 0 };
  const shape = {
    events: before.events + come.events,
    given: before.given || come.given,
    known: before.known || come.known,
    tells: before.tells || come.tells,
  };
  return { ...last, shape, fresh: come.events };
}

/** Notes that a derivation begins, or that it is done. */
export async function noteDerivation(
  engine: Engine,
  ws: number,
  { build, done, whole, shape }: { build: number; done: boolean; whole: boolean; shape: Shape },
  signal: AbortSignal | undefined,
): Promise<void> {
  await engine.intake.run(
    `INSERT INTO derivation (ws, done, build, whole, events, given, known, tells) VALUES
      ({ws:UInt32}, {done:UInt8}, {build:UInt32}, {whole:UInt8},
      {events:UInt64}, {given:UInt8}, {known:UInt8}, {tells:UInt8})`,
    {
      ws,
      build,
      done: Number(done),
      whole: Number(whole),
      events: String(shape.events),
      given: Number(shape.given),
      known: Number(shape.known),
      tells: Number(shape.tells),
    },
    { signal },
  );
}

/** Number of the last derivation that was done; null before the first. */
export async function lastBuild(
  engine: Engine,
  ws: number,
  signal: AbortSignal | undefined,
): Promise<number | null> {
  const rows = await engine.lookup.rows(
    z.object({ build: z.number() }),
    "SELECT build FROM derivation FINAL WHERE ws = {ws:UInt32} AND done = 1",
    { ws },
    { signal },
  );
  return rows[0]?.build ?? null;
}
