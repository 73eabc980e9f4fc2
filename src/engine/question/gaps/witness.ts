import { z } from "zod";
import { LEFT } from "../../../core/question/chain.ts";
import { meanDifference, type Sums } from "../../../core/question/gaps/contrast.ts";
import type { Gap } from "../../../core/question/gaps/gap.ts";
import type { Estimate } from "../../../core/question/towards.ts";
import type { Engine, Parameters } from "../../port.ts";
import { quartiles, Quartiles, toDuration } from "../duration.ts";
import type { Scope } from "../filter.ts";
import type { Groups } from "./groups.ts";
import { weekOf, type Sought, type Ways } from "./ways.ts";

const count = z.coerce.number();
const nth = z.coerce.number();
const Example = z.object({ nth, journey: z.string(), person: z.string(), start: z.string() });
const Quote = z.object({ nth, text: z.string(), person: z.string(), time: z.string() });
const WaitRow = z.object({ nth, n: count, q: Quartiles });
const Spent = z.object({
  nth,
  code: z.number(),
  hit: count,
  n: count,
  sum: z.number(),
  squares: z.number(),
});
const Amount = z.object({ code: z.number(), name: z.string(), unit: z.string() });

const EXAMPLES = 5;
const QUOTES = 3;
/** Letters in a comment that says something and can be read at a glance. */
const SHORTEST = 15;
const LONGEST = 240;
/** Fewest journeys on either side of a comparison of amounts. */
const FEWEST = 30;

/** A gap to be asked about, within weeks [from, to) since 1970; null = always. */
export type Asking = Sought & {
  readonly when: { readonly from: number; readonly to: number } | null;
};

/** What those who are hit spend less, a journey. */
type Spending = { readonly name: string; readonly unit: string } & Estimate;

export type Witness = Pick<Gap, "examples" | "quotes" | "wait"> & {
  readonly spent: Spending | null;
};

/** Who saw each gap: examples, what they said there, how long they had waited, and what they spend less. */
export async function readWitnesses(
  engine: Engine,
  scope: Scope,
  { groups, ways }: { groups: Groups; ways: Ways },
  asking: readonly Asking[],
  signal: AbortSignal | undefined,
): Promise<Witness[]> {
  if (asking.length === 0) return [];
  const limits = { signal };
  const parameters: Parameters = {
    ...ways.parameters,
    ats: asking.map((each) => each.from),
    tos: asking.map(({ to }) => (to === 0 ? LEFT : to)),
    ids: asking.map(({ group }) => BigInt(group)),
    since: asking.map(({ when }) => when?.from ?? 0),
    until: asking.map(({ when }) => when?.to ?? 65_535),
  };
  const came = cameSql(scope, groups, ways);
  const hit = `${came} WHERE hit AND ${weekOf("time")} >= {since:Array(UInt32)}[nth]
    AND ${weekOf("time")} < {until:Array(UInt32)}[nth]`;
  const examples = await engine.analysis.rows(
    Example,
    `SELECT nth, journey, person, start FROM ${hit} ORDER BY nth, time DESC, journey LIMIT ${EXAMPLES} BY nth`,
    parameters,
    limits,
  );
  const quotes = await engine.analysis.rows(
    Quote,
    `SELECT nth, text, person, time
    FROM (
      SELECT nth, text, person, said AS time
      FROM (SELECT nth, person, texts, abouts, saids FROM ${hit})
      ARRAY JOIN texts AS text, abouts AS about, saids AS said
      WHERE about = {ats:Array(UInt16)}[nth] AND lengthUTF8(text) BETWEEN ${SHORTEST} AND ${LONGEST}
      ORDER BY nth, said DESC, person, text LIMIT 1 BY nth, text
    )
    ORDER BY nth, time DESC, person, text LIMIT ${QUOTES} BY nth`,
    parameters,
    limits,
  );
  const waits = await engine.analysis.rows(
    WaitRow,
    `SELECT nth, count() AS n, ${quartiles("wait")} AS q
    FROM ${hit} AND {tos:Array(UInt16)}[nth] != ${LEFT} GROUP BY nth`,
    parameters,
    limits,
  );
  const spending = await readSpending(engine, came, parameters, asking.length, signal);
  return asking.map((_, at): Witness => {
    const wait = waits.find((row) => row.nth === at + 1);
    const own = <T extends { nth: number }>(rows: readonly T[]) =>
      rows.filter((row) => row.nth === at + 1).map(({ nth: _nth, ...row }) => row);
    return {
      examples: own(examples),
      quotes: own(quotes),
      wait: wait ? toDuration(wait.n, wait.q) : null,
      spent: spending[at] ?? null,
    };
  });
}

