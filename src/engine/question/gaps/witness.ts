import { z } from "zod";
import { LEFT } from "../../../core/question/chain.ts";
import type { Gap } from "../../../core/question/gaps/gap.ts";
import { meanDifference, type Sums } from "../../../core/question/gaps/contrast.ts";
import type { Engine } from "../../port.ts";
import { quartiles, Quartiles, toDuration } from "../duration.ts";
import type { Scope } from "../filter.ts";
import { WEEK, type Sought, type Ways } from "./ways.ts";

const count = z.coerce.number();
const Example = z.object({ journey: z.string(), person: z.string(), start: z.string() });
const Quote = z.object({ text: z.string(), person: z.string(), time: z.string() });
const WaitRow = z.object({ n: count, q: Quartiles });
const Spent = z.object({
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

/** Weeks [from, to) since 1970 that are asked about; all of them without. */
type When = { readonly from: number; readonly to: number } | null;

/** Who saw it: examples, what they said there, how long they waited, and what they spent less. */
export async function readWitness(
  engine: Engine,
  scope: Scope,
  ways: Ways,
  sought: Sought,
  when: When,
  signal: AbortSignal | undefined,
): Promise<Pick<Gap, "examples" | "quotes" | "wait"> & { spent: Spending | null }> {
  const parameters = {
    ...ways.parameters,
    at: sought.from,
    hit: sought.to === 0 ? LEFT : sought.to,
    group: sought.group,
    since: when?.from ?? 0,
    until: when?.to ?? 65_535,
  };
  const limits = { signal };
  const hit = `SELECT journey, person, start, time FROM ${ways.from}
    WHERE at = {at:UInt16} AND to = {hit:UInt16} AND ({group:UInt64} = 0 OR has(own, {group:UInt64}))
      AND week >= {since:UInt32} AND week < {until:UInt32}`;
  const examples = await engine.analysis.rows(
    Example,
    `SELECT journey, person, start FROM (${hit}) ORDER BY time DESC, journey LIMIT ${EXAMPLES}`,
    parameters,
    limits,
  );
  const quotes = await engine.analysis.rows(
    Quote,
    `SELECT text, person, time
    FROM (SELECT person, comments.text, comments.touchpoint, comments.time FROM ${scope.journeys}
      WHERE notEmpty(comments.text) AND journey IN (SELECT journey FROM (${hit})))
    ARRAY JOIN comments.text AS text, comments.touchpoint AS touchpoint, comments.time AS time
    WHERE touchpoint = {at:UInt16} AND lengthUTF8(text) BETWEEN ${SHORTEST} AND ${LONGEST}
    ORDER BY time DESC, person, text LIMIT 1 BY text LIMIT ${QUOTES}`,
    parameters,
    limits,
  );
  const waits =
    sought.to === 0
      ? []
      : await engine.analysis.rows(
          WaitRow,
          `SELECT count() AS n, ${quartiles("wait")} AS q
          FROM (SELECT steps, waits FROM ${scope.journeys} WHERE journey IN (SELECT journey FROM (${hit})))
          ARRAY JOIN arrayPopBack(steps) AS step, arrayPopFront(steps) AS next, waits AS wait
          WHERE step = {at:UInt16} AND next = {hit:UInt16}`,
          parameters,
          limits,
        );
  const [wait] = waits;
  return {
    examples,
    quotes,
    wait: wait ? toDuration(wait.n, wait.q) : null,
    spent: await readSpending(engine, scope, ways, parameters, signal),
  };
}

/** What those who are hit spend less, a journey. */
type Spending = { readonly name: string; readonly unit: string } & Pick<
  ReturnType<typeof meanDifference>,
  "value" | "low" | "high"
>;

const FEWEST = 30;

/** The amount in which those who are hit differ most from those who came here too and were not. */
async function readSpending(
  engine: Engine,
  scope: Scope,
  ways: Ways,
  parameters: Ways["parameters"],
  signal: AbortSignal | undefined,
): Promise<Spending | null> {
  const amounts = await engine.lookup.rows(
    Amount,
    "SELECT code, name, unit FROM measure FINAL WHERE ws = {ws:UInt32} AND kind = 'amount'",
    parameters,
    { signal },
  );
  if (amounts.length === 0) return null;
  const rows = await engine.analysis.rows(
    Spent,
    `SELECT code, hit, count() AS n, sum(spent) AS sum, sum(spent * spent) AS squares
    FROM (
      SELECT journey, max(to = {hit:UInt16}) AS hit FROM ${ways.from}
      WHERE at = {at:UInt16} AND ({group:UInt64} = 0 OR has(own, {group:UInt64}))
      GROUP BY journey
    ) AS came
    JOIN (
      SELECT journey, code, arraySum(arrayFilter((value, one) -> one = code, measures.value, measures.code)) AS spent
      FROM ${scope.journeys} ARRAY JOIN {amounts:Array(UInt16)} AS code
    ) AS paid ON paid.journey = came.journey
    GROUP BY code, hit`,
    { ...parameters, amounts: amounts.map(({ code }) => code) },
    { signal },
  );
  let most: Spending | null = null;
  for (const { code, name, unit } of amounts) {
    const side = (hit: number): Sums | undefined =>
      rows.find((row) => row.code === code && row.hit === hit);
    const [lost, kept] = [side(1), side(0)];
    if (!lost || !kept || lost.n < FEWEST || kept.n < FEWEST) continue;
    const less = meanDifference(kept, lost);
    if (less.low > 0 && less.value > (most?.value ?? 0)) most = { name, unit, ...less };
  }
  return most;
}

/** First day of a week since 1970. */
export function dayOf(week: number): string {
  return new Date(week * WEEK).toISOString().slice(0, 10);
}
