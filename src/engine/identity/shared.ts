import { z } from "zod";
import type { Engine } from "../port.ts";
import { readIdentifiers } from "./read-identifiers.ts";

const SHOWN = 50;

const Kind = z.object({ kind: z.string(), identifiers: z.number(), shared: z.number() });
const Torn = z.object({ one: z.string(), met: z.string(), count: z.number(), least: z.number() });

export type SharedIdentifier = {
  readonly kind: string;
  /** Masked. */
  readonly value: string;
  /** The kind of which it met most, and how many. */
  readonly met: string;
  readonly count: number;
  /** Trust from which it links after all. */
  readonly least: number;
};

/** Kinds of identifiers with how many there are, and how many of them link nobody. */
export function countKinds(
  engine: Engine,
  ws: number,
  signal?: AbortSignal,
): Promise<z.infer<typeof Kind>[]> {
  return engine.analysis.rows(
    Kind,
    `SELECT kind, toUInt32(uniqExact(hash)) AS identifiers,
      toUInt32(uniqExactIf(hash, hash IN (
        SELECT identifier FROM link FINAL WHERE ws = {ws:UInt32} AND person = 0))) AS shared
    FROM identifier WHERE ws = {ws:UInt32} GROUP BY kind ORDER BY kind`,
    { ws },
    { signal },
  );
}

/** Identifiers that are torn between too many, the most torn first. */
export async function sharedIdentifiers(
  engine: Engine,
  ws: number,
  signal?: AbortSignal,
): Promise<SharedIdentifier[]> {
  const torn = `SELECT identifier FROM link FINAL WHERE ws = {ws:UInt32} AND least > 1`;
  const rows = await engine.analysis.rows(
    Torn,
    `SELECT one, met, toUInt32(count) AS count, least FROM (
      SELECT one, met, uniqExact(other) AS count FROM (
        SELECT a AS one, b AS other, kind_b AS met FROM pair WHERE ws = {ws:UInt32} AND a IN (${torn})
        UNION ALL
        SELECT b AS one, a AS other, kind_a AS met FROM pair WHERE ws = {ws:UInt32} AND b IN (${torn})
      ) GROUP BY one, met ORDER BY count DESC, one LIMIT 1 BY one LIMIT ${SHOWN}
    ) AS most
    JOIN (SELECT identifier, least FROM link FINAL WHERE ws = {ws:UInt32} AND least > 1) AS linked
      ON linked.identifier = one
    ORDER BY count DESC, one`,
    { ws },
    { signal },
  );
  const hashes = rows.map(({ one }) => BigInt(one));
  const texts = await readIdentifiers(engine.analysis, { ws, hashes }, { signal });
  const named = new Map(texts.map((text) => [text.hash, text]));
  return rows.flatMap(({ one, ...row }) => {
    const text = named.get(one);
    return text ? [{ ...row, kind: text.kind, value: text.value }] : [];
  });
}
