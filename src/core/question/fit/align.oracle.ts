import type { Group } from "./model.ts";

/**
 * The cost of an alignment by brute force: the shortest way through all states of the map (which group, what was met in
 * it) beside the path, one move at a time.
 */
export function cheapest(model: readonly Group[], path: readonly number[]): number {
  const start = { at: 0, group: 0, met: [] as number[] };
  const key = (state: typeof start) => JSON.stringify([state.at, state.group, state.met]);
  const known = new Map([[key(start), 0]]);
  let layer = [start];
  for (let cost = 0; ; cost += 1) {
    const next: (typeof start)[] = [];
    const visit = (state: typeof start, more: number) => {
      if ((known.get(key(state)) ?? Infinity) <= cost + more) return;
      known.set(key(state), cost + more);
      (more === 0 ? layer : next).push(state);
    };
    for (let nth = 0; nth < layer.length; nth += 1) {
      const { at, group, met } = layer[nth]!;
      if (known.get(key(layer[nth]!))! < cost) continue;
      if (at === path.length && group === model.length) return cost;
      const place = path[at];
      if (place !== undefined) visit({ at: at + 1, group, met }, 1);
      const stops = model[group];
      if (!stops) continue;
      for (const stop of stops) {
        const done = met.includes(stop.place);
        const after = done ? met : [...met, stop.place].toSorted((a, b) => a - b);
        if (stop.place === place && (!done || stop.repeats))
          visit({ at: at + 1, group, met: after }, 0);
        if (!done) visit({ at, group, met: after }, stop.optional ? 0 : 1);
      }
      if (stops.every(({ place: each, optional }) => optional || met.includes(each)))
        visit({ at, group: group + 1, met: [] }, 0);
    }
    layer = next;
  }
}
