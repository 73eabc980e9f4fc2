import type { Engine } from "../port.ts";

/**
 * What a hash is to a derivation: `person` one of the identifiers of people to bring up to date, `actor`
 * where their rows lie, `anew` an identifier of which nothing counts as known, `member` one whose links
 * are computed again, `least 2` to `least 4` one that links from this trust on only, `owner` an identifier
 * of people to whom a journey belongs, `listed` an identifier in the rows that are read.
 */
export type Role =
  | "person"
  | "actor"
  | "anew"
  | "member"
  | "least 2"
  | "least 3"
  | "least 4"
  | "owner"
  | "listed";

export type TouchTask = {
  readonly ws: number;
  readonly imports: readonly number[];
  /** Identifiers that decisions touch, beside those in the imports. */
  readonly anew?: readonly bigint[];
  readonly signal?: AbortSignal | undefined;
};

/** A statement may be so long, and a field of a request: some 20 digits each. */
export const NAMED_AT_ONCE = 5_000;

/** SQL for the hashes that were noted in a role; its parameter is ws. */
export function touchedAs(role: Role): string {
  return `SELECT hash FROM touched WHERE ws = {ws:UInt32} AND role = '${role}'`;
}

/** Notes the hashes that the SELECT gives; its parameters are ws, imports and anew. */
export async function touch(
  engine: Engine,
  { ws, imports, anew = [], signal }: TouchTask,
  role: Role,
  select: string,
): Promise<void> {
  await engine.intake.run(
    `INSERT INTO touched SELECT DISTINCT {ws:UInt32}, '${role}', * FROM (${select})`,
    { ws, imports, ...(select.includes("{anew:") && { anew }) },
    { signal },
  );
}

/** Forgets what the derivation before this one was about. */
export async function touchNothing(
  engine: Engine,
  ws: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  await engine.intake.run("ALTER TABLE touched DROP PARTITION {ws:UInt32}", { ws }, { signal });
}

export const fresh = "event WHERE ws = {ws:UInt32} AND import IN {imports:Array(UInt32)}";

/**
 * Notes the identifiers in the rows of imports and those that decisions touch, and all others of the
 * zones in which they are: what is said of them can make no difference to anybody else.
 */
export async function touchPeople(engine: Engine, task: TouchTask): Promise<void> {
  const { anew = [] } = task;
  for (let from = 0; from < anew.length; from += NAMED_AT_ONCE)
    await touch(
      engine,
      { ...task, anew: anew.slice(from, from + NAMED_AT_ONCE) },
      "anew",
      "SELECT arrayJoin({anew:Array(UInt64)})",
    );
  const mentioned = `SELECT arrayJoin(who) FROM ${fresh}`;
  await touch(
    engine,
    task,
    "person",
    anew.length === 0 ? mentioned : `${mentioned} UNION DISTINCT ${touchedAs("anew")}`,
  );
  const people = touchedAs("person");
  await touch(
    engine,
    task,
    "person",
    // Who was in a zone and is no more comes without those he is with now: he is left out.
    `WITH zones AS (
      SELECT zone FROM link FINAL
      WHERE ws = {ws:UInt32} AND zone != 0 AND identifier IN (${people}))
    SELECT identifier FROM link FINAL WHERE ws = {ws:UInt32} AND zone IN zones AND identifier IN (
      SELECT identifier FROM zone_kin WHERE ws = {ws:UInt32} AND zone IN zones)`,
  );
}

/** Adds to the identifiers noted in a role all others that belong to the same people by now. */
export async function touchKin(engine: Engine, task: TouchTask, role: Role): Promise<void> {
  const people = `SELECT person FROM link FINAL
    WHERE ws = {ws:UInt32} AND person != 0 AND identifier IN (${touchedAs(role)})`;
  await touch(
    engine,
    task,
    role,
    `WITH people AS (${people})
    SELECT identifier FROM link FINAL
    WHERE ws = {ws:UInt32} AND person IN people AND identifier IN (
      SELECT person FROM people
      UNION DISTINCT
      SELECT identifier FROM kin WHERE ws = {ws:UInt32} AND person IN people)`,
  );
}

/** SQL for where the rows lie in which the identifiers of a subquery stand; rows without any lie at their journey. */
export function actorsOf(identifiers: string): string {
  return `${identifiers}
    UNION DISTINCT
    SELECT actor FROM met WHERE ws = {ws:UInt32} AND identifier IN (${identifiers})`;
}
