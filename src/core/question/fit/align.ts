import type { Group } from "./model.ts";

/** What became of the steps of a journey on its way through the map. */
export type Move =
  /** The journey and the map agree. */
  | { readonly kind: "both"; readonly place: number }
  /** The map has it, the journey does not. */
  | { readonly kind: "map"; readonly place: number }
  /** The journey has it, the map has no place for it here. */
  | { readonly kind: "log"; readonly place: number };

export type Alignment = { readonly cost: number; readonly moves: readonly Move[] };

/**
 * Optimal alignment of a journey with a map (Adriansyah 2014): each step that only one of them has
 * costs 1. `path` are the places of the drawn touchpoints that were passed, in order.
 *
 * Groups follow one another, so an alignment cuts the path into stretches, one for each group, and
 * within a stretch the cost is plain: steps that are not of the group or come again, and stops that
 * are missing. The cuts are found by dynamic programming: |path|² · groups.
 */
export function align(model: readonly Group[], path: readonly number[]): Alignment {
  const n = path.length;
  const width = n + 1;
  const best = new Int32Array((model.length + 1) * width).fill(0x3fff_ffff);
  const cut = new Int32Array((model.length + 1) * width);
  best[0] = 0;
  for (const [g, group] of model.entries()) {
    const stopOf = new Map(group.map((stop) => [stop.place, stop]));
    const required = group.filter(({ optional }) => !optional).length;
    for (let from = 0; from <= n; from += 1) {
      const before = best[g * width + from]!;
      if (before >= 0x3fff_ffff) continue;
      const met = new Set<number>();
      let missing = required;
      let extra = 0;
      for (let to = from; ; to += 1) {
        const cost = before + missing + extra;
        const at = (g + 1) * width + to;
        if (cost < best[at]!) {
          best[at] = cost;
          cut[at] = from;
        }
        if (to === n) break;
        const stop = stopOf.get(path[to]!);
        if (!stop || (met.has(stop.place) && !stop.repeats)) extra += 1;
        else if (!met.has(stop.place)) {
          met.add(stop.place);
          if (!stop.optional) missing -= 1;
        }
      }
    }
  }
  if (model.length === 0)
    return { cost: n, moves: path.map((place): Move => ({ kind: "log", place })) };
  const moves: Move[][] = [];
  let to = n;
  for (let g = model.length; g > 0; g -= 1) {
    const from = cut[g * width + to]!;
    moves.push(stretch(model[g - 1]!, path.slice(from, to)));
    to = from;
  }
  return { cost: best[model.length * width + n]!, moves: moves.toReversed().flat() };
}

function stretch(group: Group, path: readonly number[]): Move[] {
  const met = new Set<number>();
  const moves = path.map((place): Move => {
    const stop = group.find((each) => each.place === place);
    const fits = stop !== undefined && (!met.has(place) || stop.repeats);
    if (fits) met.add(place);
    return { kind: fits ? "both" : "log", place };
  });
  const missing = group.filter(({ optional, place }) => !optional && !met.has(place));
  return [...moves, ...missing.map(({ place }): Move => ({ kind: "map", place }))];
}
