import { z } from "zod";
import { assert } from "../../core/assert.ts";
import type { JourneyCut, Mapping } from "../../core/event/mapping.ts";
import { link } from "../identity/link.ts";
import {
  actorsOf,
  fresh as freshRows,
  touch,
  touchedAs,
  touchKin,
  touchNothing,
  touchPeople,
  type TouchTask,
} from "../identity/touched.ts";
import { noteChanges, type VerdictChange } from "../identity/verdict.ts";
import type { Engine, Lane, Parameters } from "../port.ts";
import { noteDerivation, readStanding, type Shape } from "./derivation.ts";
import { dropEdges, writeEdges } from "./edge.ts";
import type { HistoryPlan } from "./history.ts";
import { forgetPersonAttributes } from "./person-attribute.ts";
import { codeTouchpoints, heardBefore } from "./touchpoint.ts";
import { dropTraits, noteTraits, traitNames } from "./trait.ts";
import { writeJourneys } from "./write-journeys.ts";

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
  /** SQL for hashes of people to bring up to date beside those of the imports; its parameter is ws. */
  readonly touching?: string;
  /** Decisions on who is who that came in or were taken back since the last derivation. */
  readonly verdicts?: readonly VerdictChange[];
  /** Leaves to `recount` what is counted over all journeys. */
  readonly uncounted?: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Called with the share that is done, 0 … 1. */
  readonly onProgress?: (share: number) => void;
};

/**
 * Brings all that is derived from events up to date: codes of touchpoints, links between identifiers,
 * traits, and the journeys that the imports touch. Whatever the order in which imports came, the
 * outcome is that of deriving everything at once. What is read and written is what the touched people
 * have, however many others there are, as long as it is `uncounted`.
 */
export async function derive(engine: Engine, task: DeriveTask): Promise<void> {
  const { ws, imports, verdicts = [], signal, onProgress = () => undefined } = task;
  const { intake } = engine;
  const standing = await readStanding(engine, ws, imports, signal);
  const { shape, fresh } = standing;
  const coded = await codeTouchpoints(engine, ws, imports, signal);
  const outgrown = shape.tells ? await noteTraits(intake, ws, imports, signal) : [];
  const whole =
    imports === null ||
    outgrown.length > 0 ||
    standing.torn === "whole" ||
    fresh * 2 > shape.events ||
    // What was said of a touchpoint that nobody had passed yet is about that touchpoint now.
    (shape.tells && (await heardBefore(intake, ws, coded, signal))) ||
    verdicts.length > MANY_VERDICTS;
  const only = whole ? null : imports;
  const build = standing.build + 1;
  const notedAs = (done: boolean) =>
    noteDerivation(engine, ws, { build, done, whole, shape }, signal);
  await notedAs(false);
  if (outgrown.length > 0) await dropTraits(intake, ws, outgrown, signal);
  if (whole) await forgetPersonAttributes(intake, ws, signal);
  onProgress(0.2);

  // Who was touched by what did not finish may not be found any more: his links are others by now.
  if (standing.torn !== "part") await touchNothing(engine, ws, signal);
  const anew = await noteChanges(engine, { ws, build, verdicts, whole, signal });
  if (only) await touchPeople(engine, { ws, imports: only, anew, signal });
  if (only && task.touching !== undefined)
    await touch(engine, { ws, imports: only, signal }, "person", task.touching);
  if (shape.known) {
    await link(engine, { ws, imports: only, build, rules: task.settings.identity, signal });
  }
  onProgress(0.4);

  const cut = task.settings.journeys ?? { by: shape.given ? "id" : "person" };
  const plan = await planHistory(engine, { ws, imports: only, signal }, cut, shape);
  const parameters: Parameters = {
    ws,
    build: 2 * build + 1,
    gone: 2 * build,
    traits: await traitNames(intake, ws, signal),
    start: cut.by === "bounds" ? cut.start : [],
    end: cut.by === "bounds" ? cut.end : [],
    gap: cut.by === "gap" ? Math.round(cut.days * 86_400_000) : 0,
  };
  await dropEdges(engine, ws, signal);
  const writing = () =>
    writeJourneys(engine, plan, {
      ws,
      parameters,
      events: whole ? shape.events : fresh,
      stale: whole ? null : staleSql(plan),
      signal,
      onProgress: (share) => onProgress(0.4 + 0.5 * share),
    });
  await (fresh > MERGED_AT_ONCE || whole ? engine.unmerged(writing) : writing());
  await touchNothing(engine, ws, signal);
  await notedAs(true);
  if (!task.uncounted) await recount(intake, ws, signal);
  onProgress(1);
}

