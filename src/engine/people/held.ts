import { z } from "zod";
import { readIdentifiers, type Identifier } from "../identity/read-identifiers.ts";
import type { Engine } from "../port.ts";
import { tellsConsent } from "./consent-attributes.ts";
import { overOwnRows, ownIdentifiers, ownParameters, ownRowsSql, type Whose } from "./own-rows.ts";

/** Rows read at once: memory does not grow with what is held. */
const PAGE = 2000;
/** Most particulars that are told of one person. */
const TRAITS = 5000;

const Measure = z.object({
  kind: z.string(),
  name: z.string(),
  value: z.number(),
  unit: z.string(),
});
const Event = z.object({
  time: z.string(),
  kind: z.string(),
  event: z.string(),
  channel: z.string(),
  place: z.string(),
  why: z.string(),
  how: z.string(),
  source: z.string(),
  row: z.string(),
  rule: z.number(),
  id: z.string(),
  attributes: z.record(z.string(), z.string()),
  measures: z.array(Measure),
  comment: z.string(),
});
export type HeldEvent = z.infer<typeof Event>;

/** The identifiers of a person in full: for himself alone. */
export async function heldIdentifiers(engine: Engine, whose: Whose): Promise<Identifier[]> {
  const own = await ownIdentifiers(engine, whose);
  const hashes = own.map(({ hash }) => BigInt(hash));
  return readIdentifiers(
    engine.lookup,
    { ws: whose.ws, hashes, reveal: true },
    { signal: whose.signal },
  );
}

/** Every row of a person, oldest first, a page at a time. */
export async function* heldEvents(
  engine: Engine,
  whose: Whose,
  own: readonly Identifier[],
): AsyncGenerator<HeldEvent> {
  let last: HeldEvent | null = null;
  for (;;) {
    const page: HeldEvent[] = await overOwnRows(
      engine,
      Event,
      `, (SELECT groupArray((code, kind, name, unit)) FROM measure FINAL WHERE ws = {ws:UInt32}) AS known
      SELECT time, toString(kind) AS kind, toString(event) AS event, toString(channel) AS channel,
        place, why, toString(how) AS how, toString(source) AS source, row, rule, id, attributes, comment,
        arrayMap(m -> CAST((arrayFirst(k -> k.1 = m.code, known) AS k, (k.2, k.3, m.value, k.4)).2,
          'Tuple(kind String, name String, value Float64, unit String)'), measures) AS measures
      FROM ${ownRowsSql} AS own
      ${last === null ? "" : "WHERE (own.time, own.source, own.row, own.rule, own.id) > (parseDateTime64BestEffort({time:String}, 3, 'UTC'), {source:String}, {row:UInt64}, {rule:UInt8}, {id:UInt64})"}
      ORDER BY own.time, own.source, own.row, own.rule, own.id LIMIT ${PAGE}`,
      {
        ...ownParameters(whose, own),
        ...(last && {
          time: last.time,
          source: last.source,
          row: last.row,
          rule: last.rule,
          id: last.id,
        }),
      },
      { signal: whose.signal },
    );
    yield* page;
    last = page.at(-1) ?? null;
    if (page.length < PAGE || last === null) return;
  }
}

const Link = z.object({
  a: z.string(),
  b: z.string(),
  source: z.string(),
  first: z.string(),
  times: z.number(),
});

/** Which of a person's identifiers were told together, by which source, and since when. */
export function heldLinks(engine: Engine, whose: Whose, own: readonly Identifier[]) {
  return overOwnRows(
    engine,
    Link,
    `SELECT pair.1 AS a, pair.2 AS b, toString(source) AS source, min(time) AS first, toUInt32(count()) AS times
    FROM (
      SELECT source, time, arrayFilter(one -> has({own:Array(UInt64)}, one), who) AS ids,
        arrayJoin(arrayFlatten(arrayMap(x -> arrayMap(y -> (x, y), arrayFilter(y -> y > x, ids)), ids))) AS pair
      FROM ${ownRowsSql} AS own WHERE length(who) > 1
    ) GROUP BY a, b, source ORDER BY first, a, b, source`,
    ownParameters(whose, own),
    { signal: whose.signal },
  );
}

const Kind = z.object({ kind: z.string() });

/** Kinds of the identifiers in a person's rows that others have too. */
export function heldShared(engine: Engine, whose: Whose, own: readonly Identifier[]) {
  return overOwnRows(
    engine,
    Kind,
    `SELECT DISTINCT toString(kind) AS kind FROM identifier WHERE ws = {ws:UInt32} AND hash IN (
      SELECT arrayJoin(who) AS one FROM ${ownRowsSql} AS own WHERE NOT has({own:Array(UInt64)}, one))
    ORDER BY kind`,
    ownParameters(whose, own),
    { signal: whose.signal },
  );
}

const Trait = z.object({
  name: z.string(),
  value: z.string(),
  source: z.string(),
  since: z.string(),
});

/** Of every particular the value that was told last. */
export function heldTraits(engine: Engine, whose: Whose, own: readonly Identifier[]) {
  return overOwnRows(
    engine,
    Trait,
    `SELECT name, last.1 AS value, last.2 AS source, last.3 AS since FROM (
      SELECT name, argMax((value, toString(source), time), (time, source, value)) AS last
      FROM ${ownRowsSql} AS own ARRAY JOIN mapKeys(attributes) AS name, mapValues(attributes) AS value
      WHERE NOT ${tellsConsent("name")} GROUP BY name
    ) ORDER BY name LIMIT ${TRAITS}`,
    ownParameters(whose, own),
    { signal: whose.signal },
  );
}

const Journey = z.object({ start: z.string(), end: z.string(), steps: z.number() });

/** The journeys of a person, oldest first. */
export function heldJourneys(engine: Engine, { ws, person, signal }: Whose) {
  return engine.lookup.rows(
    Journey,
    `SELECT start, end, toUInt32(length(steps)) AS steps FROM journey FINAL
    WHERE ws = {ws:UInt32} AND person = {person:UInt64} AND journey IN (
      SELECT journey FROM journey WHERE ws = {ws:UInt32} AND person = {person:UInt64})
    ORDER BY start LIMIT 100000`,
    { ws, person },
    { signal },
  );
}

const Source = z.object({
  source: z.string(),
  rows: z.number(),
  first: z.string().nullable(),
  last: z.string().nullable(),
});

/** The sources that told of a person. */
export function heldSources(engine: Engine, whose: Whose, own: readonly Identifier[]) {
  return overOwnRows(
    engine,
    Source,
    `SELECT toString(own.source) AS source, toUInt32(count()) AS rows,
      minOrNullIf(time, time > 0) AS first, maxOrNullIf(time, time > 0) AS last
    FROM ${ownRowsSql} AS own GROUP BY source ORDER BY source`,
    ownParameters(whose, own),
    { signal: whose.signal },
  );
}

/** Is anything held of this person? */
export async function heldAny(engine: Engine, whose: Whose): Promise<boolean> {
  const own = await ownIdentifiers(engine, whose);
  if (own.length > 0) return true;
  const found = await overOwnRows(
    engine,
    z.object({ kind: z.string() }),
    `SELECT toString(kind) AS kind FROM ${ownRowsSql} AS own LIMIT 1`,
    ownParameters(whose, own),
    { signal: whose.signal },
  );
  return found.length > 0;
}
