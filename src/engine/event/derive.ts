import { z } from "zod";
import { assert, must } from "../../core/assert.ts";
import type { JourneyCut, Mapping } from "../../core/event/mapping.ts";
import { link, touchedSql } from "../identity/link.ts";
import type { Engine, Parameters } from "../port.ts";
import { dropEdges, writeEdges } from "./edge.ts";
import { historySql, journeyColumns, stageSql, type HistoryPlan } from "./history.ts";
import { codeTouchpoints } from "./touchpoint.ts";
import { noteTraits, traitNames } from "./trait.ts";

export type DeriveSettings = {
  /** Kind of identifier → how it links. */
  readonly identity: Readonly<Mapping["identity"]>;
  /** How histories are cut; without it by the journeys that the sources gave, if any, else by person. */
  readonly journeys?: JourneyCut | undefined;
};

export type DeriveTask = {
  readonly ws: number;
  /**
   * The imports whose events came in, or null to derive everything anew: after events were taken out,
   * after the settings changed, and after a derivation that did not finish.
   */
  readonly imports: readonly number[] | null;
  readonly settings: DeriveSettings;
  readonly signal?: AbortSignal | undefined;
  /** Called with the share that is done, 0 … 1. */
  readonly onProgress?: (share: number) => void;
};

/**
 * Brings all that is derived from events up to date: codes of touchpoints, links between identifiers,
 * traits, and the journeys that the import touches. Whatever the order in which imports came, the
 * outcome is that of deriving everything at once.
 */
export async function derive(engine: Engine, task: DeriveTask): Promise<void> {
  const { ws, signal, onProgress = () => undefined } = task;
  const shape = await readShape(engine, task);
  const build = await nextBuild(engine, ws, signal);
  await codeTouchpoints(engine, ws, signal);
  const outgrown = shape.tells && (await noteTraits(engine.intake, ws, task.imports, signal));
  onProgress(0.2);
  const all = task.imports === null || outgrown || shape.fresh * 2 > shape.events;
  if (shape.known) {
    await link(engine, {
      ws,
      imports: all ? null : task.imports,
      build,
      rules: task.settings.identity,
      signal,
    });
  }
  onProgress(0.4);

  const cut = task.settings.journeys ?? { by: shape.given ? "id" : "person" };
  const touched = touchedJourneys(build);
  const plan: HistoryPlan = {
    cut,
    tells: shape.tells,
    known: shape.known,
    ...(all
      ? { rows: "1", people: null }
      : cut.by === "id"
        ? touched.byId(shape.known)
        : touched.byPerson),
  };
  const parameters: Parameters = {
    ws,
    build,
    imports: task.imports ?? [],
    traits: await traitNames(engine.intake, ws, signal),
    start: cut.by === "bounds" ? cut.start : [],
    end: cut.by === "bounds" ? cut.end : [],
    gap: cut.by === "gap" ? Math.round(cut.days * 86_400_000) : 0,
  };
  const slices = slicesOf(all ? shape.events : shape.fresh);
  await dropEdges(engine, ws, signal);
  const onSlice = (done: number) => onProgress(0.4 + (0.5 * done) / slices.length);
  await engine.unmerged(() => buildJourneys(engine, plan, parameters, slices, { signal, onSlice }));
  const stale = all ? "1" : plan.people === null ? "0" : `person IN (${plan.people})`;
  await engine.intake.run(
    `INSERT INTO journey (ws, journey, build, deleted)
    SELECT ws, journey, {build:UInt32}, 1 FROM journey FINAL
    WHERE ws = {ws:UInt32} AND build < {build:UInt32} AND (${stale})`,
    parameters,
    { signal },
  );
  // Two generations of every journey would have to be told apart at every question.
  if (all && build > 1) {
    await engine.intake.run(`OPTIMIZE TABLE journey PARTITION ${ws} FINAL`, {}, { signal });
  }
  await assertRoutesDiffer(engine, ws, signal);
  await writeEdges(engine, ws, signal);
  onProgress(1);
}

/** Journeys or people with a hash from `low` to `high`. */
type Slice = { readonly low: string; readonly high: string };

/** What is sorted and gathered in one statement, so that its memory does not grow with the data. */
const EVENTS_PER_SLICE = 6_000_000;

/** Ranges of hashes that hold about as many events each; the table is in their order. */
function slicesOf(events: number): Slice[] {
  const count = BigInt(Math.max(1, Math.ceil(events / EVENTS_PER_SLICE)));
  const width = 2n ** 64n / count;
  return Array.from({ length: Number(count) }, (_, nth) => {
    const low = BigInt(nth) * width;
    const high = BigInt(nth) + 1n === count ? 2n ** 64n - 1n : low + width - 1n;
    return { low: String(low), high: String(high) };
  });
}

