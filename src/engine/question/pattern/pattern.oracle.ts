import type { Automaton, State } from "../../../core/question/pattern/automaton.ts";

/**
 * The match of an automaton in a journey by trying every choice of places one after the other: of all
 * that hold, the one that ends first, and of these the one that begins last. Null where there is none.
 */
export function matchByTrying(
  automaton: Automaton,
  steps: readonly number[],
  at: readonly number[],
): { begin: number; finish: number } | null {
  const { states, starts, ends, within, without, unpreceded, unfollowed } = automaton;
  let best: { begin: number; finish: number } | null = null;
  const fits = ({ codes, but }: State, place: number) => codes.includes(steps[place]!) !== but;
  function judge(places: readonly number[]): void {
    const [begin, finish] = [places[0]!, places.at(-1)!];
    if (starts && begin !== 0) return;
    if (ends && finish !== steps.length - 1) return;
    if (within !== null && at[finish]! - at[begin]! > within) return;
    if (steps.slice(begin + 1, finish).some((step) => without.includes(step))) return;
    if (steps.slice(0, begin).some((step) => unpreceded.includes(step))) return;
    if (steps.slice(finish + 1).some((step) => unfollowed.includes(step))) return;
    if (best && (best.finish < finish || (best.finish === finish && best.begin >= begin))) return;
    best = { begin, finish };
  }
  function go(places: readonly number[]): void {
    const state = states[places.length];
    if (!state) return judge(places);
    const last = places.at(-1);
    for (let place = (last ?? -1) + 1; place < steps.length; place += 1) {
      if (state.direct && last !== undefined && place !== last + 1) break;
      if (fits(state, place)) go([...places, place]);
    }
  }
  go([]);
  return best;
}
