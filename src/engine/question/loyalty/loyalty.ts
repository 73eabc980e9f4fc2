import { z } from "zod";
import { must } from "../../../core/assert.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { buyingOn } from "../../../core/question/loyalty/ladder.ts";
import {
  loyaltyFrom,
  standingOf,
  type Loyalty,
  type Stood,
} from "../../../core/question/loyalty/loyalty.ts";
import type { Engine } from "../../port.ts";
import { aimed } from "../aim.ts";
import type { Asked } from "../asked.ts";
import { scopeOf, type Scope } from "../filter.ts";
import { readTotals } from "../totals.ts";
import { readLadder } from "./ladder.ts";

const count = z.coerce.number();
const Span = z.object({ begin: count, end: count });
const Score = z.object({ code: z.number(), name: z.string(), low: z.number(), high: z.number() });
const StoodRow = z.object({
  seen: z.array(count),
  buys: z.array(count),
  /** 1 appreciates, 0 does not, 2 did not say. */
  likes: z.array(count),
  people: count,
});

const DAY = 86_400_000;

export type LoyaltyQuestion = {
  /** Codes of the touchpoints that are buying; null = as the map says. */
  readonly buying: readonly number[] | null;
  readonly leastBought: number;
  /** Least mean score, 0 … 1 of the scale. */
  readonly leastScore: number;
  /** Length of each period in days, back from the end of the data; null = two halves of it. */
  readonly days: number | null;
  readonly map: Journey | null;
  readonly zone: string;
};

/**
 * Who keeps buying and who keeps appreciating in two periods of one length, on people: journeys say what
 * they did, and what they said is the mean of their scores. The filter's period is what the two are cut
 * from; its other parts say whose journeys count. Rejects with `bad-request` for touchpoints that are none.
 */
export async function loyalty(
  engine: Engine,
  asked: Asked,
  { buying, leastBought, leastScore, days, map, zone }: LoyaltyQuestion,
): Promise<Loyalty> {
  const { from, to, ...lasting } = asked.filter;
  const scope = await scopeOf(engine, { ...asked, filter: lasting });
  const limits = { signal: asked.signal };
  const onMap = buying === null && map ? buyingOn(map, scope.touchpoints) : [];
  const codes = buying ?? onMap;
  const aim = codes.length === 0 ? null : ({ by: buying ? "asked" : "map", codes } as const);
  const { touchpoints, by } = await aimed(engine, scope, aim, asked.signal);
  const [span] = await engine.analysis.rows(
    Span,
    `SELECT toUnixTimestamp64Milli(min(start)) AS begin, toUnixTimestamp64Milli(max(end)) + 1 AS end
    FROM ${scope.journeys}`,
    scope.parameters,
    limits,
  );
  const data = must(span, "the first and the last event");
  const begin = Math.max(data.begin, from === undefined ? data.begin : Date.parse(from));
  const end = Math.max(begin, Math.min(data.end, to === undefined ? data.end : Date.parse(to)));
  const length = days === null ? Math.floor((end - begin) / 2) : days * DAY;
  const cuts = [end - 2 * length, end - length, end] as const;
  const scores = await engine.lookup.rows(
    Score,
    `SELECT code, name, low, high FROM measure FINAL
    WHERE ws = {ws:UInt32} AND kind = 'score' AND low < high ORDER BY code`,
    { ws: asked.ws },
    limits,
  );
  const stood = await readStood(engine, scope, {
    cuts,
    scores,
    codes: touchpoints.map(({ code }) => code),
    leastBought,
    leastScore,
    signal: asked.signal,
  });
  const { shown } = await readTotals(engine, await scopeOf(engine, asked), asked.signal);
  const iso = (time: number) => new Date(time).toISOString();
  return {
    buying: { touchpoints, by, least: leastBought },
    attitude: { scores: [...new Set(scores.map(({ name }) => name))], least: leastScore },
    ...loyaltyFrom(stood, [
      { from: iso(cuts[0]), to: iso(cuts[1]) },
      { from: iso(cuts[1]), to: iso(cuts[2]) },
    ]),
    ladder: map && (await readLadder(engine, scope, { map, zone, begin, end }, asked.signal)),
    zone,
    shown,
  };
}

type Cut = {
  readonly cuts: readonly [number, number, number];
  readonly scores: readonly z.infer<typeof Score>[];
  readonly codes: readonly number[];
  readonly leastBought: number;
  readonly leastScore: number;
  readonly signal: AbortSignal | undefined;
};

/** How many people stood where in the two periods: a few dozen rows, whatever there are of people. */
async function readStood(engine: Engine, scope: Scope, cut: Cut): Promise<Stood[]> {
  const { cuts, scores, codes, leastBought, leastScore, signal } = cut;
  // The period a moment is in, from 1; 0 for neither.
  const period = (time: string) =>
    `multiIf(${time} < ${cuts[0]}, 0, ${time} < ${cuts[1]}, 1, ${time} < ${cuts[2]}, 2, 0)`;
  const rows = await engine.analysis.rows(
    StoodRow,
    `SELECT seen, buys, likes, count() AS people
    FROM (
      SELECT arrayMap(n -> n > 0, sumForEach(visits)) AS seen,
        arrayMap(n -> n >= {least:UInt32}, sumForEach(bought)) AS buys,
        arrayMap((sum, n) -> if(n = 0, 2, sum / n >= {likes:Float64} - 1e-9), sumForEach(sums), sumForEach(answers)) AS likes
      FROM (
        SELECT person,
          arrayMap(p -> countEqual(when, p), [1, 2]) AS visits,
          arrayMap(p -> arrayCount((w, step) -> w = p AND has({buying:Array(UInt16)}, step), when, steps), [1, 2]) AS bought,
          arrayMap(p -> arraySum((s, w) -> if(w = p, s, 0), score, said), [1, 2]) AS sums,
          arrayMap(p -> countEqual(said, p), [1, 2]) AS answers
        FROM (
          SELECT person, steps,
            arrayMap(since -> ${period("toUnixTimestamp64Milli(start) + toInt64(since)")},
              arrayCumSum(arrayPushFront(waits, toUInt64(0)))) AS when,
            arrayMap((code, value) -> if(has({scores:Array(UInt16)}, code),
                (value - {lows:Array(Float64)}[indexOf({scores:Array(UInt16)}, code)])
                  / {widths:Array(Float64)}[indexOf({scores:Array(UInt16)}, code)], 0),
              measures.code, measures.value) AS score,
            arrayMap((code, time) -> if(has({scores:Array(UInt16)}, code), ${period("toUnixTimestamp64Milli(time)")}, 0),
              measures.code, measures.time) AS said
          FROM ${scope.journeys}
        )
      )
      GROUP BY person
    )
    GROUP BY seen, buys, likes`,
    {
      ...scope.parameters,
      buying: codes,
      least: leastBought,
      likes: leastScore,
      scores: scores.map(({ code }) => code),
      lows: scores.map(({ low }) => low),
      widths: scores.map(({ low, high }) => high - low),
    },
    { signal },
  );
  return rows.map(({ seen, buys, likes, people }): Stood => {
    const at = (nth: 0 | 1) => {
      const said = likes[nth]!;
      // Whoever answered was there, though no step of his falls in the period.
      const there = seen[nth] === 1 || said !== 2;
      return standingOf(there, buys[nth] === 1, said === 2 ? null : said === 1);
    };
    return {
      first: at(0),
      second: at(1),
      boughtFirst: buys[0] === 1 ? people : 0,
      boughtSecond: buys[1] === 1 ? people : 0,
      people,
    };
  });
}
