import type { Alignment } from "./align.ts";
import type { Group } from "./model.ts";

const END = 0;

/**
 * Precision by escaping ways (Muñoz-Gama & Carmona 2010, over aligned journeys): wherever journeys are
 * on the map, which of the next steps that it allows does anybody take?
 */
export class Precision {
  readonly #model: readonly Group[];
  readonly #states = new Map<
    string,
    { visits: number; enabled: Set<number>; taken: Set<number> }
  >();
  readonly #groupOf: ReadonlyMap<number, number>;

  constructor(model: readonly Group[]) {
    this.#model = model;
    this.#groupOf = new Map(
      model.flatMap((group, g) => group.map(({ place }) => [place, g] as const)),
    );
  }

  /** Adds journeys that went through the map this way. */
  add({ moves }: Alignment, count: number): void {
    let group = 0;
    let met: number[] = [];
    for (const { kind, place } of moves) {
      if (kind === "log") continue;
      this.#step(group, met, place, count);
      const own = this.#groupOf.get(place)!;
      met = own === group ? [...new Set([...met, place])] : [place];
      group = own;
    }
    this.#step(group, met, END, count);
  }

  /** Null when nobody was on the map. */
  value(): number | null {
    let allowed = 0;
    let escaping = 0;
    for (const { visits, enabled, taken } of this.#states.values()) {
      allowed += visits * enabled.size;
      escaping += visits * [...enabled].filter((place) => !taken.has(place)).length;
    }
    return allowed === 0 ? null : 1 - escaping / allowed;
  }

  #step(group: number, met: readonly number[], next: number, count: number): void {
    const key = JSON.stringify([group, met.toSorted((one, other) => one - other)]);
    let state = this.#states.get(key);
    if (!state) {
      state = { visits: 0, enabled: enabledFrom(this.#model, group, met), taken: new Set() };
      this.#states.set(key, state);
    }
    state.visits += count;
    state.taken.add(next);
  }
}

/** Places that may come next where these of a group were met; END where nothing must. */
function enabledFrom(model: readonly Group[], from: number, met: readonly number[]): Set<number> {
  const enabled = new Set<number>();
  for (const [g, group] of model.entries()) {
    if (g < from) continue;
    const done = g === from ? met : [];
    for (const { place, repeats } of group)
      if (!done.includes(place) || repeats) enabled.add(place);
    if (group.some(({ place, optional }) => !optional && !done.includes(place))) return enabled;
  }
  return enabled.add(END);
}
