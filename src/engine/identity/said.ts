import { z } from "zod";
import { must } from "../../core/assert.ts";
import type { Mapping } from "../../core/event/mapping.ts";
import { NOBODY } from "../../core/identity/least-trust.ts";
import { trust } from "../../core/identity/trust.ts";
import type { Said } from "../../core/identity/who-is-who.ts";
import type { Engine, Parameters } from "../port.ts";
import { blockedHashes } from "./blocked.ts";
import { distinct, joined, packed, places, unpack } from "./identifiers.ts";
import { actorsOf, touch, touchedAs } from "./touched.ts";

export type Region = {
  readonly ws: number;
  /** Those that were touched by these imports; null for everybody. */
  readonly imports: readonly number[] | null;
  readonly rules: Readonly<Mapping["identity"]>;
  readonly signal?: AbortSignal | undefined;
};

/** What is said of the identifiers of a region, with their hashes and the names of their kinds. */
export type SaidOf = Omit<Said, "rules"> & {
  /** Sorted by hash, so that the smallest index is the smallest hash. */
  readonly identifiers: BigUint64Array;
  readonly names: readonly string[];
};

type Context = {
  readonly engine: Engine;
  readonly region: Region;
  readonly names: readonly string[];
  readonly limits: { readonly signal: AbortSignal | undefined; readonly seconds: number };
};

const PAIRS_PER_READ = 250_000;

/**
 * All that is said of the identifiers of a region. It is closed: a pair from a member to a non-member
 * links by neither, whatever else is said.
 */
export async function readSaid(engine: Engine, region: Region): Promise<SaidOf> {
  const { ws, signal } = region;
  const limits = { signal, seconds: 3600 };
  await noteMembers(engine, region);
  const named = { engine, region, names: [], limits };
  const kindRows = await engine.intake.rows(
    z.object({ kind: z.string() }),
    `SELECT DISTINCT arrayJoin([kind_a, kind_b]) AS kind FROM (
      SELECT kind_a, kind_b FROM pair WHERE ${nearSql(named)}
      UNION DISTINCT SELECT kind_a, kind_b FROM verdict WHERE ws = {ws:UInt32}
    ) ORDER BY kind`,
    { ws },
    limits,
  );
  const names = kindRows.map((row) => row.kind);
  const context = { engine, region, names, limits };
  return assemble(context, await readMet(context), await readVerdicts(context));
}

/** Notes whose links are computed again: whoever is touched, but those that nobody's word lets link. */
async function noteMembers(engine: Engine, { ws, imports, signal }: Region): Promise<void> {
  if (imports === null) return;
  const known = `FROM link FINAL WHERE ws = {ws:UInt32} AND identifier IN (${touchedAs("person")})
    AND identifier NOT IN (${touchedAs("anew")})`;
  await touch(
    engine,
    { ws, imports, signal },
    "member",
    `${touchedAs("person")} AND hash NOT IN (SELECT identifier ${known} AND zone = 0)`,
  );
  await engine.intake.run(
    `INSERT INTO touched SELECT ws, concat('least ', toString(least)), identifier ${known} AND least > 1`,
    { ws },
    { signal },
  );
}

/** 0 for an end that is not of the region, else the trust from which it links, as far as known. */
function leastSql({ region }: Context, end: string): string {
  if (region.imports === null) return "toUInt8(1)";
  const levels = ([2, 3, 4] as const).map(
    (level) => `${end} IN (${touchedAs(`least ${level}`)}), ${level}`,
  );
  const anew = `${end} IN (${touchedAs("anew")}), 1`;
  return `toUInt8(multiIf(${end} NOT IN (${touchedAs("member")}), 0, ${anew}, ${levels.join(", ")}, 1))`;
}

/** Condition on `pair` that lets through all pairs of the region, and few others. */
function nearSql({ region }: Context): string {
  if (region.imports === null) return "ws = {ws:UInt32}";
  const members = touchedAs("member");
  return `ws = {ws:UInt32} AND (a, b) IN (
    SELECT a, b FROM pair WHERE ws = {ws:UInt32} AND a IN (${members})
    UNION DISTINCT
    SELECT a, b FROM pair_back WHERE ws = {ws:UInt32} AND b IN (${members}))`;
}

const byte = (value: string) => `arrayStringConcat(groupArray(hex(toUInt8(${value}))))`;

