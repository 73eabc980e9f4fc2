import { z } from "zod";
import type { Engine, Parameters } from "../port.ts";
import { NAMED_AT_ONCE } from "./touched.ts";

/** What is in force between two identifiers; `a` is the smaller hash. */
export type VerdictChange = {
  readonly a: string;
  readonly b: string;
  readonly says: "nothing" | "same" | "apart" | "later";
  /** Number of the decision: the newest goes first. */
  readonly nth: number;
};

type Task = {
  readonly ws: number;
  readonly build: number;
  readonly verdicts: readonly VerdictChange[];
  /** Everything is computed again anyway. */
  readonly whole: boolean;
  readonly signal?: AbortSignal | undefined;
};

/** The rows stand in the text of the statement, which may have 262,144 characters and 50,000 parts. */
const WRITTEN_AT_ONCE = 2_000;

/**
 * Writes what changed, and returns the identifiers for which it can make a difference beyond their zones:
 * those decided on, who was one person with them by decision, and all that ever met any of these.
 * Identifiers that are not known (any more) are passed over.
 */
export async function noteChanges(engine: Engine, task: Task): Promise<bigint[]> {
  const { ws, build, verdicts, whole, signal } = task;
  if (verdicts.length === 0) return [];
  const before = whole ? [] : await groupsOf(engine, task);
  for (let from = 0; from < verdicts.length; from += WRITTEN_AT_ONCE) {
    const rows = verdicts
      .slice(from, from + WRITTEN_AT_ONCE)
      .map(({ a, b, says, nth }) => `(${BigInt(a)}, ${BigInt(b)}, '${says}', ${nth})`);
    const kind = `SELECT hash, any(kind) AS kind FROM identifier
      WHERE ws = {ws:UInt32} AND hash IN (SELECT arrayJoin([a, b]) FROM given) GROUP BY hash`;
    await engine.intake.run(
      `INSERT INTO verdict (ws, a, b, kind_a, kind_b, says, nth, build)
      WITH given AS (
        SELECT * FROM VALUES('a UInt64, b UInt64, says String, nth UInt64', ${rows.join(",")}))
      SELECT {ws:UInt32}, a, b, ka.kind, kb.kind, says, nth, {build:UInt32} FROM given
      JOIN (${kind}) AS ka ON ka.hash = given.a
      JOIN (${kind}) AS kb ON kb.hash = given.b`,
      { ws, build },
      { signal },
    );
  }
  if (whole) return [];
  const after = await groupsOf(engine, task);
  const decided = [...new Set([...before, ...after])];
  const neighbours = (of: string) => `SELECT DISTINCT arrayJoin([a, b]) AS one FROM pair
    WHERE ws = {ws:UInt32} AND (a IN (${of}) OR b IN (${of}))`;
  const met = neighbours("SELECT arrayJoin({decided:Array(UInt64)})");
  // Who was torn between two that are one person now links again, also to others that he met.
  const torn = `SELECT identifier FROM link FINAL
    WHERE ws = {ws:UInt32} AND least > 1 AND identifier IN (${met})`;
  const all = new Set(decided);
  for (let from = 0; from < decided.length; from += NAMED_AT_ONCE) {
    const rows = await engine.intake.rows(
      z.object({ one: z.string() }),
      `${met} UNION DISTINCT ${neighbours(torn)}`,
      { ws, decided: decided.slice(from, from + NAMED_AT_ONCE) },
      { signal },
    );
    for (const { one } of rows) all.add(BigInt(one));
  }
  return [...all];
}

/** The identifiers decided on, and all that decisions make one person with them. */
async function groupsOf(engine: Engine, { ws, verdicts, signal }: Task): Promise<Set<bigint>> {
  const group = new Set(verdicts.flatMap(({ a, b }) => [BigInt(a), BigInt(b)]));
  for (let known = 0; known < group.size;) {
    // Whom it asked about already has nobody new; who is found joins the end.
    const next = [...group].slice(known, known + NAMED_AT_ONCE);
    known += next.length;
    const parameters: Parameters = { ws, group: next };
    const rows = await engine.intake.rows(
      z.object({ one: z.string() }),
      `SELECT DISTINCT arrayJoin([a, b]) AS one FROM verdict FINAL
      WHERE ws = {ws:UInt32} AND says = 'same'
        AND (a IN {group:Array(UInt64)} OR b IN {group:Array(UInt64)})`,
      parameters,
      { signal },
    );
    for (const { one } of rows) group.add(BigInt(one));
  }
  return group;
}
