import type { JourneyCut } from "../../core/event/mapping.ts";
import { objectingSql } from "../people/objection.ts";

/** What the rows to read look like, and which of them matter. */
export type HistoryPlan = {
  readonly cut: JourneyCut;
  /** Does any row carry measures, comments, attributes or feedback? */
  readonly tells: boolean;
  /** Are there rows with identifiers? */
  readonly known: boolean;
  /** SQL condition on `event` that lets through all rows of the journeys to build. */
  readonly rows: string;
  /** The same for the rows of kind person about those to whom journeys belong that the sources gave. */
  readonly inborn: string;
  /** SQL subquery of the identifiers that stand in either; null for all. */
  readonly listed: string | null;
  /** SQL subquery of the people to build, where journeys are cut from their histories; null for all. */
  readonly people: string | null;
};

/**
 * The SELECT that turns events into rows of `journey`. Every journey or person has its rows gathered in
 * arrays, and the rest is arithmetic on arrays:
 * - `steps`: (time, place, touchpoint) of its events, in order; `place` decides between equal times, by
 *   source, row and rule;
 * - `told`: events that carry measures, a comment or traits;
 * - `heard`: feedback, whose measures and comments belong to a step before it.
 *
 * Parameters: ws, build, traits (names of attributes), gap (milliseconds), start and end (names of
 * events), low and high (the journeys or people of this slice, by their hash, both included). Journeys cut by person, gap or bounds are built from `history`, see `stageSql`.
 */
export function historySql(plan: HistoryPlan): string {
  const gathered = plan.cut.by === "id" ? gatherByJourney(plan) : gatherByPerson;
  return `
    WITH ${constants},
      resolved AS (${plan.known ? ownersOf(plan) : nobody}),
      gathered AS (SELECT * FROM (${gathered}) WHERE person NOT IN (${objectingSql})),
      within AS (${withinSql(plan.cut)}),
      settled AS (${plan.tells ? settledSql : "SELECT * FROM within"}),
      single AS (${singleSql(plan)})
    ${plan.tells ? withFacts : withoutFacts}`;
}

const constants = `
  (SELECT groupArray(event) FROM (
    SELECT DISTINCT event FROM touchpoint WHERE ws = {ws:UInt32} ORDER BY event)) AS events,
  (SELECT groupArray(channel) FROM (
    SELECT DISTINCT channel FROM touchpoint WHERE ws = {ws:UInt32} ORDER BY channel)) AS channels,
  (SELECT groupArray(source) FROM (
    SELECT DISTINCT source FROM origin WHERE ws = {ws:UInt32} ORDER BY source)) AS sources,
  (SELECT (groupArray(toUInt32(indexOf(events, event) * 65536 + indexOf(channels, channel))), groupArray(code))
    FROM touchpoint WHERE ws = {ws:UInt32}) AS codes,
  (SELECT (groupArray(code), groupArray(first)) FROM (
    SELECT code, min(code) OVER (PARTITION BY event) AS first
    FROM touchpoint WHERE ws = {ws:UInt32})) AS firsts,
  (SELECT (groupArray(event), groupArray(first)) FROM (
    SELECT event, min(code) AS first FROM touchpoint WHERE ws = {ws:UInt32} GROUP BY event)) AS named,
  (SELECT groupArray(code) FROM touchpoint
    WHERE ws = {ws:UInt32} AND has({start:Array(String)}, event)) AS starts,
  (SELECT groupArray(code) FROM touchpoint
    WHERE ws = {ws:UInt32} AND has({end:Array(String)}, event)) AS ends`;

const place = `bitOr(
  bitShiftLeft(toUInt64(transform(source, sources, arrayEnumerate(sources), 0)), 48),
  bitOr(bitShiftLeft(row, 8), toUInt64(rule)))`;

const code = `transform(
  toUInt32(transform(event, events, arrayEnumerate(events), 0) * 65536
    + transform(channel, channels, arrayEnumerate(channels), 0)),
  codes.1, codes.2, toUInt16(0))`;

const traits = `arrayMap(pair -> sipHash64(pair.1, pair.2), arrayFilter(
  pair -> pair.2 != '' AND has({traits:Array(String)}, pair.1),
  attributes::Array(Tuple(String, String))))`;

/**
 * Person per list of identifiers, by a hash of the list: that of the first one that is not shared, else
 * the first itself. `rows` is a condition on `event`, `listed` a subquery of the identifiers in those.
 */
export function ownersSql(rows: string, listed: string | null): string {
  const linked = listed === null ? "" : `AND identifier IN (${listed})`;
  return `
    SELECT list, if(countIf(owner != 0) = 0, any(first), argMinIf(owner, nth, owner != 0)) AS person
    FROM (
      SELECT list, first, nth, if(linked.identifier = one, linked.person, one) AS owner
      FROM (
        SELECT list, ids[1] AS first, one, nth
        FROM (
          SELECT sipHash64(who) AS list, any(who) AS ids FROM event
          WHERE ws = {ws:UInt32} AND notEmpty(who) AND (${rows})
          GROUP BY list
        ) ARRAY JOIN ids AS one, arrayEnumerate(ids) AS nth
      ) AS lists
      LEFT JOIN (
        SELECT identifier, person FROM link FINAL WHERE ws = {ws:UInt32} ${linked}
      ) AS linked ON linked.identifier = lists.one
    )
    GROUP BY list`;
}

