import type { TouchpointName } from "../question/answers.ts";
import type { Binding, Journey } from "./journey.ts";

/** A drawn touchpoint with the touchpoints of the data that are bound to it. */
export type Bound = { readonly id: string; readonly codes: readonly number[] };

/**
 * Which touchpoints of the data each drawn touchpoint stands for, in the order of the map. One that
 * fits several rules belongs to the first; a rule without a channel fits every channel.
 */
export function bindTouchpoints(journey: Journey, found: readonly TouchpointName[]): Bound[] {
  const taken = new Set<number>();
  return journey.episodes
    .flatMap((episode) => episode.touchpoints)
    .map(({ id, events = [] }) => {
      const codes = found
        .filter((each) => !taken.has(each.code) && events.some((rule) => fits(rule, each)))
        .map((each) => each.code);
      for (const code of codes) taken.add(code);
      return { id, codes };
    });
}

function fits(rule: Binding, { event, channel }: TouchpointName): boolean {
  return rule.event === event && (rule.channel === undefined || rule.channel === channel);
}
