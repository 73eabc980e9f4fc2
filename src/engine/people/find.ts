import { z } from "zod";
import type { Mapping } from "../../core/event/mapping.ts";
import type { FoundPeople, FoundPerson } from "../../core/people/found-person.ts";
import { createBindings } from "../event/bindings.ts";
import { identifierSql } from "../event/identifier.ts";
import { identifierHash } from "../identity/pseudonym.ts";
import { readIdentifiers } from "../identity/read-identifiers.ts";
import type { Engine } from "../port.ts";
import { overOwnRows, ownIdentifiers, ownParameters, ownRowsSql } from "./own-rows.ts";

/** So many people with one identifier are told. */
const MOST = 20;

export type Sought = {
  readonly ws: number;
  readonly value: string;
  /** Null for every kind of the workspace. */
  readonly kind: string | null;
  readonly identity: Readonly<Mapping["identity"]>;
  readonly signal?: AbortSignal | undefined;
};

const Kind = z.object({ kind: z.string() });
const Written = z.object({ identifier: z.string(), kind: z.string(), shared: z.boolean() });

/** The people behind an identifier as somebody writes it: read as a mapping would read it. */
export async function findPeople(engine: Engine, sought: Sought): Promise<FoundPeople> {
  const { ws, signal } = sought;
  const identifiers = await written(engine, sought);
  const behind = await peopleBehind(
    engine,
    ws,
    identifiers.map(({ identifier }) => identifier),
    signal,
  );
  const all = [...new Set([...behind.values()].flat())];
  const people: FoundPerson[] = [];
  for (const person of all.slice(0, MOST)) people.push(await met(engine, { ws, person, signal }));
  return { identifiers, people, more: all.length > MOST };
}

/** The identifiers of the workspace that are written like this. */
async function written(engine: Engine, sought: Sought): Promise<z.infer<typeof Written>[]> {
  const { ws, value, kind, identity, signal } = sought;
  const known =
    kind !== null
      ? [{ kind }]
      : await engine.lookup.rows(
          Kind,
          "SELECT DISTINCT toString(kind) AS kind FROM identifier WHERE ws = {ws:UInt32} ORDER BY kind",
          { ws },
          { signal },
        );
  if (known.length === 0) return [];
  const bind = createBindings();
  const pairs = known.map(({ kind: each }) => {
    const read = identifierSql(each, bind.text(value), identity[each]?.blocked ?? [], bind);
    return `(${bind.text(each)}, ${read})`;
  });
  return engine.lookup.rows(
    Written,
    `SELECT hash AS identifier, any(toString(identifier.kind)) AS kind,
      (hash IN (SELECT identifier FROM link FINAL WHERE ws = {ws:UInt32} AND person = 0))::Bool AS shared
    FROM identifier WHERE ws = {ws:UInt32} AND hash IN (
      SELECT ${identifierHash("pair.1", "pair.2")} FROM (SELECT arrayJoin([${pairs.join(", ")}]) AS pair)
      WHERE pair.2 != '')
    GROUP BY hash ORDER BY kind, hash`,
    { ...bind.parameters, ws },
    { signal },
  );
}

const Behind = z.object({ identifier: z.string(), person: z.string() });

/**
 * Per identifier the people it leads to now: one for an identifier of its own, all with rows in which
 * it stands for one that is shared. One of which nothing is held leads to nobody.
 */