function ownersOf({ rows, inborn, listed }: HistoryPlan): string {
  return ownersSql(`(${rows}) OR (kind = 'person' AND (${inborn}))`, listed);
}

const nobody = "SELECT toUInt64(0) AS list, toUInt64(0) AS person WHERE 0";

const aboutCode = "transform(event, named.1, named.2, toUInt16(0))";

/** Where the source gave a journey, `actor` is it: rows come in the table's order and are never held. */
function gatherByJourney(plan: HistoryPlan): string {
  const told = `
    groupArrayIf((time, ${place}, ${code}, measures, comment, ${traits}), kind = 'event'
      AND (notEmpty(measures) OR comment != '' OR notEmpty(mapKeys(attributes)))) AS told,
    groupArrayIf((time, ${place}, ${aboutCode}, event = '', measures, comment, ${traits}),
      kind = 'feedback') AS heard,`;
  const first = `argMinIf(who, (time, ${place}), notEmpty(who)) AS first,`;
  const journeys = `
    SELECT actor AS key, ${plan.tells ? told : ""} ${plan.known ? first : ""}
      arraySort(groupArrayIf((time, ${place}, ${code}), kind = 'event')) AS steps
    FROM event WHERE ws = {ws:UInt32} AND journey != 0 AND actor BETWEEN {low:UInt64} AND {high:UInt64}
      AND (${plan.rows}) GROUP BY ws, actor`;
  const owned = plan.known
    ? `SELECT journeys.* EXCEPT (first), if(empty(first), key, resolved.person) AS person
      FROM (${journeys}) AS journeys LEFT JOIN resolved ON resolved.list = sipHash64(journeys.first)`
    : `SELECT *, key AS person FROM (${journeys})`;
  if (!plan.tells) return owned;
  return `
    SELECT owned.*, given
    FROM (${owned}) AS owned
    LEFT JOIN (
      SELECT if(empty(who), journey, resolved.person) AS whose, groupUniqArrayArray(${traits}) AS given
      FROM event LEFT JOIN resolved ON resolved.list = sipHash64(event.who)
      WHERE ws = {ws:UInt32} AND kind = 'person' AND (${plan.inborn})
      GROUP BY whose
    ) AS inborn ON inborn.whose = owned.person`;
}

const gatherByPerson = `
  SELECT person AS key, any(person) AS person,
    arraySort(groupArrayIf((time, place, code), kind = 'event')) AS steps,
    groupArrayIf((time, place, code, measures, comment, traits), kind = 'event'
      AND (notEmpty(measures) OR comment != '' OR notEmpty(traits))) AS told,
    groupArrayIf((time, place, code, unnamed, measures, comment, traits), kind = 'feedback') AS heard,
    groupUniqArrayArrayIf(traits, kind = 'person') AS given
  FROM history WHERE ws = {ws:UInt32} AND history.person BETWEEN {low:UInt64} AND {high:UInt64}
  GROUP BY ws, history.person`;

/** The SELECT that fills `history`: the rows of the people whose journeys are to be built. */
export function stageSql(plan: HistoryPlan): string {
  return `
    WITH ${constants}, resolved AS (${plan.known ? ownersOf(plan) : nobody})
    SELECT ws, if(empty(who), journey, resolved.person) AS person, time, ${place} AS place, kind,
      if(kind = 'feedback', ${aboutCode}, ${code}) AS code, event = '' AS unnamed,
      measures, comment, ${plan.tells ? traits : "[]"} AS traits
    FROM event LEFT JOIN resolved ON resolved.list = sipHash64(event.who)
    WHERE ws = {ws:UInt32} AND kind != 'reference' AND (notEmpty(who) OR journey != 0)
      AND (${plan.rows}) ${plan.people === null ? "" : `AND person IN (${plan.people})`}`;
}

/**
 * Adds `own`, the steps that belong to a journey, and `begins`, which of them open one. By bounds the
 * history is closed after an end until the next start: a step belongs to a journey when more starts
 * have come by then than had come by the last end before it.
 */
function withinSql(cut: JourneyCut): string {
  switch (cut.by) {
    case "id":
    case "person":
      return "SELECT *, steps AS own FROM gathered WHERE notEmpty(own)";
    case "gap":
      return `
        SELECT *, steps AS own, arrayMap((step, before) ->
          toUnixTimestamp64Milli(step.1) - toUnixTimestamp64Milli(before.1) > {gap:UInt64},
          steps, arrayShiftRight(steps, 1, steps[1])) AS begins
        FROM gathered WHERE notEmpty(own)`;
    case "bounds":
      return `
        SELECT * EXCEPT (started, closed, open),
          arrayFilter((step, is) -> is, steps, open) AS own,
          arrayFilter((begin, is) -> is, ${cut.end.length === 0 ? "starting" : "arrayMap((s, n, c) -> s AND n = c + 1, starting, started, closed)"}, open) AS begins
        FROM (
          SELECT *,
            arrayMap(step -> has(starts, step.3), steps) AS starting,
            arrayCumSum(starting) AS started,
            arrayFill(n -> n >= 0, arrayShiftRight(arrayMap(
              (step, n) -> if(has(ends, step.3), toInt64(n), -1), steps, started), 1, toInt64(0))) AS closed,
            arrayMap((n, c) -> n > c, started, closed) AS open
          FROM gathered
        ) WHERE notEmpty(own)`;
  }
}

