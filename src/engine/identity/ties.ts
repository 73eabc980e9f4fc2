import { z } from "zod";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Engine } from "../port.ts";
import { readIdentifiers } from "./read-identifiers.ts";
import { readZone, type Zone } from "./zone.ts";

/** An identifier of a person, or one that was cut off from him. */
export type TiedIdentifier = {
  readonly hash: string;
  readonly kind: string;
  readonly value: string;
  /** Whose it is. */
  readonly person: string;
  readonly sources: readonly string[];
  readonly rows: number;
};

/** The row that ties two identifiers best: the highest trust, then the earliest. */
const Evidence = z.object({
  a: z.string(),
  b: z.string(),
  rows: z.number(),
  source: z.string(),
  import: z.number(),
  time: z.string(),
  trust: z.number(),
});

export type Ties = {
  readonly zone: Zone;
  readonly identifiers: readonly TiedIdentifier[];
  readonly rows: readonly z.infer<typeof Evidence>[];
};

/** Why somebody's identifiers are his: what tied each two, and what was cut. Rejects with `not-found`. */
export async function tiesOf(
  engine: Engine,
  {
    ws,
    person,
    reveal,
    signal,
  }: { ws: number; person: string; reveal: boolean; signal?: AbortSignal | undefined },
): Promise<Ties> {
  const { lookup } = engine;
  const found = await readZone(engine, { ws, person, signal });
  const zone =
    found.links.length > 0
      ? found
      : { ...found, links: [{ identifier: person, person, least: 1 }] };
  const ones = zone.links.map(({ identifier }) => BigInt(identifier));
  const texts = await readIdentifiers(lookup, { ws, hashes: ones, reveal }, { signal });
  if (texts.length === 0) throw new AppError("not-found", message("no-person"));
  const told = await lookup.rows(
    z.object({ one: z.string(), sources: z.array(z.string()), rows: z.number() }),
    `SELECT one, arraySort(groupUniqArray(toString(source))) AS sources, toUInt32(count()) AS rows
    FROM event ARRAY JOIN who AS one
    WHERE ws = {ws:UInt32} AND hasAny(who, {ones:Array(UInt64)}) AND one IN {ones:Array(UInt64)}
    GROUP BY one`,
    { ws, ones },
    { signal },
  );
  const rows = await lookup.rows(
    Evidence,
    `SELECT a, b, rows, best.1 AS time, best.2 AS source, best.3 AS import, best.4 AS trust
    FROM (
      SELECT a, b, toUInt32(count()) AS rows,
        argMin((time, toString(source), import, trust), (3 - trust, kind = 'person', time, source, row)) AS best
      FROM (
        SELECT a, arrayJoin(who) AS b, time, source, import, trust, kind, row
        FROM event ARRAY JOIN who AS a
        WHERE ws = {ws:UInt32} AND length(who) > 1 AND hasAny(who, {ones:Array(UInt64)})
      ) WHERE a < b AND a IN {ones:Array(UInt64)} AND b IN {ones:Array(UInt64)}
      GROUP BY a, b
    ) ORDER BY a, b`,
    { ws, ones },
    { signal },
  );
  const whose = new Map(zone.links.map((each) => [each.identifier, each.person]));
  const by = new Map(told.map((each) => [each.one, each]));
  return {
    zone,
    rows,
    identifiers: texts.map(({ hash, kind, value }) => {
      const owner = whose.get(hash) ?? hash;
      const { sources = [], rows: count = 0 } = by.get(hash) ?? {};
      return { hash, kind, value, person: owner === "0" ? hash : owner, sources, rows: count };
    }),
  };
}