export async function peopleBehind(
  engine: Engine,
  ws: number,
  identifiers: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, string[]>> {
  if (identifiers.length === 0) return new Map();
  const rows = await engine.lookup.rows(
    Behind,
    `WITH asked AS (
      SELECT DISTINCT hash AS identifier FROM identifier
      WHERE ws = {ws:UInt32} AND hash IN {asked:Array(UInt64)}
    ), linked AS (SELECT identifier, person FROM link FINAL WHERE ws = {ws:UInt32})
    SELECT asked.identifier AS identifier,
      if(linked.identifier = asked.identifier, linked.person, asked.identifier) AS person
    FROM asked LEFT JOIN linked ON linked.identifier = asked.identifier
    ORDER BY identifier`,
    { ws, asked: identifiers.map(BigInt) },
    { signal },
  );
  const found = new Map<string, string[]>();
  for (const { identifier, person } of rows)
    found.set(
      identifier,
      person === "0" ? await peopleSharing(engine, ws, identifier, signal) : [person],
    );
  return found;
}

const Person = z.object({ person: z.string() });

/** The people in whose rows a shared identifier stands. */
async function peopleSharing(
  engine: Engine,
  ws: number,
  identifier: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const rows = await engine.lookup.rows(
    Person,
    `WITH lists AS (
      SELECT DISTINCT who FROM event WHERE ws = {ws:UInt32} AND has(who, {identifier:UInt64})
    )
    SELECT DISTINCT if(countIf(owner != 0) = 0, any(first), argMinIf(owner, nth, owner != 0)) AS person
    FROM (
      SELECT who, who[1] AS first, nth, if(linked.identifier = one, linked.person, one) AS owner
      FROM (SELECT who, one, nth FROM lists ARRAY JOIN who AS one, arrayEnumerate(who) AS nth) AS each
      LEFT JOIN (
        SELECT identifier, person FROM link FINAL
        WHERE ws = {ws:UInt32} AND identifier IN (SELECT arrayJoin(who) FROM lists)
      ) AS linked ON linked.identifier = each.one
    ) GROUP BY who ORDER BY person LIMIT ${MOST + 1}`,
    { ws, identifier },
    { signal },
  );
  return rows.map(({ person }) => person);
}

const Met = z.object({
  sources: z.array(z.string()),
  events: z.number(),
  first: z.string().nullable(),
  last: z.string().nullable(),
});

/** Somebody as he is told to who sought him. */
async function met(
  engine: Engine,
  whose: { ws: number; person: string; signal?: AbortSignal | undefined },
): Promise<FoundPerson> {
  const identifiers = await ownIdentifiers(engine, whose);
  const [seen] = await overOwnRows(
    engine,
    Met,
    `SELECT arraySort(groupUniqArray(toString(source))) AS sources, toUInt32(count()) AS events,
      minOrNullIf(time, time > 0) AS first, maxOrNullIf(time, time > 0) AS last
    FROM ${ownRowsSql} AS own`,
    ownParameters(whose, identifiers),
    { signal: whose.signal },
  );
  return {
    person: whose.person,
    identifiers: identifiers.map(({ hash, kind, value }) => ({
      identifier: hash,
      kind,
      value,
    })),
    ...(seen ?? { sources: [], events: 0, first: null, last: null }),
  };
}

/** One identifier as its owner still recognises it; null when the workspace has none like it. */
export async function identifierMask(
  engine: Engine,
  ws: number,
  identifier: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const hashes = [BigInt(identifier)];
  const [found] = await readIdentifiers(engine.lookup, { ws, hashes }, { signal });
  return found?.value ?? null;
}

const Normal = z.object({ kind: z.string(), value: z.string() });

/** Identifiers as they are compared; those that identify nobody are left out. */
export async function normalIdentifiers(
  engine: Engine,
  who: Readonly<Record<string, string>>,
  identity: Sought["identity"],
  signal?: AbortSignal,
): Promise<z.infer<typeof Normal>[]> {
  const bind = createBindings();
  const pairs = Object.entries(who).map(([kind, value]) => {
    const read = identifierSql(kind, bind.text(value), identity[kind]?.blocked ?? [], bind);
    return `(${bind.text(kind)}, ${read})`;
  });
  return engine.lookup.rows(
    Normal,
    `SELECT pair.1 AS kind, pair.2 AS value
    FROM (SELECT arrayJoin([${pairs.join(", ")}]) AS pair) WHERE value != ''`,
    bind.parameters,
    { signal },
  );
}
