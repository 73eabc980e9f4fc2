import { z } from "zod";
import type { Mapping } from "../../core/event/mapping.ts";
import { kindRule } from "../../core/identity/least-trust.ts";
import { whoIsWho, type Said } from "../../core/identity/who-is-who.ts";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Engine } from "../port.ts";
import { places } from "./identifiers.ts";
import { readKnown } from "./said.ts";
import { actorsOf } from "./touched.ts";

/** Identifiers of one zone that are still shown. */
const MOST = 500;

/** One identifier of a zone: whose it is, and from which trust it links. */
const Link = z.object({ identifier: z.string(), person: z.string(), least: z.number() });
const Pair = z.object({
  a: z.string(),
  b: z.string(),
  kind_a: z.string(),
  kind_b: z.string(),
  trust: z.number(),
});
const Verdict = Pair.omit({ trust: true }).extend({
  says: z.enum(["nothing", "same", "apart", "later"]),
  nth: z.coerce.number(),
});

/** All that is said of those who might be one person with this one. */
export type Zone = {
  readonly links: readonly z.infer<typeof Link>[];
  readonly pairs: readonly z.infer<typeof Pair>[];
  readonly verdicts: readonly z.infer<typeof Verdict>[];
};

/** Rejects with `too-much` when it is more than can be shown. */
export async function readZone(
  engine: Engine,
  { ws, person, signal }: { ws: number; person: string; signal?: AbortSignal | undefined },
): Promise<Zone> {
  const { lookup } = engine;
  const links = await lookup.rows(
    Link,
    `WITH zones AS (
      SELECT zone FROM link FINAL
      WHERE ws = {ws:UInt32} AND identifier = {person:UInt64} AND zone != 0)
    SELECT identifier, person, least FROM link FINAL
    WHERE ws = {ws:UInt32} AND zone IN zones AND identifier IN (
      SELECT identifier FROM zone_kin WHERE ws = {ws:UInt32} AND zone IN zones)
    ORDER BY identifier LIMIT ${MOST + 1}`,
    { ws, person },
    { signal },
  );
  if (links.length > MOST) throw new AppError("too-much", message("too-many-ties", { most: MOST }));
  const ones = links.map(({ identifier }) => BigInt(identifier));
  const within = "ws = {ws:UInt32} AND a IN {ones:Array(UInt64)} AND b IN {ones:Array(UInt64)}";
  const pairs = await lookup.rows(
    Pair,
    `SELECT a, b, any(kind_a) AS kind_a, any(kind_b) AS kind_b, max(trust) AS trust
    FROM pair WHERE ${within} GROUP BY a, b ORDER BY a, b`,
    { ws, ones },
    { signal },
  );
  const verdicts = await lookup.rows(
    Verdict,
    `SELECT a, b, kind_a, kind_b, says, nth FROM verdict FINAL
    WHERE ${within} AND says IN ('same', 'apart') ORDER BY nth DESC, a, b`,
    { ws, ones },
    { signal },
  );
  return { links, pairs, verdicts };
}

/** A few identifiers, and where their rows lie. */
function shown(ws: number, identifiers: BigUint64Array) {
  const ones = "SELECT arrayJoin({ones:Array(UInt64)})";
  const rows = `actor IN (${actorsOf(ones)})`;
  return { ws, ones, rows, parameters: { ones: [...identifiers] } };
}

/** Who would be who if these two were decided not to be one person: identifier → person. */
export async function partedBy(
  engine: Engine,
  { ws, rules, zone }: { ws: number; rules: Readonly<Mapping["identity"]>; zone: Zone },
  apart: { readonly a: string; readonly b: string },
): Promise<Map<string, string>> {
  const identifiers = BigUint64Array.from(zone.links, ({ identifier }) => BigInt(identifier));
  const at = (hash: string) => places(BigUint64Array.of(BigInt(hash)), identifiers)[0]!;
  const ends = (list: readonly { readonly a: string; readonly b: string }[]) => ({
    a: Uint32Array.from(list, ({ a }) => at(a)),
    b: Uint32Array.from(list, ({ b }) => at(b)),
  });
  const names: string[] = [];
  const kinds = new Uint8Array(identifiers.length);
  for (const { a, b, kind_a, kind_b } of [...zone.pairs, ...zone.verdicts])
    for (const [hash, kind] of [
      [a, kind_a],
      [b, kind_b],
    ] as const) {
      if (!names.includes(kind)) names.push(kind);
      kinds[at(hash)] = names.indexOf(kind);
    }
  const met = { ...ends(zone.pairs), trust: Uint8Array.from(zone.pairs, ({ trust }) => trust) };
  const key = ({ a, b }: { a: string; b: string }) => [a, b].toSorted().join(" ");
  const saying = (what: string) =>
    zone.verdicts.filter((each) => each.says === what && key(each) !== key(apart));
  const said: Said = {
    kinds,
    rules: names.map((kind) => kindRule(rules[kind])),
    members: new Uint8Array(identifiers.length).fill(1),
    met,
    same: ends(saying("same")),
    apart: ends([...saying("apart"), apart]),
    known: await readKnown(engine, shown(ws, identifiers), identifiers, met),
    floor: Uint8Array.from(zone.links, ({ least }) => least),
  };
  const { person } = whoIsWho(said);
  return new Map(
    zone.links.map(({ identifier }, i) => [identifier, String(identifiers[person[i]!])]),
  );
}