/** The ends of pairs in packed form, from rows of `a`, `b`, `kind_a`, `kind_b`, `least_a`, `least_b`. */
const packedEnds = `${packed("a")} AS a, ${packed("b")} AS b,
  ${byte("indexOf({kinds:Array(String)}, kind_a) - 1")} AS kindA,
  ${byte("indexOf({kinds:Array(String)}, kind_b) - 1")} AS kindB,
  ${byte("least_a")} AS leastA, ${byte("least_b")} AS leastB`;

const PackedEnds = z.object({
  a: z.string(),
  b: z.string(),
  kindA: z.string(),
  kindB: z.string(),
  leastA: z.string(),
  leastB: z.string(),
});
type PackedEnds = z.infer<typeof PackedEnds>;

const PackedMet = PackedEnds.extend({ trust: z.string() });

async function readMet(context: Context): Promise<z.infer<typeof PackedMet>[]> {
  const { engine, region, names, limits } = context;
  const parameters: Parameters = { ws: region.ws, kinds: names };
  const near = nearSql(context);
  const size = await engine.intake.rows(
    z.object({ reads: z.number() }),
    `SELECT toUInt32(ceil(count() / ${PAIRS_PER_READ})) AS reads FROM pair
    WHERE ${near}`,
    parameters,
    limits,
  );
  const { reads } = must(size[0], "the number of pairs");
  const parts = [];
  for (let read = 0; read < reads; read++) {
    const rows = await engine.intake.rows(
      PackedMet,
      `SELECT ${packedEnds}, ${byte("told")} AS trust
      FROM (
        SELECT a, b, any(kind_a) AS kind_a, any(kind_b) AS kind_b, max(trust) AS told,
          ${leastSql(context, "a")} AS least_a, ${leastSql(context, "b")} AS least_b
        FROM pair
        WHERE ${near} AND a % {reads:UInt32} = {read:UInt32}
        GROUP BY a, b
      ) WHERE (least_a BETWEEN 1 AND told) OR (least_b BETWEEN 1 AND told)`,
      { ...parameters, reads, read },
      limits,
    );
    parts.push(must(rows[0], "the packed pairs"));
  }
  return parts;
}

const PackedVerdicts = PackedEnds.extend({ says: z.string(), nth: z.string() });

/** Every decision: whom they make one person counts wherever he was met. */
async function readVerdicts(context: Context): Promise<z.infer<typeof PackedVerdicts>> {
  const { engine, region, names, limits } = context;
  const rows = await engine.intake.rows(
    PackedVerdicts,
    `SELECT ${packedEnds}, ${byte("said")} AS says, ${packed("nth")} AS nth
    FROM (
      SELECT a, b, kind_a, kind_b, toUInt8(says) AS said, nth,
        ${leastSql(context, "a")} AS least_a, ${leastSql(context, "b")} AS least_b
      FROM verdict FINAL WHERE ws = {ws:UInt32}
    )`,
    { ws: region.ws, kinds: names },
    limits,
  );
  return must(rows[0], "the packed verdicts");
}

