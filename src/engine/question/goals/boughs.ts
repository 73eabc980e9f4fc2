import { z } from "zod";
import type { Pair, Sums } from "../../../core/question/drivers/matched.ts";
import type { Engine } from "../../port.ts";
import type { Facts } from "./facts.ts";

const count = z.coerce.number();
const Row = z.object({
  one: count,
  other: count,
  about: z.number(),
  met: count,
  n: count,
  sum: z.number(),
  squares: z.number(),
});

/** A qualitative goal by its place among the facts, and which outcomes meet it. */
export type Met = {
  readonly nth: number;
  readonly met:
    | { readonly values: readonly number[] }
    | { readonly from: number; readonly up: boolean };
};

const nothing: Sums = { n: 0, sum: 0, squares: 0 };

/**
 * The outcomes of quantitative goals in journeys in which a qualitative one is met and in which it is not,
 * apart for what an answer was about. By the places of the two: `one other`.
 */
export async function readPairs(
  engine: Engine,
  { sql, parameters, horizons }: Facts,
  qualitative: readonly Met[],
  quantitative: readonly number[],
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, Pair[]>> {
  if (qualitative.length === 0 || quantitative.length === 0) return new Map();
  const fact = (nth: number) => `facts[${nth + 1}]`;
  const counts = (nth: number) =>
    `${fact(nth)}.1 = 1 AND ${fact(nth)}.2 <= ${Math.floor(horizons[nth]!.latest)}`;
  const ones = qualitative.map(
    ({ nth, met }) =>
      `(toUInt8(${counts(nth)}), ${fact(nth)}.6, toUInt8(${testOf(`${fact(nth)}.3`, met)}))`,
  );
  const others = quantitative.map((nth) => `(toUInt8(${counts(nth)}), ${fact(nth)}.3)`);
  const rows = await engine.analysis.rows(
    Row,
    `SELECT one, other, q.2 AS about, q.3 AS met, count() AS n, sum(y.2) AS sum, sum(y.2 * y.2) AS squares
    FROM (
      SELECT q, one, others
      FROM (SELECT [${ones.join(", ")}] AS ones, [${others.join(", ")}] AS others FROM (SELECT facts FROM ${sql}))
      ARRAY JOIN ones AS q, arrayEnumerate(ones) AS one WHERE q.1 = 1
    )
    ARRAY JOIN others AS y, arrayEnumerate(others) AS other WHERE y.1 = 1
    GROUP BY one, other, about, met ORDER BY one, other, about, met`,
    parameters,
    { signal },
  );
  const byBranch = Map.groupBy(
    rows,
    ({ one, other }) => `${qualitative[one - 1]!.nth} ${quantitative[other - 1]!}`,
  );
  return new Map(
    [...byBranch].map(([key, own]): [string, Pair[]] => [
      key,
      [...Map.groupBy(own, ({ about }) => about).values()].map((group) => ({
        with: group.find(({ met }) => met === 1) ?? nothing,
        without: group.find(({ met }) => met === 0) ?? nothing,
      })),
    ]),
  );
}

/** Nothing but numbers of our own and of the map stands in this SQL. */
function testOf(value: string, met: Met["met"]): string {
  if ("values" in met) return `has([${met.values.join(", ")}]::Array(Float64), ${value})`;
  return met.up ? `${value} >= ${met.from}` : `${value} <= ${met.from}`;
}
