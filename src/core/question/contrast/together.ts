import { medianOf, type Bins } from "./bins.ts";
import type { Counted } from "./difference.ts";

type Wait = { readonly bins: Bins; readonly duration: Counted["duration"] };

/**
 * Groups that have no journey in common, as one group. What was counted is exact; of durations and waits
 * the median comes from the bins, within 0.6 %, and the quartiles are not known.
 */
export function together(groups: readonly Counted[]): Counted {
  const total = (count: (group: Counted) => number) =>
    groups.reduce((sum, group) => sum + count(group), 0);
  const durations = summed(groups.map((group) => group.durations));
  return {
    journeys: total(({ journeys }) => journeys),
    reached: total(({ reached }) => reached),
    duration: durationOf(durations),
    durations,
    reach: summed(groups.map(({ reach }) => reach)),
    moves: summed(groups.map(({ moves }) => moves)),
    waits: each(
      groups.map(({ waits }) => waits),
      (own): Wait => {
        const bins = summed(own.map((wait) => wait.bins));
        return { bins, duration: durationOf(bins) };
      },
    ),
    scores: each(
      groups.map(({ scores }) => scores),
      (own): Bins => summed(own),
    ),
  };
}

function durationOf(bins: Bins): Counted["duration"] {
  const n = [...bins.values()].reduce((sum, count) => sum + count, 0);
  return { n, p25Seconds: null, medianSeconds: medianOf(bins), p75Seconds: null };
}

function summed<Key>(maps: readonly ReadonlyMap<Key, number>[]): Map<Key, number> {
  const sums = new Map<Key, number>();
  for (const map of maps)
    for (const [key, count] of map) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}

/** What stands under a key in any of the maps, made one. */
function each<Value>(
  maps: readonly ReadonlyMap<string, Value>[],
  one: (values: readonly Value[]) => Value,
): Map<string, Value> {
  const keys = new Set(maps.flatMap((map) => [...map.keys()]));
  return new Map(
    [...keys].map((key) => [
      key,
      one(maps.flatMap((map) => (map.has(key) ? [map.get(key)!] : []))),
    ]),
  );
}
