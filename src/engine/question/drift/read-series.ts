import { z } from "zod";
import type { Series } from "../../../core/question/drift/series.ts";
import { LEFT } from "../../../core/question/chain.ts";
import type { Engine, Parameters } from "../../port.ts";
import { DAY, type People } from "./people.ts";
import type { Place, Way } from "./places.ts";

const numbers = z.array(z.number());
const ShareRow = z.object({ item: z.number(), days: numbers, n: numbers, hits: numbers });
const NextRow = z.object({ at: z.number(), to: z.number(), days: numbers, hits: numbers });
const WaitRow = NextRow.extend({ n: numbers, median: z.coerce.number() });
const ScoreRow = z.object({
  code: z.number(),
  about: z.number(),
  days: numbers,
  n: numbers,
  sums: numbers,
  squares: numbers,
});

/** Fewest people who go one way for it to be looked at. */
const RARE = 10;
const FEWEST = 60;
/** Most ways from a touchpoint to the next that are looked at, most people first. */
const MOST = 500;

/** What is tested: of those `at` a touchpoint (0 = all journeys), who come `to` another. */
export type Tested = {
  readonly kind: "reach" | "next" | "leave" | "wait" | "score" | "goal";
  readonly at: number;
  readonly to: number;
  /** Milliseconds within which it counts. */
  readonly within: number;
  /** A wait counts when it is longer than this, in milliseconds. */
  readonly median: number;
  /** Code of a measure. */
  readonly score: number;
  readonly series: Series;
};

/** Items as columns, to be joined to every person; `modes`: 0 = ever within, 1 = as the next step, 2 = wait. */
export function itemParameters(items: readonly Omit<Tested, "series" | "score">[]): Parameters {
  return {
    gates: items.map(({ at }) => at),
    targets: items.map(({ kind, to }) => (kind === "leave" ? LEFT : to)),
    withins: items.map(({ within }) => BigInt(within)),
    medians: items.map(({ median }) => BigInt(Math.round(median))),
    modes: items.map(({ kind }) =>
      kind === "wait" ? 2 : kind === "next" || kind === "leave" ? 1 : 0,
    ),
  };
}

/**
 * FROM-expression with a row for each person and item: `item` (from 1), `day`, `hit`, `traits`. Only who
 * could be followed long enough, and who came so late that the slow ones are among those who come.
 */
export function entries({ from }: People): string {
  const gate = "{gates:Array(UInt16)}[item]";
  const target = "{targets:Array(UInt16)}[item]";
  const within = "toInt64({withins:Array(UInt64)}[item])";
  const mode = "{modes:Array(UInt8)}[item]";
  return `(
    SELECT item, toUInt32(intDiv(at, ${DAY})) AS day, traits, waited,
      multiIf(${mode} = 0, reached >= 0 AND reached <= ${within},
        ${mode} = 1, next = ${target}, waited > toInt64({medians:Array(UInt64)}[item])) AS hit
    FROM (
      SELECT item, traits,
        if(${gate} = 0, 0, indexOf(firsts, ${gate})) AS nth,
        begin + if(nth = 0, 0, offsets[nth]) AS at,
        if(${mode} = 0 AND has(firsts, ${target}),
          begin + offsets[indexOf(firsts, ${target})] - at, -1) AS reached,
        indexOf(steps, ${gate}) AS place,
        place > 0 AND place < length(steps) AND toInt64(waits[place]) <= ${within} AS went,
        if(went, steps[place + 1], toUInt16(${LEFT})) AS next,
        if(went, toInt64(waits[place]), -1) AS waited
      FROM (SELECT * FROM ${from})
      ARRAY JOIN arrayFilter(item -> ${gate} = 0 OR has(firsts, ${gate}),
        arrayEnumerate({gates:Array(UInt16)})) AS item
      WHERE at + ${within} < {last:Int64}
        AND at >= {known:Int64} + toInt64({sinces:Array(UInt64)}[item])
        AND (${mode} != 2 OR next = ${target})
    )
  )`;
}

