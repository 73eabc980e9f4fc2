import { z } from "zod";
import type { Pair } from "../../../core/question/drivers/matched.ts";
import { againPairs, metPairs, type Met } from "../../../core/question/drivers/under-way.ts";
import type { Goal } from "../../../core/question/towards.ts";
import type { Engine } from "../../port.ts";
import type { Scope } from "../filter.ts";

const count = z.coerce.number();
const Horizon = z.object({ latest: count, most: count.nullable() });
const MetRow = z.object({ code: z.number(), n: count, most: count });
const WaitRow = z.object({ place: z.number(), previous: z.number(), q: z.array(z.number()) });
const StandRow = z.object({ mark: z.number(), stand: count, n: count, reached: count });
const GoneRow = StandRow.extend({ code: z.number(), again: z.number(), own: count });

/** By so long all but this part of those who reach the goal have done so. */
const WATCHED = 0.95;
/** Fewest waits of those who came to a place from one other, for their waits to stand for themselves. */
const FEWEST = 30;
/** So many of those who ever meet a touchpoint have met it at its landmark. */
const MOST = 0.75;
/** Most touchpoints that are looked at, the most met first. */
const TOUCHPOINTS = 40;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Moments after the start of a journey that one can say in words: landmarks. */
const LANDMARKS = [
  HOUR,
  6 * HOUR,
  ...[1, 2, 3, 7, 14, 21, 30, 45, 60, 90, 120, 180, 240, 300, 365, 545, 730].map(
    (days) => days * DAY,
  ),
];

/** A touchpoint at its landmark: those still under way then, of whom some have met it. */
export type UnderWayPart = {
  readonly kind: "passed" | "repeated";
  readonly touchpoint: number;
  /** Milliseconds after the start of a journey. */
  readonly after: number;
  readonly n: number;
  readonly reached: number;
  readonly pairs: readonly Pair[];
};

/**
 * What customers had met by a landmark, and whether they reached the goal after it (landmark analysis:
 * Anderson, Cain & Gelber 1983). Held against the whole of a journey, whoever is under way for longer passes
 * more, and so seems to reach the goal by it, or to miss it. At a moment that is the same for all nobody has
 * been under way for longer.
 *
 * Each touchpoint has its landmark: the first round time by which three quarters of those who ever meet it have
 * met it. Left out is who had reached the goal by then, and who may have left: who had been silent for longer
 * than half of those who went on from where he stood (having come there from the same place). Of those who are
 * silent for long most have left wherever people go on fast, and a place would seem to make them leave by
 * being fast. All of that is seen from what is known at the landmark; what happens later never decides who is in.
 * Whoever has come farther has also passed more, so only those are compared who stand at the same place, came there
 * from the same one (the touchpoint in question set aside), and stand there for as long (in quarters of the
 * waits). Who stands at the touchpoint itself is left out. So what is found lasts: of what customers leave at
 * on the spot, `leave` and `gaps` tell. Journeys that began too late to
 * tell are left out, as for the goal itself. Empty where nobody reaches it.
 */
