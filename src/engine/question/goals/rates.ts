import { z } from "zod";
import { rate, type Rate } from "../../../core/evidence/interval.ts";
import { monthOf } from "../../../core/question/month.ts";
import type { Engine } from "../../port.ts";
import type { Facts } from "./facts.ts";

const count = z.coerce.number();
const Row = z.object({
  nth: count,
  /** 12 · year + month; 0 for journeys that cannot be told of yet. */
  month: count,
  recent: count,
  n: count,
  hits: count,
});

export type GoalRates = {
  readonly now: Rate;
  readonly whole: Rate;
  readonly early: number;
  readonly months: readonly { readonly month: number; readonly rate: Rate }[];
};

/** Milliseconds that "now" goes back. */
export const NOW = 90 * 86_400_000;

/** How many come or leave, now, in all and month by month; by goal. Scores are not among them. */
export async function readRates(
  engine: Engine,
  { sql, parameters, horizons }: Facts,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<number, GoalRates>> {
  if (horizons.length === 0) return new Map();
  // Nothing but numbers of our own stands in this list.
  const latest = `([${horizons.map((each) => Math.floor(each.latest)).join(", ")}]::Array(Int64))[nth]`;
  const rows = await engine.analysis.rows(
    Row,
    `SELECT nth, if(since > ${latest}, 0, ${monthOf("time")}) AS month,
      since > ${latest} - ${NOW} AS recent, count() AS n, sum(fact.3) AS hits
    FROM (
      SELECT fact, nth, fact.2 AS since, fromUnixTimestamp64Milli(fact.2, 'UTC') AS time
      FROM (SELECT facts FROM ${sql}) ARRAY JOIN facts AS fact, arrayEnumerate(facts) AS nth
      WHERE fact.1 = 1
    )
    GROUP BY nth, month, recent ORDER BY nth, month, recent`,
    parameters,
    { signal },
  );
  const byGoal = Map.groupBy(rows, ({ nth }) => nth - 1);
  return new Map(
    [...byGoal].map(([nth, all]): [number, GoalRates] => {
      const told = all.filter(({ month }) => month > 0);
      const byMonth = Map.groupBy(told, ({ month }) => month);
      return [
        nth,
        {
          now: summed(told.filter(({ recent }) => recent === 1)),
          whole: summed(told),
          early: all.reduce((sum, { month, n }) => (month === 0 ? sum + n : sum), 0),
          months: [...byMonth].map(([month, own]) => ({ month, rate: summed(own) })),
        },
      ];
    }),
  );
}

function summed(rows: readonly { readonly n: number; readonly hits: number }[]): Rate {
  const [n, hits] = rows.reduce(([all, some], row) => [all + row.n, some + row.hits], [0, 0]);
  return rate(hits, n);
}