/** How long after the data begins those who come are told whole, per item. */
export function sinceParameters(
  people: People,
  places: readonly Place[],
  items: readonly { readonly at: number }[],
): Parameters {
  const since = new Map(places.map((place) => [place.code, place.since]));
  return {
    last: String(people.last),
    sinces: items.map(({ at }) => BigInt(since.get(at) ?? 0)),
  };
}

/** Of those at its gate, who come to each touchpoint; and of all, who reach the goal. */
export async function readReach(
  engine: Engine,
  people: People,
  places: readonly Place[],
  ways: readonly Way[],
  goal: readonly number[],
  signal: AbortSignal | undefined,
): Promise<Tested[]> {
  const items = ways
    // A touchpoint at which journeys begin is reached at once: there is nothing to wait for.
    .filter(({ gate, within }) => gate !== 0 || within > 0)
    .map(({ gate, to, within }) => ({
      kind: goal.includes(to) && gate === 0 ? ("goal" as const) : ("reach" as const),
      at: gate,
      to,
      within,
      median: 0,
    }));
  for (const code of goal) {
    const place = places.find((each) => each.code === code);
    if (place && !items.some(({ kind, to }) => kind === "goal" && to === code))
      items.push({ kind: "goal", at: 0, to: code, within: place.since, median: 0 });
  }
  if (items.length === 0) return [];
  const rows = await engine.analysis.rows(
    ShareRow,
    `SELECT item, arraySort(groupArray((day, count, hit))) AS cells, cells.1 AS days, cells.2 AS n,
      cells.3 AS hits FROM (
      SELECT toUInt32(item) AS item, day, toUInt32(count()) AS count, toUInt32(countIf(hit)) AS hit
      FROM ${entries(people)} GROUP BY item, day) GROUP BY item ORDER BY item`,
    { ...people.parameters, ...itemParameters(items), ...sinceParameters(people, places, items) },
    { signal },
  );
  return rows.map(({ item, days, n, hits }) => ({
    ...items[item - 1]!,
    score: 0,
    series: { days, n, sum: hits, squares: null },
  }));
}

/** What follows next on the first visit to each touchpoint, and nothing (`leave`). */
export async function readNext(
  engine: Engine,
  people: People,
  places: readonly Place[],
  signal: AbortSignal | undefined,
): Promise<Tested[]> {
  const rows = await engine.analysis.rows(
    NextRow,
    `SELECT at, to, arraySort(groupArray((day, hit))) AS cells, cells.1 AS days, cells.2 AS hits FROM (
      SELECT at, to, day, toUInt32(count()) AS hit FROM ${steps(people)}
      ARRAY JOIN [next, toUInt16(0)] AS to GROUP BY at, to, day)
    GROUP BY at, to ORDER BY arraySum(hits) DESC, at, to`,
    stepParameters(people, places),
    { signal },
  );
  const all = new Map(rows.filter(({ to }) => to === 0).map((row) => [row.at, row]));
  return rows
    .filter(({ to, hits }) => to !== 0 && sum(hits) >= RARE)
    .slice(0, MOST)
    .flatMap(({ at, to, days, hits }): Tested[] => {
      const whole = all.get(at);
      if (!whole || sum(whole.hits) < FEWEST) return [];
      const counts = new Map(days.map((day, nth) => [day, hits[nth]!]));
      const left = to === LEFT;
      return [
        {
          kind: left ? "leave" : "next",
          at,
          to: left ? 0 : to,
          within: places.find(({ code }) => code === at)!.next,
          median: 0,
          score: 0,
          series: {
            days: whole.days,
            n: whole.hits,
            sum: whole.days.map((day) => counts.get(day) ?? 0),
            squares: null,
          },
        },
      ];
    });
}