/**
 * Counts what is counted over all journeys of a workspace, after they changed, and checks them. Until
 * then questions do so when they are asked. No derivation may run meanwhile.
 */
export async function recount(lane: Lane, ws: number, signal?: AbortSignal): Promise<void> {
  await assertRoutesDiffer(lane, ws, signal);
  await writeEdges(lane, ws, signal);
}

/** From so many decisions on, computing everything anew is less work than finding out what they touch. */
const MANY_VERDICTS = 5000;

/** So few new events are brought in beside merges that go on. */
const MERGED_AT_ONCE = 250_000;

/** Which journeys are gone when they are not built again. */
function staleSql({ people }: HistoryPlan): string {
  // Somebody who objects by now has none of the journeys that were to be built again.
  if (people === null) return `journey IN (${touchedAs("actor")})`;
  return `person IN (${people}) AND journey IN (
    ${people} UNION DISTINCT
    SELECT journey FROM owned WHERE ws = {ws:UInt32} AND person IN (${people}))`;
}

/** Which rows and people the journeys are built from that imports touch; all of them for null. */
async function planHistory(
  engine: Engine,
  {
    ws,
    imports,
    signal,
  }: { ws: number; imports: readonly number[] | null; signal: DeriveTask["signal"] },
  cut: JourneyCut,
  { tells, known }: Shape,
): Promise<HistoryPlan> {
  const plan = { cut, tells, known };
  if (imports === null) return { ...plan, rows: "1", inborn: "1", listed: null, people: null };
  const task: TouchTask = { ws, imports, signal };
  const people = touchedAs("person");
  await touchKin(engine, task, "person");
  await touch(engine, task, "person", `SELECT journey FROM ${freshRows} AND empty(who)`);
  await touch(
    engine,
    task,
    "actor",
    `${actorsOf(people)} UNION DISTINCT SELECT journey FROM ${freshRows} AND journey != 0`,
  );
  const rows = `actor IN (${touchedAs("actor")})`;
  const listed = touchedAs("listed");
  const noteListed = (inborn: string) =>
    touch(
      engine,
      task,
      "listed",
      `SELECT arrayJoin(who) FROM event WHERE ws = {ws:UInt32} AND (${rows} OR (kind = 'person' AND ${inborn}))`,
    );
  if (cut.by !== "id") {
    if (known) await noteListed("0");
    return { ...plan, rows, inborn: "0", listed, people };
  }
  const given = `journey != 0 AND ${rows}`;
  await touch(
    engine,
    task,
    "owner",
    `SELECT arrayJoin(who) FROM event WHERE ws = {ws:UInt32} AND ${given}
    UNION DISTINCT ${touchedAs("actor")}`,
  );
  await touchKin(engine, task, "owner");
  const inborn = `actor IN (${actorsOf(touchedAs("owner"))})`;
  if (known) await noteListed(inborn);
  return { ...plan, rows: given, inborn, listed, people: null };
}

/** Throws when two different orders of touchpoints share a route hash, which would merge their numbers. */
export async function assertRoutesDiffer(
  lane: Lane,
  ws: number,
  signal?: AbortSignal,
): Promise<void> {
  const rows = await lane.rows(
    z.object({ route: z.string() }),
    `SELECT route FROM journey WHERE ws = {ws:UInt32} AND deleted = 0
    GROUP BY route HAVING min(check) != max(check) LIMIT 1`,
    { ws },
    { signal },
  );
  assert(rows.length === 0, `route hash ${rows[0]?.route} stands for two different routes`);
}
