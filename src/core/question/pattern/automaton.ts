import { nearest } from "../../nearest.ts";
import type { TouchpointName } from "../answers.ts";
import type { Expression, SpanUnit } from "./expression.ts";
import type { Fault } from "./fault.ts";
import type { Place } from "./read.ts";

/** One state of the automaton: it is entered by one of the codes, or with `but` by any other. */
export type State = {
  readonly codes: readonly number[];
  readonly but: boolean;
  /** Only right after the state before; else others may come between. */
  readonly direct: boolean;
};

/**
 * A pattern as a chain of states over codes of touchpoints. A journey matches when it passes all of them
 * in their order and all that is asked of the whole holds.
 */
export type Automaton = {
  readonly states: readonly State[];
  readonly starts: boolean;
  readonly ends: boolean;
  /** Longest time from the first state to the last, in milliseconds; null without a limit. */
  readonly within: number | null;
  readonly without: readonly number[];
  readonly unpreceded: readonly number[];
  readonly unfollowed: readonly number[];
};

const lengths: Record<SpanUnit, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

/**
 * The automaton of a pattern over the touchpoints of the data. A label is that of a touchpoint, or an
 * event, which stands for it through every channel; capitals don't matter.
 */
export function automatonOf(
  expression: Expression,
  touchpoints: readonly TouchpointName[],
  places: ReadonlyMap<string, Place>,
): Automaton | { readonly fault: Fault } {
  const known = new Map<string, number[]>();
  const learn = (name: string, code: number) => {
    const key = name.toLowerCase();
    known.set(key, [...(known.get(key) ?? []), code]);
  };
  for (const { event, code } of touchpoints) learn(event, code);
  for (const { label, event, code } of touchpoints) {
    if (label === event) continue;
    known.delete(label.toLowerCase());
    learn(label, code);
  }
  const names = touchpoints.flatMap(({ label, event }) => [label, event]);
  let fault: Fault | null = null;
  const codesOf = (labels: readonly string[]): number[] =>
    [...new Set(labels.flatMap((label) => codeOf(label)))].toSorted((one, other) => one - other);
  function codeOf(label: string): number[] {
    const codes = known.get(label.toLowerCase());
    if (codes === undefined) {
      const place = places.get(label) ?? { at: 0, length: 0 };
      fault ??= { key: "pattern-label", ...place, word: label, meant: nearest(label, names) ?? "" };
    }
    return codes ?? [];
  }
  const states = expression.parts.flatMap(({ what, direct, times, row }) => {
    const codes = codesOf(what.labels);
    return Array.from({ length: times }, (_, nth) => ({
      codes,
      but: what.but,
      direct: nth === 0 ? direct : row,
    }));
  });
  const { starts, ends, within } = expression;
  const automaton = {
    states,
    starts,
    ends,
    within: within && within.amount * lengths[within.unit],
    without: codesOf(expression.without),
    unpreceded: codesOf(expression.unpreceded),
    unfollowed: codesOf(expression.unfollowed),
  };
  return fault === null ? automaton : { fault };
}
