import type { Group, Stop } from "./model.ts";

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
 * are missing. The cuts are found by dynamic programming: |path| · groups, squared for those in any order.
 */
export function align(model: readonly Group[], path: readonly number[]): Alignment {
  const n = path.length;
  if (model.length === 0)
    return { cost: n, moves: path.map((place): Move => ({ kind: "log", place })) };
  let before = new Int32Array(n + 1).fill(NEVER);
  before[0] = 0;
  const cuts = model.map((group) => {
    const after = new Int32Array(n + 1).fill(NEVER);
    const cut = new Int32Array(n + 1);
    const [only, ...others] = group;
    if (only && others.length === 0) passOne(only, path, before, after, cut);
    else passMany(group, path, before, after, cut);
    before = after;
    return cut;
  });
  const moves: Move[][] = [];
  let to = n;
  for (let g = model.length - 1; g >= 0; g -= 1) {
    const from = cuts[g]![to]!;
    moves.push(stretch(model[g]!, path.slice(from, to)));
    to = from;
  }
  return { cost: before[n]!, moves: moves.toReversed().flat() };
}

const NEVER = 0x3fff_ffff;

/**
 * The least cost behind a group, by how much of the path is used up, from that before it; `cut` is
 * where the group's stretch begins. One stop: first not met, then met.
 */
function passOne(
  { place, optional, repeats }: Stop,
  path: readonly number[],
  before: Int32Array,
  after: Int32Array,
  cut: Int32Array,
): void {
  const missing = optional ? 0 : 1;
  let open = NEVER;
  let openFrom = 0;
  let met = NEVER;
  let metFrom = 0;
  for (let to = 0; to <= path.length; to += 1) {
    if (before[to]! < open) {
      open = before[to]!;
      openFrom = to;
    }
    const without = open + missing;
    after[to] = Math.min(met, without);
    cut[to] = met <= without ? metFrom : openFrom;
    if (to === path.length) return;
    const here = path[to] === place;
    met += here && repeats ? 0 : 1;
    if (here && open <= met) {
      met = open;
      metFrom = openFrom;
    }
    open += 1;
  }
}

/** The same for stops in any order: every stretch is counted, as what is missing and what is too much. */
function passMany(
  group: Group,
  path: readonly number[],
  before: Int32Array,
  after: Int32Array,
  cut: Int32Array,
): void {
  const stopOf = new Map(group.map((stop) => [stop.place, stop]));
  const required = group.filter(({ optional }) => !optional).length;
  for (let from = 0; from <= path.length; from += 1) {
    if (before[from]! >= NEVER) continue;
    const met = new Set<number>();
    let cost = before[from]! + required;
    for (let to = from; ; to += 1) {
      if (cost < after[to]!) {
        after[to] = cost;
        cut[to] = from;
      }
      if (to === path.length) break;
      const stop = stopOf.get(path[to]!);
      if (!stop || (met.has(stop.place) && !stop.repeats)) cost += 1;
      else if (!met.has(stop.place)) {
        met.add(stop.place);
        if (!stop.optional) cost -= 1;
      }
    }
  }
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
