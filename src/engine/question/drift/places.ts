import { z } from "zod";
import type { Engine } from "../../port.ts";
import { pairCode, pairCodeSql } from "../pair-code.ts";
import type { People } from "./people.ts";

const count = z.coerce.number();
const PlaceRow = z.object({ code: z.number(), people: count, next: count, since: count });
const PairRow = z.object({ one: z.number(), other: z.number(), people: count });
const DelayRow = z.object({ one: z.number(), other: z.number(), delay: count });

/** Touchpoints that are looked at, most people first, and fewest people at one. */
const MOST = 60;
const FEWEST = 20;
/** So many of those who come to a touchpoint passed its gate before. */
const NEARLY_ALL = 0.95;
/** A share of waits: who did not go on within that of 95 % did not go on. */
const MOSTLY = 0.95;

/** A touchpoint with how long one waits to see what follows, in milliseconds. */
export type Place = {
  readonly code: number;
  readonly people: number;
  /** 95 % of those who go on from here did so by then. */
  readonly next: number;
  /** 95 % of those who come here have by then since their journey began. */
  readonly since: number;
};

/** Of whom it is asked whether they come to a touchpoint: of those at its gate, or of all (code 0). */
export type Way = {
  readonly gate: number;
  readonly to: number;
  /** 95 % of those who come do so within that. */
  readonly within: number;
};

export async function readPlaces(
  engine: Engine,
  { from, parameters }: People,
  signal: AbortSignal | undefined,
): Promise<Place[]> {
  return engine.analysis.rows(
    PlaceRow,
    `SELECT code, count() AS people,
      toInt64(quantileExactIf(${MOSTLY})(wait, place <= length(waits))) AS next,
      toInt64(quantileExact(${MOSTLY})(time)) AS since
    FROM (
      SELECT code, time, waits, indexOf(steps, code) AS place, waits[place] AS wait
      FROM ${from} ARRAY JOIN firsts AS code, offsets AS time
    )
    GROUP BY code HAVING people >= ${FEWEST} ORDER BY people DESC, code LIMIT ${MOST}`,
    parameters,
    { signal },
  );
}

/**
 * The gate of each touchpoint: of those that nearly everybody who comes to it passed before, the one
 * with the fewest people. What changes between the two is told there and not at everything before it.
 */
export async function readWays(
  engine: Engine,
  { from, parameters }: People,
  places: readonly Place[],
  signal: AbortSignal | undefined,
): Promise<Way[]> {
  const limits = { signal };
  const given = { ...parameters, places: [0, ...places.map(({ code }) => code)] };
  const counted = await engine.analysis.rows(
    PairRow,
    `SELECT one, other, count() AS people FROM ${pairsOf(from)} GROUP BY one, other`,
    given,
    limits,
  );
  const all = new Map(places.map((place) => [place.code, place.people]));
  const gates = counted.filter(
    ({ other, people }) => people >= NEARLY_ALL * (all.get(other) ?? Infinity),
  );
  // How long it took is kept for every person, so it is asked of those few only.
  const delays = await engine.analysis.rows(
    DelayRow,
    `SELECT one, other, toInt64(quantileExact(${MOSTLY})(delay)) AS delay FROM ${pairsOf(from)}
    WHERE has({gates:Array(UInt32)}, ${pairCodeSql("one", "other")})
    GROUP BY one, other`,
    { ...given, gates: gates.map(({ one, other }) => pairCode(one, other)) },
    limits,
  );
  return places.map(({ code }): Way => {
    const [gate] = delays
      .filter(({ other }) => other === code)
      .toSorted(
        (one, other) =>
          (all.get(one.one) ?? Infinity) - (all.get(other.one) ?? Infinity) ||
          one.delay - other.delay,
      );
    return { gate: gate?.one ?? 0, to: code, within: gate?.delay ?? 0 };
  });
}

/** Rows `one`, `other`, `delay`: of each person, what he passed (0 = the start) before what, how long before. */
function pairsOf(from: string): string {
  return `(
    SELECT one, other, time - before AS delay
    FROM (
      SELECT arrayPushFront(arrayMap(each -> each.1, kept), toUInt16(0)) AS codes,
        arrayPushFront(arrayMap(each -> each.2, kept), toInt64(0)) AS ats
      FROM (
        SELECT arrayFilter(each -> has({places:Array(UInt16)}, each.1),
          arrayZip(firsts, offsets)) AS kept
        FROM ${from}
      )
    )
    ARRAY JOIN codes AS other, ats AS time, arrayEnumerate(codes) AS nth
    ARRAY JOIN arraySlice(codes, 1, nth - 1) AS one, arraySlice(ats, 1, nth - 1) AS before
  )`;
}
