import { z } from "zod";
import type { Cell } from "../../../core/question/drivers/explained.ts";
import type { Pair, Sums } from "../../../core/question/drivers/matched.ts";
import { less } from "../../../core/question/drivers/matched.ts";
import type { Engine, Parameters } from "../../port.ts";
import type { Candidate } from "./candidates.ts";

const count = z.coerce.number();
const Row = z.object({
  about: z.number(),
  nth: z.number(),
  n: count,
  sum: z.number(),
  squares: z.number(),
});
const CellRow = z.object({
  group: z.number(),
  pattern: z.number(),
  known_: z.number(),
  n: count,
  sum: z.number(),
  squares: z.number(),
});

const nothing: Sums = { n: 0, sum: 0, squares: 0 };

/** Outcomes per candidate, apart for those who are otherwise alike. */
export type Weighed = {
  readonly wholes: readonly Sums[];
  readonly of: readonly {
    readonly candidate: Candidate;
    readonly pairs: readonly Pair[];
    readonly penalty: readonly Pair[];
    readonly reward: readonly Pair[];
  }[];
};

type Rows = { readonly sql: string; readonly parameters: Parameters };

/** One pass over the rows, in which every candidate counts those who have it. */
export async function weigh(
  engine: Engine,
  { sql, parameters }: Rows,
  candidates: readonly Candidate[],
  signal: AbortSignal | undefined,
): Promise<Weighed> {
  const tests = ["1"];
  const place = (test: string | null) => (test === null ? 0 : tests.push(test) - 1);
  const placed = candidates.map(({ has, known, ends }) => ({
    has: place(has),
    known: place(known),
    low: ends && place(ends.low),
    high: ends && place(ends.high),
    among: ends && place(ends.among),
  }));
  const rows = await engine.analysis.rows(
    Row,
    `SELECT about, nth, count() AS n, sum(y) AS sum, sum(y * y) AS squares
    FROM (
      SELECT about, y, arrayFilter((nth, is) -> is, range(${tests.length}),
        [${tests.map((test) => `toUInt8(${test})`).join(", ")}]) AS having
      FROM ${sql}
    )
    ARRAY JOIN having AS nth GROUP BY about, nth`,
    parameters,
    { signal },
  );
  const kinds = [...new Set(rows.map(({ about }) => about))].toSorted((a, b) => a - b);
  const found = new Map(rows.map((row) => [`${row.about} ${row.nth}`, row]));
  const at = (nth: number) => kinds.map((kind): Sums => found.get(`${kind} ${nth}`) ?? nothing);
  return {
    wholes: at(0),
    of: candidates.map((candidate, i) => {
      const { has, known, low, high, among } = placed[i]!;
      const [with_, whole] = [at(has), at(known)];
      const [lows, highs] = [low === null ? [] : at(low), high === null ? [] : at(high)];
      const middle = (among === null ? [] : at(among)).map((all, g) =>
        less(less(all, lows[g] ?? nothing), highs[g] ?? nothing),
      );
      const against = (side: readonly Sums[]) =>
        side.map((each, g) => ({ with: each, without: middle[g]! }));
      return {
        candidate,
        pairs: with_.map((each, g) => ({ with: each, without: less(whole[g]!, each) })),
        penalty: against(highs),
        reward: against(lows),
      };
    }),
  };
}

/** Rows that agree in all of some candidates, counted together. */
export async function readCells(
  engine: Engine,
  { sql, parameters }: Rows,
  candidates: readonly Candidate[],
  signal: AbortSignal | undefined,
): Promise<Cell[]> {
  const bits = (tests: readonly (string | null)[]) =>
    tests.map((test, i) => `bitShiftLeft(toUInt32(${test ?? 1}), ${i})`).join(" + ") || "0";
  const rows = await engine.analysis.rows(
    CellRow,
    `SELECT about AS group, toUInt32(${bits(candidates.map(({ has }) => has))}) AS pattern,
      toUInt32(${bits(candidates.map(({ known }) => known))}) AS known_, toUInt32(count()) AS n, sum(y) AS sum,
      sum(y * y) AS squares
    FROM ${sql} GROUP BY group, pattern, known_ ORDER BY group, pattern, known_`,
    parameters,
    { signal },
  );
  return rows.map(({ known_, ...cell }) => ({ ...cell, known: known_ }));
}