/**
 * Adds `facts`: (time and place of the step it belongs to, its touchpoint, own time, measures, comment,
 * traits). Feedback belongs to the last step before it that has its event's name; failing that, to the
 * touchpoint of that name, in the journey of the last step before it or else in the first.
 */
const settledSql = `
  SELECT * EXCEPT (told, heard, hits, lasts),
    arraySort(fact -> (fact.4, fact.2, fact.3), arrayConcat(
      arrayMap(e -> (e.1, e.2, e.3, e.1, e.4, e.5, e.6), told),
      arrayMap((f, hit, last) -> (
          multiIf(hit.3 != 0, hit.1, last.3 != 0, last.1, own[1].1),
          multiIf(hit.3 != 0, hit.2, last.3 != 0, last.2, own[1].2),
          multiIf(hit.3 != 0, hit.3, f.3), f.1, f.5, f.6, f.7),
        heard, hits, lasts))) AS facts
  FROM (
    SELECT *,
      arrayMap(f -> arrayLast(step -> (step.1, step.2) <= (f.1, f.2)
        AND (f.4 OR transform(step.3, firsts.1, firsts.2, toUInt16(0)) = f.3), own), heard) AS hits,
      arrayMap(f -> arrayLast(step -> (step.1, step.2) <= (f.1, f.2), own), heard) AS lasts
    FROM within
  )`;

/** One row per journey: its steps `s`, and `nth` among the journeys of the person with the same start. */
function singleSql({ cut, tells }: HistoryPlan): string {
  if (cut.by === "id") return "SELECT *, own AS s, key AS journey FROM settled";
  const parts = cut.by === "person" ? "[own]" : "arraySplit((step, begin) -> begin, own, begins)";
  const one = `
    SELECT key, person, s, sipHash64(key, toUnixTimestamp64Milli(s[1].1), nth) AS journey
      ${tells ? ", given, facts, (s[1].1, s[1].2) AS opening, (s[-1].1, s[-1].2) AS closing" : ""}
    FROM (SELECT *, ${parts} AS parts FROM settled)
    ARRAY JOIN parts AS s, arrayEnumerateUniq(arrayMap(part -> part[1].1, parts)) AS nth`;
  if (!tells || cut.by === "person") return one;
  return `
    SELECT * EXCEPT (facts), arrayFilter(fact ->
      (fact.1, fact.2) >= opening AND (fact.1, fact.2) <= closing, facts) AS facts
    FROM (${one})`;
}

const columns = `
  {ws:UInt32} AS ws, journey, {build:UInt32} AS build, person, s[1].1 AS start, s[-1].1 AS end,
  arrayMap(step -> step.3, s) AS steps,
  arrayMap((a, b) -> toUInt64(toUnixTimestamp64Milli(b.1) - toUnixTimestamp64Milli(a.1)),
    arrayPopBack(s), arrayPopFront(s)) AS waits,
  sipHash64(steps) AS route, cityHash64(steps) AS check`;

const withoutFacts = `SELECT ${columns} FROM single`;

/** Every journey has the traits of its own rows, and those that rows about its person give. */
const withFacts = `
  SELECT * EXCEPT (measured, said, traits), arraySort(arrayDistinct(traits)) AS traits,
    arrayMap(m -> m.1, measured) AS \`measures.code\`, arrayMap(m -> m.2, measured) AS \`measures.value\`,
    arrayMap(m -> m.3, measured) AS \`measures.touchpoint\`, arrayMap(m -> m.4, measured) AS \`measures.time\`,
    arrayMap(fact -> fact.6, said) AS \`comments.text\`, arrayMap(fact -> fact.3, said) AS \`comments.touchpoint\`,
    arrayMap(fact -> fact.4, said) AS \`comments.time\`
  FROM (
    SELECT ${columns},
      arrayConcat(arrayFlatten(arrayMap(fact -> fact.7, facts)), given) AS traits,
      arrayFlatten(arrayMap(fact -> arrayMap(m -> (m.1, m.2, fact.3, fact.4), fact.5), facts)) AS measured,
      arrayFilter(fact -> fact.6 != '', facts) AS said
    FROM single
  )`;

/** The columns of `journey` that the SELECT fills, in its order. */
export function journeyColumns({ tells }: HistoryPlan): string {
  const base = "ws, journey, build, person, start, end, steps, waits, route, check";
  if (!tells) return base;
  return `${base}, traits, measures.code, measures.value, measures.touchpoint, measures.time,
    comments.text, comments.touchpoint, comments.time`;
}
