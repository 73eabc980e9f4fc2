import { z } from "zod";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import { readIdentifiers, type Identifier } from "../identity/read-identifiers.ts";
import type { Engine, Limits, Parameters } from "../port.ts";

export type Whose = {
  readonly ws: number;
  /** Person id, as other answers give it. */
  readonly person: string;
  readonly signal?: AbortSignal | undefined;
};

/** The identifiers that are one person, masked; those that he shares with others are not among them. */
export async function ownIdentifiers(
  engine: Engine,
  { ws, person, signal }: Whose,
): Promise<Identifier[]> {
  if (!/^\d{1,20}$/.test(person)) throw new AppError("not-found", message("no-person"));
  const linked = await engine.lookup.rows(
    z.object({ identifier: z.string() }),
    "SELECT identifier FROM link FINAL WHERE ws = {ws:UInt32} AND person = {person:UInt64}",
    { ws, person },
    { signal },
  );
  const hashes = [BigInt(person), ...linked.map(({ identifier }) => BigInt(identifier))];
  return readIdentifiers(engine.lookup, { ws, hashes }, { signal });
}

/** The parameters that `ownRowsSql` needs. */
export function ownParameters(
  { ws, person }: Whose,
  identifiers: readonly Pick<Identifier, "hash">[],
): Parameters {
  const own = [BigInt(person), ...identifiers.map(({ hash }) => BigInt(hash))];
  return { ws, person, own };
}

/** Goes before a SELECT from `ownRowsSql`. */
export const sharedSql = `WITH (
  SELECT groupArray(identifier) FROM link FINAL WHERE ws = {ws:UInt32} AND person = 0
    AND identifier IN (
      SELECT arrayJoin(who) FROM event WHERE ws = {ws:UInt32} AND hasAny(who, {own:Array(UInt64)}))
) AS shared`;

/**
 * The rows of one person, of every kind but references: a row is of whom its first identifier is that
 * is not shared, and one without any of its journey. A row that only shares an identifier with him is not his.
 */
export const ownRowsSql = `(
  SELECT * FROM event WHERE ws = {ws:UInt32} AND kind != 'reference'
    AND hasAny(who, {own:Array(UInt64)})
    AND has({own:Array(UInt64)},
      if(hasAll(shared, who), who[1], arrayFirst(one -> NOT has(shared, one), who)))
  UNION ALL
  SELECT * FROM event WHERE ws = {ws:UInt32} AND kind != 'reference'
    AND actor = {person:UInt64} AND empty(who)
)`;

/** Runs a SELECT over the rows of one person: `FROM ${ownRowsSql} AS own`. */
export function overOwnRows<T>(
  engine: Engine,
  row: z.ZodType<T>,
  select: string,
  parameters: Parameters,
  limits?: Limits,
): Promise<T[]> {
  return engine.lookup.rows(row, `${sharedSql} ${select}`, parameters, limits);
}