/** FROM-expression with a row for each journey that comes to the place of a gap (`nth`, from 1). */
function cameSql(scope: Scope, groups: Groups, ways: Ways): string {
  const at = "{ats:Array(UInt16)}[nth]";
  return `(
    SELECT journey, person, start, nth, begin + toInt64(times[indexOf(steps, ${at})]) AS time,
      arrayFirstIndex((step, next) -> step = ${at} AND next = {tos:Array(UInt16)}[nth],
        steps, arrayPushBack(arrayPopFront(steps), toUInt16(${LEFT}))) AS place,
      place > 0 AS hit, waits[place] AS wait, texts, abouts, saids, codes, values
    FROM (
      SELECT journey, person, start, steps, waits, ${groups.sql} AS own,
        toUnixTimestamp64Milli(start) AS begin, arrayCumSum(arrayPushFront(waits, toUInt64(0))) AS times,
        comments.text AS texts, comments.touchpoint AS abouts, comments.time AS saids,
        measures.code AS codes, measures.value AS values
      FROM ${scope.journeys} WHERE hasAny(steps, {ats:Array(UInt16)})
    )
    ARRAY JOIN arrayFilter(nth -> has(steps, ${at})
      AND ({ids:Array(UInt64)}[nth] = 0 OR has(own, {ids:Array(UInt64)}[nth])),
      arrayEnumerate({ats:Array(UInt16)})) AS nth
    WHERE ${ways.followed(at, "time")})`;
}

/** Per gap the amount in which those who are hit differ most from those who came there too and were not. */
async function readSpending(
  engine: Engine,
  came: string,
  parameters: Parameters,
  gaps: number,
  signal: AbortSignal | undefined,
): Promise<(Spending | null)[]> {
  const amounts = await engine.lookup.rows(
    Amount,
    "SELECT code, name, unit FROM measure FINAL WHERE ws = {ws:UInt32} AND kind = 'amount'",
    parameters,
    { signal },
  );
  if (amounts.length === 0) return [];
  const rows = await engine.analysis.rows(
    Spent,
    `SELECT nth, code, hit, count() AS n, sum(spent) AS sum, sum(spent * spent) AS squares
    FROM (
      SELECT nth, hit, code, arraySum(arrayFilter((value, one) -> one = code, values, codes)) AS spent
      FROM ${came} ARRAY JOIN {amounts:Array(UInt16)} AS code
    )
    GROUP BY nth, code, hit`,
    { ...parameters, amounts: amounts.map(({ code }) => code) },
    { signal },
  );
  return Array.from({ length: gaps }, (_, at) => {
    let most: Spending | null = null;
    for (const { code, name, unit } of amounts) {
      const side = (hit: number): Sums | undefined =>
        rows.find((row) => row.nth === at + 1 && row.code === code && row.hit === hit);
      const [lost, kept] = [side(1), side(0)];
      if (!lost || !kept || lost.n < FEWEST || kept.n < FEWEST) continue;
      const less = meanDifference(kept, lost);
      if (less.low > 0 && less.value > (most?.value ?? 0)) most = { name, unit, ...less };
    }
    return most;
  });
}
