import { z } from "zod";
import { message } from "../../core/message/message.ts";
import { AppError } from "../../core/problem.ts";
import type { Timeline, TimelineEvent } from "../../core/question/answers.ts";
import { readIdentifiers } from "../identity/read-identifiers.ts";
import type { Engine, Limits } from "../port.ts";

const MOST = 1000;

const Known = z.object({ identifier: z.string() });
const At = z.object({ person: z.string() });
const Stay = z.object({ journey: z.string(), start: z.string(), end: z.string() });
const Measure = z.object({
  kind: z.string(),
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  low: z.number(),
  high: z.number(),
});
const Row = z.object({
  time: z.string(),
  kind: z.enum(["event", "feedback", "person"]),
  event: z.string(),
  channel: z.string(),
  place: z.string(),
  why: z.string(),
  how: z.string(),
  source: z.string(),
  given: z.string(),
  attributes: z.record(z.string(), z.string()),
  measures: z.array(Measure),
  comment: z.string(),
});

export type Whose = {
  readonly ws: number;
  /** Person id, as other answers give it. */
  readonly person: string;
  /** His identifiers in full; masked without it. */
  readonly reveal?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Everything that one person did, across all sources, oldest first; at most 1,000 events. Facts about
 * the person have no time of their own and come first. Who was linked with others since he was named is
 * told as who he is now (`person`); an identifier whose events belong to another has none. Rejects with
 * `not-found` for an unknown person.
 */
export async function timeline(engine: Engine, whose: Whose): Promise<Timeline> {
  if (!/^\d{1,20}$/.test(whose.person)) throw unknown();
  const limits: Limits = { signal: whose.signal };
  const [now] = await engine.lookup.rows(
    At,
    "SELECT person FROM link FINAL WHERE ws = {ws:UInt32} AND identifier = {person:UInt64} AND person != 0",
    { ws: whose.ws, person: whose.person },
    limits,
  );
  const person = now?.person ?? whose.person;
  const parameters = { ws: whose.ws, person };
  const linked = await engine.lookup.rows(
    Known,
    "SELECT identifier FROM link FINAL WHERE ws = {ws:UInt32} AND person = {person:UInt64}",
    parameters,
    limits,
  );
  const own = [BigInt(person), ...linked.map(({ identifier }) => BigInt(identifier))];
  const { ws, reveal = false } = whose;
  const identifiers = await readIdentifiers(engine.lookup, { ws, hashes: own, reveal }, limits);
  const stays = await engine.lookup.rows(
    Stay,
    // The inner query finds by index, what it finds may be outdated; the outer one reads a few rows FINAL.
    `SELECT journey, start, end FROM journey FINAL
    WHERE ws = {ws:UInt32} AND person = {person:UInt64} AND journey IN (
      SELECT journey FROM journey WHERE ws = {ws:UInt32} AND person = {person:UInt64})
    ORDER BY start`,
    parameters,
    limits,
  );
  const rows = await engine.lookup.rows(
    Row,
    `WITH (SELECT groupArray((code, kind, name, unit, low, high)) FROM measure FINAL
        WHERE ws = {ws:UInt32}) AS known,
      (SELECT groupArray(identifier) FROM link FINAL WHERE ws = {ws:UInt32} AND person = 0
        AND identifier IN (
          SELECT arrayJoin(who) FROM event WHERE ws = {ws:UInt32} AND hasAny(who, {own:Array(UInt64)})
        )) AS shared
    SELECT time, kind, event, channel, place, why, how, source, journey AS given, attributes, comment,
      arrayMap(m -> CAST((arrayFirst(k -> k.1 = m.code, known) AS k, (k.2, k.3, m.value, k.4, k.5, k.6)).2,
        'Tuple(kind String, name String, value Float64, unit String, low Float64, high Float64)'),
        measures) AS measures
    FROM (
      SELECT * FROM event WHERE ws = {ws:UInt32} AND hasAny(who, {own:Array(UInt64)})
        AND has({own:Array(UInt64)},
          if(hasAll(shared, who), who[1], arrayFirst(one -> NOT has(shared, one), who)))
      UNION ALL
      SELECT * FROM event WHERE ws = {ws:UInt32} AND actor = {person:UInt64} AND empty(who)
    ) AS event
    WHERE kind != 'reference'
    ORDER BY event.time, source, row, rule LIMIT ${MOST + 1}`,
    { ...parameters, own },
    limits,
  );
  if (rows.length === 0 && stays.length === 0 && identifiers.length === 0) throw unknown();
  return {
    person,
    identifiers: identifiers.map(({ kind, value }) => ({ kind, value })),
    events: rows.slice(0, MOST).map((row) => toEvent(row, stays)),
    more: rows.length > MOST,
  };
}

function toEvent(
  { given, measures, ...row }: z.infer<typeof Row>,
  stays: readonly z.infer<typeof Stay>[],
): TimelineEvent {
  const stay =
    stays.find(({ journey }) => journey === given) ??
    stays.find(({ start, end }) => start <= row.time && row.time <= end);
  return {
    ...row,
    journey: row.kind === "event" ? (stay?.journey ?? null) : null,
    measures: measures.map(({ low, high, ...measure }) => ({
      ...measure,
      low: measure.kind === "score" ? low : null,
      high: measure.kind === "score" ? high : null,
    })),
  };
}

function unknown(): AppError {
  return new AppError("not-found", message("no-person"));
}