async function assemble(
  context: Context,
  met: readonly z.infer<typeof PackedMet>[],
  verdicts: z.infer<typeof PackedVerdicts>,
): Promise<SaidOf> {
  const { names } = context;
  const parts: readonly PackedEnds[] = [...met, verdicts];
  const ends = parts.map((part) => ({ a: unpack(part.a), b: unpack(part.b) }));
  const identifiers = distinct(joined(ends.flatMap(({ a, b }) => [a, b])));
  const [kinds, floor] = [new Uint8Array(identifiers.length), new Uint8Array(identifiers.length)];
  const members = new Uint8Array(identifiers.length);
  const placed = ends.map(({ a, b }) => ({ a: places(a, identifiers), b: places(b, identifiers) }));
  for (const [nth, part] of parts.entries()) {
    const fill = (at: Uint32Array, kind: string, least: string) => {
      const [kindOf, leastOf] = [Buffer.from(kind, "hex"), Buffer.from(least, "hex")];
      for (const [i, one] of at.entries()) {
        kinds[one] = kindOf[i]!;
        floor[one] = leastOf[i]!;
        members[one] = leastOf[i]! > 0 ? 1 : 0;
      }
    };
    fill(placed[nth]!.a, part.kindA, part.leastA);
    fill(placed[nth]!.b, part.kindB, part.leastB);
  }
  const says = Buffer.from(verdicts.says, "hex");
  const numbers = unpack(verdicts.nth);
  const decided = placed.at(-1)!;
  const newest = [...says.keys()].toSorted(
    (i, j) =>
      Number(numbers[j]! - numbers[i]!) ||
      decided.a[i]! - decided.a[j]! ||
      decided.b[i]! - decided.b[j]!,
  );
  const saying = (what: number) => {
    const those = newest.filter((i) => says[i] === what);
    return {
      a: Uint32Array.from(those, (i) => decided.a[i]!),
      b: Uint32Array.from(those, (i) => decided.b[i]!),
    };
  };
  const pairs = {
    a: flat(placed.slice(0, -1).map(({ a }) => a)),
    b: flat(placed.slice(0, -1).map(({ b }) => b)),
    trust: Uint8Array.from(Buffer.from(met.map((part) => part.trust).join(""), "hex")),
  };
  for (const hash of await blockedHashes(context.engine, context.region.rules)) {
    const at = identifiers.length > 0 ? places(BigUint64Array.of(hash), identifiers)[0]! : 0;
    if (identifiers[at] === hash) floor[at] = NOBODY;
  }
  for (const hash of await sharedForGood(context)) {
    const at = identifiers.length > 0 ? places(BigUint64Array.of(hash), identifiers)[0]! : 0;
    if (identifiers[at] === hash) floor[at] = Math.max(floor[at]!, trust.person);
  }
  const known = await readKnown(context.engine, tiedByPages(context), identifiers, pairs);
  const [same, apart] = [saying(1), saying(2)];
  return { identifiers, names, kinds, members, met: pairs, same, apart, known, floor };
}

/** Identifiers that are of several people, of whom somebody was erased. */
async function sharedForGood({ engine, region, limits }: Context): Promise<bigint[]> {
  const rows = await engine.intake.rows(
    z.object({ identifier: z.string() }),
    "SELECT DISTINCT identifier FROM shared_for_good WHERE ws = {ws:UInt32}",
    { ws: region.ws },
    limits,
  );
  return rows.map(({ identifier }) => BigInt(identifier));
}

function flat(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Whom pages tie to somebody in the region. */
function tiedByPages(context: Context): Asked {
  const { ws, imports, signal } = context.region;
  const ones = `SELECT arrayJoin([a, b]) FROM pair
    WHERE ${nearSql(context)} AND trust = ${trust.page}`;
  const rows = imports === null ? "1" : `actor IN (${actorsOf(ones)})`;
  return { ws, ones, rows, signal };
}

/** Who is asked about: SQL for identifiers, with the rows in which they may stand. */
type Asked = {
  readonly ws: number;
  /** SQL subquery of the identifiers. */
  readonly ones: string;
  /** SQL condition on `event` that lets through all rows in which they stand. */
  readonly rows: string;
  readonly parameters?: Parameters;
  readonly signal?: AbortSignal | undefined;
};

/** Of whom systems or files told; asked only of those whom pages tie to somebody. */
export async function readKnown(
  engine: Engine,
  { ws, ones, rows, parameters = {}, signal }: Asked,
  identifiers: BigUint64Array,
  pairs: SaidOf["met"],
): Promise<Uint8Array> {
  const known = new Uint8Array(identifiers.length);
  const asked = new Set<number>();
  for (let i = 0; i < pairs.a.length; i++)
    if (pairs.trust[i] === trust.page) asked.add(pairs.a[i]!).add(pairs.b[i]!);
    else known[pairs.a[i]!] = known[pairs.b[i]!] = 1;
  const open = [...asked].filter((i) => known[i] === 0).length;
  const reads = Math.ceil(open / KNOWN_PER_READ);
  for (let read = 0; read < reads; read += 1) {
    const [found] = await engine.intake.rows(
      z.object({ known: z.string() }),
      `SELECT ${packed("one")} AS known FROM (
        SELECT DISTINCT one FROM event ARRAY JOIN who AS one
        WHERE ws = {ws:UInt32} AND trust >= ${trust.system} AND ${rows}
          AND one % {reads:UInt32} = {read:UInt32} AND one IN (${ones}))`,
      { ...parameters, ws, reads, read },
      { signal, seconds: 3600 },
    );
    const hashes = unpack(must(found, "the known identifiers").known);
    // Of a pair that links nobody, neither end need be among them.
    for (const [nth, at] of places(hashes, identifiers).entries())
      if (identifiers[at] === hashes[nth]) known[at] = 1;
  }
  return known;
}

const KNOWN_PER_READ = 250_000;
