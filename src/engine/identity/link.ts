import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Mapping } from "../../core/event/mapping.ts";
import {
  components,
  kindRule,
  sharedIdentifiers,
  type Pairs,
} from "../../core/identity/components.ts";
import type { Engine } from "../port.ts";
import { distinct, joined, packed, places, unpack } from "./identifiers.ts";
import { fresh, touch, touchedAs } from "./touched.ts";

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

const PAIRS_PER_READ = 250_000;
const LINKS_PER_WRITE = 50_000;

/**
 * Notes which identifiers stood together in the rows of an import, and writes to whom each of them
 * belongs. Only the people that the import touches are computed again; the outcome is that of
 * computing all. Returns how many links were written.
 */
export async function link(engine: Engine, task: LinkTask): Promise<number> {
  await notePairs(engine, task);
  const region = await readRegion(engine, task);
  const rules = region.kinds.map((kind) => kindRule(task.rules[kind]));
  const { pairs, kindOf, identifiers } = region;
  const shared = sharedIdentifiers(pairs, kindOf, rules);
  for (const place of await sharedForGood(engine, task, identifiers)) shared[place] = 1;
  const people = components(inside(pairs, region.member), kindOf, rules, shared);
  const written = [...identifiers.keys()].filter((i) => region.member[i] === 1);
  for (let from = 0; from < written.length; from += LINKS_PER_WRITE) {
    const rows = written.slice(from, from + LINKS_PER_WRITE).map((i) => {
      const person = shared[i] ? 0n : identifiers[people[i]!]!;
      return `(${task.ws},${identifiers[i]},${person},${task.build})`;
    });
    const { signal } = task;
    await engine.intake.run(`INSERT INTO link VALUES ${rows.join(",")}`, {}, { signal });
  }
  return written.length;
}

/** Places of identifiers that are of several people, of whom somebody was erased. */
async function sharedForGood(
  engine: Engine,
  { ws, signal }: LinkTask,
  identifiers: BigUint64Array,
): Promise<number[]> {
  const rows = await engine.intake.rows(
    z.object({ identifier: z.string() }),
    "SELECT DISTINCT identifier FROM shared_for_good WHERE ws = {ws:UInt32}",
    { ws },
    { signal },
  );
  const known = new Set(rows.map(({ identifier }) => BigInt(identifier)));
  return known.size === 0 ? [] : [...identifiers.keys()].filter((i) => known.has(identifiers[i]!));
}

async function notePairs(engine: Engine, { ws, imports, signal }: LinkTask): Promise<void> {
  const rows = imports === null ? "event WHERE ws = {ws:UInt32}" : fresh;
  const told = imports === null ? "" : `AND hash IN (SELECT arrayJoin(who) FROM ${fresh})`;
  const kind = `SELECT hash, any(kind) AS kind FROM identifier WHERE ws = {ws:UInt32} ${told} GROUP BY hash`;
  await engine.intake.run(
    `INSERT INTO pair
    SELECT {ws:UInt32}, a, b, ka.kind, kb.kind
    FROM (
      SELECT DISTINCT a, b
      FROM (
        SELECT a, arrayJoin(who) AS b
        FROM (
          SELECT DISTINCT who FROM ${rows} AND length(who) > 1
        ) ARRAY JOIN who AS a
      ) WHERE a < b
    ) AS met
    JOIN (${kind}) AS ka ON ka.hash = met.a
    JOIN (${kind}) AS kb ON kb.hash = met.b`,
    { ws, imports: imports ?? [] },
    { signal },
  );
}

type Region = {
  /** Sorted by hash, so that the smallest index is the smallest hash. */
  readonly identifiers: BigUint64Array;
  readonly kinds: readonly string[];
  readonly kindOf: Uint8Array;
  /** 1 for those whose every pair is here; the others only stand at the far end of a pair. */
  readonly member: Uint8Array;
  readonly pairs: Pairs;
};

const PackedPairs = z.object({
  a: z.string(),
  b: z.string(),
  kindA: z.string(),
  kindB: z.string(),
  memberA: z.string(),
  memberB: z.string(),
});

/**
 * The pairs at which an identifier of the region stands. The region is closed: from a member to a
 * non-member there is no link, only pairs that a shared end or a unique kind keeps from linking.
 * That holds because a shared identifier stays shared; those known as such are not looked at again.
 */
