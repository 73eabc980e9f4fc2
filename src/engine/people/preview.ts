import { z } from "zod";
import { maskIdentifier } from "../../core/identity/mask.ts";
import type { ErasurePreview } from "../../core/people/erasure.ts";
import { tracesOf } from "../../core/people/traces.ts";
import { opened } from "../identity/pseudonym.ts";
import type { Engine } from "../port.ts";
import { hisSql, parametersOf, patternOf, type Subject } from "./subject.ts";

const count = z.coerce.number();
const Figures = z.object({
  events: count,
  comments: count,
  sources: z.array(z.object({ source: z.string(), events: count })),
  first: z.string().nullable(),
  last: z.string().nullable(),
});
const Counts = z.object({ journeys: count, people: count, quarantined: count, mentioned: count });

/** What of somebody would go; changes nothing. */
export async function previewErasure(engine: Engine, subject: Subject): Promise<ErasurePreview> {
  const { analysis } = engine;
  const parameters = { ...parametersOf(subject), pattern: patternOf(subject) ?? "" };
  const [figures] = await analysis.rows(
    Figures,
    `SELECT sum(n) AS events, sum(said) AS comments,
      arrayMap(s -> CAST(s, 'Tuple(source String, events UInt64)'), groupArray((source, n))) AS sources,
      minOrNullIf(began, began > 0) AS first, maxOrNullIf(ended, ended > 0) AS last
    FROM (
      SELECT toString(source) AS source, count() AS n, countIf(comment != '') AS said,
        minIf(time, time > 0) AS began, max(time) AS ended
      FROM event WHERE ws = {ws:UInt32} AND ${hisSql} GROUP BY source ORDER BY n DESC, source
    )`,
    parameters,
  );
  const mentions = (text: string) =>
    parameters.pattern === "" ? "0" : `match(${text}, {pattern:String})`;
  const [counts] = await analysis.rows(
    Counts,
    `SELECT
      (SELECT count() FROM journey FINAL WHERE ws = {ws:UInt32} AND (has({own:Array(UInt64)}, person)
        OR has({journeys:Array(UInt64)}, person) OR has({journeys:Array(UInt64)}, journey))) AS journeys,
      (SELECT uniqExact(if(linked.person = 0, one, linked.person)) FROM (
          SELECT arrayJoin({own:Array(UInt64)}) AS one) AS known
        LEFT JOIN (SELECT identifier, person FROM link FINAL WHERE ws = {ws:UInt32}) AS linked
          ON linked.identifier = known.one) AS people,
      (SELECT count() FROM quarantine WHERE ws = {ws:UInt32} AND (${mentions(opened("sealed"))})) AS quarantined,
      (SELECT count() FROM event WHERE ws = {ws:UInt32} AND NOT ${hisSql} AND (${[
        "comment",
        "event",
        "place",
        "why",
        "how",
        "toString(mapValues(attributes))",
      ]
        .map(mentions)
        .join(" OR ")})) AS mentioned`,
    parameters,
  );
  return {
    identifiers: subject.identifiers.map((each) => ({
      kind: each.kind,
      value: maskIdentifier(each.value),
      short: tracesOf(each) === null,
    })),
    ...(figures ?? { events: 0, comments: 0, sources: [], first: null, last: null }),
    ...(counts ?? { journeys: 0, people: 0, quarantined: 0, mentioned: 0 }),
    shared: subject.shared.length,
    refused: subject.refused,
  };
}