/** Writes the journeys of a plan; those cut from people's histories by way of `history`. */
async function buildJourneys(
  engine: Engine,
  plan: HistoryPlan,
  parameters: Parameters,
  slices: readonly Slice[],
  { signal, onSlice }: { signal: AbortSignal | undefined; onSlice: (done: number) => void },
): Promise<void> {
  const settings = { min_insert_block_size_bytes: 100_000_000 };
  const clear = "ALTER TABLE history DROP PARTITION {ws:UInt32}";
  if (plan.cut.by !== "id") {
    await engine.intake.run(clear, parameters, { signal });
    await engine.intake.run(`INSERT INTO history ${stageSql(plan)}`, parameters, {
      signal,
      settings,
    });
  }
  for (const [nth, slice] of slices.entries()) {
    await engine.intake.run(
      `INSERT INTO journey (${journeyColumns(plan)}) ${historySql(plan)}`,
      { ...parameters, ...slice },
      {
        signal,
        // Arrays of many journeys at once are what takes memory: few journeys a block.
        settings: { ...settings, optimize_aggregation_in_order: 1, max_block_size: 8192 },
      },
    );
    onSlice(nth + 1);
  }
  if (plan.cut.by !== "id") await engine.intake.run(clear, parameters, { signal });
}

/** Throws when two different orders of touchpoints share a route hash, which would merge their numbers. */
export async function assertRoutesDiffer(
  engine: Engine,
  ws: number,
  signal?: AbortSignal,
): Promise<void> {
  const rows = await engine.intake.rows(
    z.object({ route: z.string() }),
    `SELECT route FROM journey WHERE ws = {ws:UInt32} AND deleted = 0
    GROUP BY route HAVING min(check) != max(check) LIMIT 1`,
    { ws },
    { signal },
  );
  assert(rows.length === 0, `route hash ${rows[0]?.route} stands for two different routes`);
}

/** Which rows and people an import concerns, as SQL. */
function touchedJourneys(build: number) {
  const touched = `${touchedSql}
    UNION DISTINCT
    SELECT identifier FROM link FINAL WHERE ws = {ws:UInt32} AND build = ${build}
    UNION DISTINCT
    SELECT journey FROM event WHERE ws = {ws:UInt32} AND import IN {imports:Array(UInt32)} AND empty(who)`;
  const met = `arrayExists(one -> one IN (${touched}), who)`;
  const imported = `SELECT journey FROM event
    WHERE ws = {ws:UInt32} AND import IN {imports:Array(UInt32)} AND journey != 0`;
  const known = `${imported} UNION DISTINCT
    SELECT journey FROM event WHERE ws = {ws:UInt32} AND journey != 0 AND ${met}`;
  return {
    byId: (anyKnown: boolean) => ({
      rows: `journey IN (${anyKnown ? known : imported})`,
      people: null,
    }),
    byPerson: {
      rows: `${met} OR (empty(who) AND journey IN (${touched}))`,
      people: touched,
    },
  };
}

async function nextBuild(engine: Engine, ws: number, signal?: AbortSignal): Promise<number> {
  const rows = await engine.intake.rows(
    z.object({ build: z.number() }),
    `SELECT toUInt32(1 + greatest(
      (SELECT max(build) FROM journey WHERE ws = {ws:UInt32}),
      (SELECT max(build) FROM link WHERE ws = {ws:UInt32}))) AS build`,
    { ws },
    { signal },
  );
  return must(rows[0], "the last build").build;
}

const Shape = z.object({
  events: z.coerce.number(),
  /** Of these, in the import. */
  fresh: z.coerce.number(),
  given: z.boolean(),
  known: z.boolean(),
  tells: z.boolean(),
});

async function readShape(engine: Engine, task: DeriveTask): Promise<z.infer<typeof Shape>> {
  const rows = await engine.intake.rows(
    Shape,
    `SELECT count() AS events, countIf(import IN {imports:Array(UInt32)}) AS fresh,
      max(journey != 0)::Bool AS given,
      max(notEmpty(who))::Bool AS known,
      max(notEmpty(measures) OR comment != '' OR notEmpty(mapKeys(attributes)) OR kind != 'event')::Bool AS tells
    FROM event WHERE ws = {ws:UInt32}`,
    { ws: task.ws, imports: task.imports ?? [] },
    { signal: task.signal },
  );
  return must(rows[0], "the shape of the events");
}
