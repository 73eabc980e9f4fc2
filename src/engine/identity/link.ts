import type { Mapping } from "../../core/event/mapping.ts";
import { kindRule } from "../../core/identity/least-trust.ts";
import { whoIsWho, type Said } from "../../core/identity/who-is-who.ts";
import type { Engine } from "../port.ts";
import { readSaid } from "./said.ts";
import { fresh } from "./touched.ts";

export type LinkTask = {
  readonly ws: number;
  /** Only what these imports can have changed, whose people are touched; null computes all links anew. */
  readonly imports: readonly number[] | null;
  /** Number of this derivation; the links it writes carry it. */
  readonly build: number;
  /** Kind of identifier → rule; a kind without one follows the defaults. */
  readonly rules: Readonly<Mapping["identity"]>;
  readonly signal?: AbortSignal | undefined;
};

const LINKS_PER_WRITE = 50_000;

/**
 * Notes which identifiers stood together in the rows of an import, and writes to whom each of them
 * belongs. Only the zones that the imports and decisions touch are computed again; the outcome is that
 * of computing all. Returns how many links were written.
 */
export async function link(engine: Engine, task: LinkTask): Promise<number> {
  const { ws, imports, build, signal } = task;
  if (imports === null)
    for (const table of ["pair", "pair_back"])
      await engine.intake.run(`ALTER TABLE ${table} DROP PARTITION ${ws}`, {}, { signal });
  await notePairs(engine, task);
  const { identifiers, names, ...said } = await readSaid(engine, task);
  const rules = names.map((kind) => kindRule(task.rules[kind]));
  const found = whoIsWho({ ...said, rules } satisfies Said);
  const written = [...identifiers.keys()].filter((i) => said.members[i] === 1);
  for (let from = 0; from < written.length; from += LINKS_PER_WRITE) {
    const rows = written.slice(from, from + LINKS_PER_WRITE).map((i) => {
      const shared = found.shared[i] === 1;
      const person = shared ? 0n : identifiers[found.person[i]!]!;
      const alone = shared && found.least[i]! > 2;
      const zone = alone ? 0n : identifiers[found.zone[i]!]!;
      return `(${ws},${identifiers[i]},${person},${build},${zone},${found.least[i]})`;
    });
    await engine.intake.run(
      `INSERT INTO link (ws, identifier, person, build, zone, least) VALUES ${rows.join(",")}`,
      {},
      { signal },
    );
  }
  if (imports === null) await forgetOthers(engine, task);
  return written.length;
}

/** Identifiers that met nobody after all are themselves again. */
async function forgetOthers(engine: Engine, { ws, build, signal }: LinkTask): Promise<void> {
  await engine.intake.run(
    `INSERT INTO link (ws, identifier, person, build, zone, least)
    SELECT ws, identifier, identifier, {build:UInt32}, identifier, 1
    FROM link FINAL WHERE ws = {ws:UInt32} AND build < {build:UInt32} AND person != identifier`,
    { ws, build },
    { signal },
  );
}

/** Writes pairs that are new, or that are told with a higher trust than before. */
async function notePairs(engine: Engine, task: LinkTask): Promise<void> {
  const whole = task.imports === null;
  const rows = whole ? "event WHERE ws = {ws:UInt32}" : fresh;
  const named = whole ? "" : `AND hash IN (SELECT arrayJoin(who) FROM ${fresh})`;
  const kind = `SELECT hash, any(kind) AS kind FROM identifier WHERE ws = {ws:UInt32} ${named} GROUP BY hash`;
  const told = `
    SELECT a, b, max(trust) AS trust
    FROM (
      SELECT a, arrayJoin(who) AS b, trust
      FROM (
        SELECT who, max(trust) AS trust FROM ${rows} AND length(who) > 1 GROUP BY who
      ) ARRAY JOIN who AS a
    ) WHERE a < b GROUP BY a, b`;
  const news = whole
    ? ""
    : `WHERE (a, b, trust) NOT IN (
          SELECT a, b, arrayJoin(range(1, trust + 1)) FROM pair
          WHERE ws = {ws:UInt32} AND (a, b) IN (SELECT a, b FROM (${told})))`;
  await engine.intake.run(
    `INSERT INTO pair (ws, a, b, kind_a, kind_b, trust)
    SELECT {ws:UInt32}, a, b, ka.kind, kb.kind, trust
    FROM (SELECT * FROM (${told}) ${news}) AS met
    JOIN (${kind}) AS ka ON ka.hash = met.a
    JOIN (${kind}) AS kb ON kb.hash = met.b`,
    { ws: task.ws, imports: task.imports ?? [] },
    { signal: task.signal },
  );
}