async function readRegion(engine: Engine, task: LinkTask): Promise<Region> {
  const { ws, imports, signal } = task;
  const parameters = { ws };
  const limits = { signal, seconds: 3600 };
  const { intake } = engine;
  if (imports !== null) {
    await touch(
      engine,
      { ws, imports, signal },
      "member",
      `${touchedAs("person")} AND hash NOT IN (
        SELECT identifier FROM link FINAL
        WHERE ws = {ws:UInt32} AND person = 0 AND identifier IN (${touchedAs("person")}))`,
    );
  }
  const members = touchedAs("member");
  const member = (end: string) => (imports === null ? "1" : `${end} IN (${members})`);
  const region =
    imports === null
      ? "ws = {ws:UInt32}"
      : `ws = {ws:UInt32} AND a IN (
          ${members} UNION DISTINCT
          SELECT a FROM pair_back WHERE ws = {ws:UInt32} AND b IN (${members}))`;
  const kindRows = await intake.rows(
    z.object({ kind: z.string() }),
    `SELECT DISTINCT arrayJoin([kind_a, kind_b]) AS kind FROM pair WHERE ${region} ORDER BY kind`,
    parameters,
    limits,
  );
  const kinds = kindRows.map((row) => row.kind);
  const size = await intake.rows(
    z.object({ reads: z.number() }),
    `SELECT toUInt32(ceil(count() / ${PAIRS_PER_READ})) AS reads FROM pair
    WHERE ${region} AND (${member("a")} OR ${member("b")})`,
    parameters,
    limits,
  );
  const { reads } = must(size[0], "the number of pairs");
  const byte = (value: string) => `arrayStringConcat(groupArray(hex(toUInt8(${value}))))`;
  const parts = [];
  for (let read = 0; read < reads; read++) {
    const rows = await intake.rows(
      PackedPairs,
      `SELECT ${packed("a")} AS a, ${packed("b")} AS b,
        ${byte("indexOf({kinds:Array(String)}, kind_a) - 1")} AS kindA,
        ${byte("indexOf({kinds:Array(String)}, kind_b) - 1")} AS kindB,
        ${byte("in_a")} AS memberA, ${byte("in_b")} AS memberB
      FROM (
        SELECT DISTINCT a, b, kind_a, kind_b, ${member("a")} AS in_a, ${member("b")} AS in_b
        FROM pair
        WHERE ${region} AND a % {reads:UInt32} = {read:UInt32} AND (in_a OR in_b)
      ) AS near`,
      { ...parameters, kinds, reads, read },
      limits,
    );
    parts.push(must(rows[0], "the packed pairs"));
  }
  return assemble(kinds, parts);
}

function assemble(kinds: readonly string[], parts: readonly z.infer<typeof PackedPairs>[]): Region {
  const a = parts.map((part) => unpack(part.a));
  const b = parts.map((part) => unpack(part.b));
  const identifiers = distinct(joined([...a, ...b]));
  const pairs = { a: places(joined(a), identifiers), b: places(joined(b), identifiers) };
  const kindOf = new Uint8Array(identifiers.length);
  const member = new Uint8Array(identifiers.length);
  const fill = (to: Uint8Array, ends: Uint32Array, texts: readonly string[]) => {
    const bytes = Buffer.from(texts.join(""), "hex");
    for (let i = 0; i < ends.length; i++) to[ends[i]!] = bytes[i]!;
  };
  fill(
    kindOf,
    pairs.a,
    parts.map((part) => part.kindA),
  );
  fill(
    kindOf,
    pairs.b,
    parts.map((part) => part.kindB),
  );
  fill(
    member,
    pairs.a,
    parts.map((part) => part.memberA),
  );
  fill(
    member,
    pairs.b,
    parts.map((part) => part.memberB),
  );
  return { identifiers, kinds, kindOf, member, pairs };
}

/** The pairs that have both ends among the members. */
function inside(pairs: Pairs, member: Uint8Array): Pairs {
  const keep = pairs.a.map((a, i) => (member[a] && member[pairs.b[i]!] ? 1 : 0));
  return {
    a: pairs.a.filter((_, i) => keep[i] === 1),
    b: pairs.b.filter((_, i) => keep[i] === 1),
  };
}