export async function readUnderWay(
  engine: Engine,
  scope: Scope,
  goal: Goal,
  signal: AbortSignal | undefined,
): Promise<UnderWayPart[]> {
  const limits = { signal };
  const { analysis } = engine;
  const parameters = { ...scope.parameters, goal: goal.touchpoints.map(({ code }) => code) };
  const all = `(
    SELECT steps, waits, toUnixTimestamp64Milli(start) AS begin,
      arrayMap(time -> toInt64(time), arrayCumSum(arrayPushFront(waits, toUInt64(0)))) AS at,
      arrayFirstIndex(step -> has({goal:Array(UInt16)}, step), steps) AS nth
    FROM ${scope.journeys})`;
  const [horizon] = await analysis.rows(
    Horizon,
    `SELECT max(begin + at[-1]) AS latest, quantileExactIf(${WATCHED})(at[nth], nth > 0) AS most FROM ${all}`,
    parameters,
    limits,
  );
  if (!horizon || horizon.most === null) return [];
  const whole = `(SELECT * FROM ${all} WHERE begin <= ${Math.floor(horizon.latest - horizon.most)})`;
  const places = await analysis.rows(
    MetRow,
    `SELECT code, count() AS n, quantileExact(${MOST})(at[indexOf(steps, code)]) AS most
    FROM (SELECT steps, at, arrayJoin(arrayDistinct(if(nth = 0, steps, arraySlice(steps, 1, nth - 1)))) AS code
      FROM ${whole})
    GROUP BY code ORDER BY n DESC, code LIMIT ${TOUCHPOINTS}`,
    parameters,
    limits,
  );
  const markOf = new Map(
    places.map(({ code, most }) => [code, LANDMARKS.findIndex((mark) => mark >= most)]),
  );
  const marks = [...new Set(markOf.values())].filter((mark) => mark >= 0);
  if (marks.length === 0) return [];
  const waits = await analysis.rows(
    WaitRow,
    `SELECT place, previous, quantilesExact(0.25, 0.5)(toFloat64(wait)) AS q
    FROM (
      SELECT arrayJoin(arrayZip(arrayPopBack(steps), arrayPushFront(arrayPopBack(arrayPopBack(steps)), toUInt16(0)), waits)) AS one,
        one.1 AS place, arrayJoin([one.2, toUInt16(65535)]) AS previous, one.3 AS wait
      FROM ${scope.journeys} WHERE length(steps) > 1
    )
    GROUP BY place, previous HAVING previous = 65535 OR count() >= ${FEWEST} ORDER BY place, previous`,
    parameters,
    limits,
  );
  // Nothing but numbers of our own stands in these lists.
  const ways = `[${[0, ...waits.map(({ place, previous }) => place * 65_536 + previous)].join(",")}]::Array(UInt64)`;
  const boundOf = (part: number) => {
    const bounds = `[${[-1, ...waits.map(({ q }) => q[part]!)].join(",")}]::Array(Float64)`;
    const of = (previous: string, otherwise: string) =>
      `transform(toUInt64(place) * 65536 + ${previous}, ${ways}, ${bounds}, ${otherwise})`;
    return of("previous", of("65535", "toFloat64(-1)"));
  };
  const standOf = (previous: string) => `(toUInt64(place) * 65536 + ${previous}) * 2 + long`;
  const under = `(
    SELECT mark, s, y, place, previous, silent > ${boundOf(0)} AS long, ${standOf("previous")} AS stand
    FROM (
      SELECT mark, y, arraySlice(steps, 1, k) AS s, s[-1] AS place, s[-2] AS previous,
        after - at[k] AS silent
      FROM (
        SELECT steps, at, toUInt8(nth > 0) AS y, mark, after, arrayCount(time -> time <= after, at) AS k
        FROM ${whole}
        ARRAY JOIN [${marks.join(",")}]::Array(UInt8) AS mark,
          [${marks.map((mark) => LANDMARKS[mark]!).join(",")}]::Array(Int64) AS after
        WHERE nth = 0 OR at[nth] > after
      )
    )
    WHERE silent <= ${boundOf(1)})`;
  const standing = await analysis.rows(
    StandRow,
    `SELECT mark, stand, count() AS n, sum(y) AS reached FROM ${under} GROUP BY mark, stand ORDER BY mark, stand`,
    parameters,
    limits,
  );
  const gone = await analysis.rows(
    GoneRow,
    `SELECT mark, code, countEqual(s, code) > 1 AS again, stand, ${standOf("other")} AS own,
      count() AS n, sum(y) AS reached
    FROM (
      SELECT mark, s, y, place, long, stand, arrayJoin(arrayDistinct(s)) AS code,
        if(previous != code, previous, arrayLast(step -> step != code, arrayPopBack(s))) AS other
      FROM ${under}
    )
    WHERE mark = transform(code, [${places.map(({ code }) => code).join(",")}]::Array(UInt16),
      [${places.map(({ code }) => Math.max(-1, markOf.get(code)!)).join(",")}]::Array(Int16), toInt16(-1))
      AND code != place
    GROUP BY mark, code, again, stand, own`,
    parameters,
    limits,
  );
  const standingAt = Map.groupBy(standing, ({ mark }) => mark);
  const metOf = Map.groupBy(
    gone.map((row): Met => ({ ...row, again: row.again === 1 })),
    ({ code }) => code,
  );
  return [...metOf].flatMap(([touchpoint, met]): UnderWayPart[] => {
    const mark = markOf.get(touchpoint)!;
    const there = standingAt.get(mark) ?? [];
    const part = {
      touchpoint,
      after: LANDMARKS[mark]!,
      n: there.reduce((sum, { n }) => sum + n, 0),
      reached: there.reduce((sum, { reached }) => sum + reached, 0),
    };
    return [
      { ...part, kind: "passed", pairs: metPairs(there, met) },
      { ...part, kind: "repeated", pairs: againPairs(met) },
    ];
  });
}
