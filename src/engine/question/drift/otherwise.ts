import { z } from "zod";
import type { Otherwise } from "../../../core/question/drift/drift.ts";
import type { Sums } from "../../../core/question/drift/series.ts";
import { alike, explains, type Stratum } from "../../../core/question/drift/size.ts";
import type { Estimate } from "../../../core/question/towards.ts";
import type { Engine } from "../../port.ts";
import type { Groups } from "../gaps/groups.ts";
import { DAY, type People } from "./people.ts";
import type { Place } from "./places.ts";
import { entries, itemParameters, sinceParameters, type Tested } from "./read-series.ts";

const count = z.coerce.number();
const SourceRow = z.object({ source: z.string(), first: count, last: count, pause: count });
const StratumRow = z.object({
  item: z.number(),
  trait: z.string(),
  later: z.number(),
  n: count,
  hits: count,
});

/** Days by which a source and a change may miss each other. */
const NEAR = 1;

/** The day on which a source began or fell silent within the data, days since 1970. */
export type Edge = { readonly source: string; readonly began: boolean; readonly day: number };

/** Sources that began or fell silent for good while others went on. */
export async function readEdges(
  engine: Engine,
  { parameters, first, last }: People,
  signal: AbortSignal | undefined,
): Promise<Edge[]> {
  const rows = await engine.analysis.rows(
    SourceRow,
    `SELECT source, min(day) AS first, max(day) AS last,
      arrayMax(arrayPushBack(arrayDifference(arraySort(groupArray(day))), 0)) AS pause
    FROM (
      SELECT DISTINCT toString(source) AS source, toInt32(toUnixTimestamp64Milli(time) / ${DAY}) AS day
      FROM event WHERE ws = {ws:UInt32} AND kind != 'person' AND kind != 'reference'
    )
    GROUP BY source`,
    parameters,
    { signal },
  );
  const [begin, end] = [Math.floor(first / DAY), Math.floor(last / DAY)];
  return rows.flatMap(({ source, first: from, last: to, pause }): Edge[] => {
    const usual = Math.max(7, pause);
    return [
      ...(from - begin > usual ? [{ source, began: true, day: from }] : []),
      ...(end - to > usual ? [{ source, began: false, day: to + 1 }] : []),
    ];
  });
}

/** A change of which it is asked what else it may be. */
export type Suspect = {
  readonly tested: Tested;
  readonly low: number;
  readonly high: number;
  /** Days [from, to) that are compared. */
  readonly before: readonly [number, number];
  readonly after: readonly [number, number];
  readonly difference: Estimate;
};

/** Per change, what may have changed instead of customers: a source, or who they are; null = neither is known. */
export async function readOtherwise(
  engine: Engine,
  people: People,
  places: readonly Place[],
  groups: Groups,
  edges: readonly Edge[],
  suspects: readonly Suspect[],
  signal: AbortSignal | undefined,
): Promise<(Otherwise | null)[]> {
  const mixes = await readMixes(engine, people, places, groups, suspects, signal);
  return suspects.map(({ low, high }, nth): Otherwise | null => {
    const edge = edges.find((each) => each.day >= low - NEAR && each.day <= high + NEAR);
    if (edge) return { source: edge.source, began: edge.began };
    return mixes[nth] ?? null;
  });
}

/** The attribute among whose values a difference goes away, if there is one. */
async function readMixes(
  engine: Engine,
  people: People,
  places: readonly Place[],
  groups: Groups,
  suspects: readonly Suspect[],
  signal: AbortSignal | undefined,
): Promise<(Otherwise | null)[]> {
  const none = suspects.map(() => null);
  const kept = groups.all.filter(({ attribute, ofCustomer }) => attribute !== null && ofCustomer);
  const shares = suspects.flatMap((suspect, nth) =>
    suspect.tested.kind === "score" ? [] : [{ suspect, nth }],
  );
  if (kept.length === 0 || shares.length === 0) return none;
  const items = shares.map(({ suspect: { tested } }) => tested);
  const bound = (pick: (suspect: Suspect) => number) => shares.map(({ suspect }) => pick(suspect));
  const rows = await engine.analysis.rows(
    StratumRow,
    `SELECT toUInt32(item) AS item, trait, toUInt8(day >= {afters:Array(UInt32)}[item]) AS later,
      count() AS n, countIf(hit) AS hits
    FROM (SELECT item, day, hit, arrayPushFront(arrayFilter(t -> has({kept:Array(UInt64)}, t), traits),
        toUInt64(0)) AS all FROM ${entries(people)})
    ARRAY JOIN all AS trait
    WHERE (day >= {befores:Array(UInt32)}[item] AND day < {beforesTo:Array(UInt32)}[item])
      OR (day >= {afters:Array(UInt32)}[item] AND day < {aftersTo:Array(UInt32)}[item])
    GROUP BY item, trait, later`,
    {
      ...people.parameters,
      ...itemParameters(items),
      ...sinceParameters(people, places, items),
      kept: kept.map(({ id }) => BigInt(id)),
      befores: bound(({ before }) => before[0]),
      beforesTo: bound(({ before }) => before[1]),
      afters: bound(({ after }) => after[0]),
      aftersTo: bound(({ after }) => after[1]),
    },
    { signal },
  );
  const names = [...new Set(kept.map(({ attribute }) => attribute!))];
  const found: (Otherwise | null)[] = [...none];
  for (const [place, { suspect, nth }] of shares.entries()) {
    const own = rows.filter(({ item }) => item === place + 1);
    const part = (trait: string, later: number): Sums => {
      const row = own.find((each) => each.trait === trait && each.later === later);
      return { n: row?.n ?? 0, sum: row?.hits ?? 0, squares: row?.hits ?? 0 };
    };
    for (const attribute of names) {
      const ids = kept.filter((group) => group.attribute === attribute).map(({ id }) => id);
      const strata = ids.map((id): Stratum => ({ before: part(id, 0), after: part(id, 1) }));
      const rest = (later: number): Sums => {
        const known = ids.map((id) => part(id, later));
        const all = part("0", later);
        const n = Math.max(0, all.n - known.reduce((sum, each) => sum + each.n, 0));
        const sum = Math.min(
          n,
          Math.max(0, all.sum - known.reduce((sum, each) => sum + each.sum, 0)),
        );
        return { n, sum, squares: sum };
      };
      const difference = alike([...strata, { before: rest(0), after: rest(1) }]);
      if (difference && explains(difference, suspect.difference))
        found[nth] ??= { attribute, difference };
    }
  }
  return found;
}