/** How many wait longer than the median from a touchpoint to the next, per way. */
export async function readWaits(
  engine: Engine,
  people: People,
  places: readonly Place[],
  signal: AbortSignal | undefined,
): Promise<Tested[]> {
  const rows = await engine.analysis.rows(
    WaitRow,
    `SELECT at, to, arraySort(groupArray((day, count, longer))) AS cells, cells.1 AS days,
      cells.2 AS n, cells.3 AS hits, any(middle) AS median FROM (
      SELECT each.at AS at, each.to AS to, day, toUInt32(count()) AS count,
        toUInt32(countIf(wait > half)) AS longer, any(half) AS middle
      FROM (SELECT at, next AS to, day, wait FROM ${steps(people)} WHERE next != ${LEFT}) AS each
      JOIN (
        SELECT at, next AS to, toInt64(quantileExact(0.5)(wait)) AS half
        FROM ${steps(people)} WHERE next != ${LEFT} GROUP BY at, to
        HAVING count() >= ${FEWEST} ORDER BY count() DESC, at, to LIMIT ${MOST}
      ) AS usual ON usual.at = each.at AND usual.to = each.to
      GROUP BY at, to, day)
    GROUP BY at, to ORDER BY at, to`,
    stepParameters(people, places),
    { signal },
  );
  return rows.map(({ at, to, days, n, hits, median }) => ({
    kind: "wait",
    at,
    to,
    within: places.find(({ code }) => code === at)!.next,
    median,
    score: 0,
    series: { days, n, sum: hits, squares: null },
  }));
}

/** Rows `at`, `next` (LEFT when nothing followed in time), `wait`, `day` of the first visit. */
function steps({ from }: People): string {
  return `(
    SELECT at, toUInt32(intDiv(time, ${DAY})) AS day,
      if(went, steps[place + 1], toUInt16(${LEFT})) AS next, if(went, toInt64(waits[place]), -1) AS wait
    FROM (
      SELECT at, begin + offset AS time, steps, waits, indexOf(steps, at) AS place,
        indexOf({places:Array(UInt16)}, at) AS known_at,
        toInt64({nexts:Array(UInt64)}[known_at]) AS within,
        place < length(steps) AND toInt64(waits[place]) <= within AS went
      FROM (SELECT begin, steps, waits, firsts, offsets FROM ${from})
      ARRAY JOIN firsts AS at, offsets AS offset
      WHERE known_at > 0 AND time + within < {last:Int64}
        AND time >= {known:Int64} + toInt64({sinces:Array(UInt64)}[known_at])
    )
  )`;
}

function stepParameters(people: People, places: readonly Place[]): Parameters {
  return {
    ...people.parameters,
    last: String(people.last),
    places: [...places.map(({ code }) => code), 0],
    nexts: [...places.map(({ next }) => BigInt(next)), 0n],
    sinces: [...places.map(({ since }) => BigInt(since)), 0n],
  };
}

/** What people answer about each touchpoint: of each the first answer. */
export async function readScores(
  engine: Engine,
  people: People,
  places: readonly Place[],
  scores: readonly number[],
  signal: AbortSignal | undefined,
): Promise<Tested[]> {
  if (scores.length === 0) return [];
  const rows = await engine.analysis.rows(
    ScoreRow,
    `SELECT code, about, arraySort(groupArray((day, count, total, squared))) AS cells,
      cells.1 AS days, cells.2 AS n, cells.3 AS sums, cells.4 AS squares FROM (
      SELECT code, about, day, toUInt32(count()) AS count, sum(value) AS total,
        sum(value * value) AS squared
      FROM (
        SELECT code, about, value, toUInt32(intDiv(said, ${DAY})) AS day
        FROM (SELECT codes, values, abouts, saids FROM ${people.from})
        ARRAY JOIN codes AS code, values AS value, abouts AS about, saids AS said,
          arrayEnumerateUniq(codes, abouts) AS nth
        WHERE nth = 1 AND has({scores:Array(UInt16)}, code)
          AND said >= {known:Int64}
            + toInt64(transform(about, {places:Array(UInt16)}, {sinces:Array(UInt64)}, toUInt64(0)))
      )
      GROUP BY code, about, day)
    GROUP BY code, about HAVING arraySum(n) >= ${FEWEST} ORDER BY code, about`,
    { ...stepParameters(people, places), scores: [0, ...scores] },
    { signal },
  );
  return rows.map(({ code, about, days, n, sums, squares }) => ({
    kind: "score",
    at: 0,
    to: about,
    within: 0,
    median: 0,
    score: code,
    series: { days, n, sum: sums, squares },
  }));
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
