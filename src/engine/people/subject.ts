import { z } from "zod";
import { tracesOf } from "../../core/people/traces.ts";
import { identifierSql } from "../event/identifier.ts";
import { createBindings } from "../event/bindings.ts";
import { identifierHash } from "../identity/pseudonym.ts";
import { readIdentifiers, type Identifier } from "../identity/read-identifiers.ts";
import type { Engine, Parameters } from "../port.ts";

/** Somebody who is to be erased, as the engine knows him. */
export type Subject = {
  readonly ws: number;
  /** Hashes of the identifiers that are his alone. */
  readonly own: readonly bigint[];
  /** Journeys that his source named. */
  readonly journeys: readonly bigint[];
  /** Identifiers in his rows that are of several people. */
  readonly shared: readonly bigint[];
  /** His own identifiers, in full, also those that were only given. */
  readonly identifiers: readonly Identifier[];
  /** How many of those that were given are of several people, and lead to nobody. */
  readonly refused: number;
};

export type Asked = {
  readonly ws: number;
  /** Person ids, as other answers give them. */
  readonly people: readonly string[];
  readonly identifiers: readonly { readonly kind: string; readonly value: string }[];
};

const Hash = z.object({ hash: z.string() }).transform(({ hash }) => BigInt(hash));

/** Finds out what is of whom: changes nothing. */
export async function subjectOf(
  engine: Engine,
  { ws, people, identifiers }: Asked,
): Promise<Subject> {
  const ask = (sql: string, parameters: Parameters = {}) =>
    engine.intake.rows(Hash, sql, { ws, ...parameters });
  const given: Identifier[] = [];
  for (const { kind, value } of identifiers) {
    const bind = createBindings();
    const sql = `SELECT ${identifierHash(bind.text(kind), "value")} AS hash, ${bind.text(kind)} AS kind, value
      FROM (SELECT ${identifierSql(kind, bind.text(value), [], bind)} AS value) WHERE value != ''`;
    given.push(...(await engine.intake.rows(Given, sql, bind.parameters)));
  }
  const named = [...people.map(BigInt), ...given.map(({ hash }) => BigInt(hash))];
  const sharing = new Set(
    await ask(
      `SELECT identifier AS hash FROM link FINAL
      WHERE ws = {ws:UInt32} AND person = 0 AND identifier IN {named:Array(UInt64)}`,
      { named },
    ),
  );
  const alone = named.filter((hash) => !sharing.has(hash));
  // Who is linked to whom; somebody whose one identifier never met another is called after it.
  const own = await ask(
    `SELECT DISTINCT arrayJoin([toUInt64(identifier), person]) AS hash FROM link FINAL
    WHERE ws = {ws:UInt32} AND person != 0 AND person IN (
      SELECT person FROM link FINAL WHERE ws = {ws:UInt32} AND identifier IN {alone:Array(UInt64)}
      UNION ALL SELECT arrayJoin({alone:Array(UInt64)}))`,
    { alone },
  );
  const linked = [...new Set([...alone, ...own])];
  // What came in with him and has not met the links yet.
  const fresh = await ask(
    `SELECT DISTINCT arrayJoin(who) AS hash FROM event
    WHERE ws = {ws:UInt32} AND hasAny(who, {own:Array(UInt64)})
      AND hash NOT IN (SELECT identifier FROM link WHERE ws = {ws:UInt32})`,
    { own: linked },
  );
  const all = [...new Set([...linked, ...fresh])];
  const shared = await ask(
    `SELECT identifier AS hash FROM link FINAL WHERE ws = {ws:UInt32} AND person = 0 AND identifier IN (
      SELECT arrayJoin(who) FROM event WHERE ws = {ws:UInt32} AND hasAny(who, {own:Array(UInt64)}))`,
    { own: all },
  );
  // A journey is his when the first row in it that names anybody names him.
  const journeys = await ask(
    `SELECT journey AS hash FROM event WHERE ws = {ws:UInt32} AND journey != 0 AND journey IN (
      SELECT journey FROM event WHERE ws = {ws:UInt32} AND hasAny(who, {own:Array(UInt64)}))
      AND notEmpty(who)
    GROUP BY journey HAVING argMin(has({own:Array(UInt64)}, ${ownerSql}), (time, source, row, rule))
    UNION DISTINCT
    SELECT journey AS hash FROM event WHERE ws = {ws:UInt32} AND journey != 0
      AND journey IN {own:Array(UInt64)}`,
    { own: all, shared },
  );
  const known = await readIdentifiers(engine.intake, { ws, hashes: all, reveal: true });
  const texts = new Map([...given, ...known].map((each) => [each.hash, each]));
  return {
    ws,
    own: all,
    journeys,
    shared,
    identifiers: [...texts.values()].filter(({ hash }) => !sharing.has(BigInt(hash))),
    refused: sharing.size,
  };
}

const Given = z.object({ hash: z.string(), kind: z.string(), value: z.string() });

/** SQL: whose a row with identifiers is, see `ownersSql`. */
const ownerSql = "arrayFirst(one -> NOT has({shared:Array(UInt64)}, one), who)";

/** SQL condition on `event`: rows that are his. Its parameters are those of `parametersOf`. */
export const hisSql = `((hasAny(who, {own:Array(UInt64)}) AND has({own:Array(UInt64)}, ${ownerSql}))
  OR (journey != 0 AND has({journeys:Array(UInt64)}, journey) AND NOT arrayExists(
    one -> NOT has({shared:Array(UInt64)}, one) AND NOT has({own:Array(UInt64)}, one), who)))`;

export function parametersOf({ ws, own, journeys, shared }: Subject): Parameters {
  return { ws, own, journeys, shared };
}

/** How he may stand in texts: a regular expression, or null when all that is known of him is too short. */
export function patternOf({ identifiers }: Pick<Subject, "identifiers">): string | null {
  const patterns = identifiers.flatMap((each) => tracesOf(each)?.pattern ?? []);
  return patterns.length === 0 ? null : patterns.join("|");
}
