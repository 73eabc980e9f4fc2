import { z } from "zod";
import { rate, type Duration } from "../../../core/evidence/interval.ts";
import { meanOf } from "../../../core/evidence/mean.ts";
import type { Level } from "../../../core/question/drift/drift.ts";
import { variance, type Sums } from "../../../core/question/drift/series.ts";
import type { Engine } from "../../port.ts";
import { quartiles, Quartiles, toDuration } from "../duration.ts";
import type { Suspect } from "./otherwise.ts";
import type { People } from "./people.ts";
import type { Place } from "./places.ts";
import { entries, itemParameters, sinceParameters } from "./read-series.ts";

const WaitRow = z.object({
  item: z.number(),
  before: z.coerce.number(),
  q: Quartiles,
  after: z.coerce.number(),
  r: Quartiles,
});

/** A share or a mean as it is told. */
export function levelOf(sums: Sums, share: boolean): Level {
  if (share) return { rate: rate(sums.sum, sums.n) };
  const { n, sum } = sums;
  return {
    mean: meanOf({
      n,
      mean: n === 0 ? 0 : sum / n,
      variance: (variance(sums) * n) / Math.max(1, n - 1),
    }),
  };
}

/** How long those waited who went on, before and after, per change of a wait. */
export async function readDurations(
  engine: Engine,
  people: People,
  places: readonly Place[],
  waits: readonly Suspect[],
  signal: AbortSignal | undefined,
): Promise<{ readonly before: Duration; readonly after: Duration }[]> {
  if (waits.length === 0) return [];
  const items = waits.map(({ tested }) => tested);
  const rows = await engine.analysis.rows(
    WaitRow,
    `SELECT toUInt32(item) AS item,
      countIf(earlier) AS before, ${quartiles("waited", "earlier")} AS q,
      countIf(later) AS after, ${quartiles("waited", "later")} AS r
    FROM (
      SELECT item, waited,
        day >= {befores:Array(UInt32)}[item] AND day < {beforesTo:Array(UInt32)}[item] AS earlier,
        day >= {afters:Array(UInt32)}[item] AND day < {aftersTo:Array(UInt32)}[item] AS later
      FROM ${entries(people)}
    )
    GROUP BY item ORDER BY item`,
    {
      ...people.parameters,
      ...itemParameters(items),
      ...sinceParameters(people, places, items),
      befores: waits.map(({ before }) => before[0]),
      beforesTo: waits.map(({ before }) => before[1]),
      afters: waits.map(({ after }) => after[0]),
      aftersTo: waits.map(({ after }) => after[1]),
    },
    { signal },
  );
  return rows.map(({ before, q, after, r }) => ({
    before: toDuration(before, q),
    after: toDuration(after, r),
  }));
}
