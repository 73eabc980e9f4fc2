import type { Automaton, State } from "../../../core/question/pattern/automaton.ts";
import type { Parameters } from "../../port.ts";

/** A FROM-expression, and what it needs. */
export type MatchSql = { readonly sql: string; readonly parameters: Parameters };

/**
 * The matches of an automaton in `journeys`, one row each: `begin` and `finish` are the places of the
 * first and the last state, `at` the milliseconds since the start of the journey at every step.
 *
 * For each state an array over the steps says from where the latest beginning comes that leads into the
 * state exactly there, 0 for none. These beginnings never go back along a journey, so the best one up to
 * a step is the last one that is not 0, which `arrayFill` finds: every state is one pass over the steps,
 * nothing is tried twice, and nothing is kept beside the journey itself. A latest beginning is enough for
 * a limit of time and for what may not come in between, as both only get harder the longer a match is.
 */
export function matchSql(journeys: string, automaton: Automaton): MatchSql {
  const parameters: Record<string, readonly number[]> = {};
  const set = (name: string, codes: readonly number[]) => {
    parameters[name] = codes;
    return `{${name}:Array(UInt16)}`;
  };
  const { states, starts, ends, within, without, unpreceded, unfollowed } = automaton;
  const enters = ({ codes, but }: State, nth: number) =>
    but ? `NOT has(${set(`state${nth}`, codes)}, step)` : `has(${set(`state${nth}`, codes)}, step)`;

  const seeds = [
    enters(states[0]!, 0),
    ...(starts ? ["nth = 1"] : []),
    ...(unpreceded.length > 0 ? ["(barred = 0 OR nth <= barred)"] : []),
  ];
  const reached = states.map((state, nth) => {
    if (nth === 0)
      return `arrayMap((step, nth) -> if(${seeds.join(" AND ")}, nth, 0), steps, nths) AS reached0`;
    const last = `reached${nth - 1}`;
    const from = state.direct ? last : `arrayFill(place -> place != 0, ${last})`;
    return `arrayMap((step, place) -> if(${enters(state, nth)}, place, 0),
      steps, arrayPopBack(arrayPushFront(${from}, 0))) AS reached${nth}`;
  });
  const tests = [
    "place > 0",
    ...(within === null ? [] : [`at[nth] - at[place] <= ${within}`]),
    ...(without.length > 0 ? ["between <= place"] : []),
    ...(ends ? ["nth = length(steps)"] : []),
    ...(unfollowed.length > 0 ? ["nth >= undone"] : []),
  ];
  const barred = unpreceded.length > 0 ? `has(${set("unpreceded", unpreceded)}, step)` : "0";
  const undone = unfollowed.length > 0 ? `has(${set("unfollowed", unfollowed)}, step)` : "0";
  // Place of the last step that may not come in between, up to the one before.
  const betweens =
    without.length === 0
      ? "nths"
      : `arrayPopBack(arrayPushFront(arrayFill(place -> place != 0,
          arrayMap((step, nth) -> if(has(${set("without", without)}, step), nth, 0), steps, nths)), 0))`;
  const needed = states.flatMap(({ but }, nth) =>
    but ? [] : [`hasAny(steps, {state${nth}:Array(UInt16)})`],
  );
  const sql = `(
    SELECT journey, person, start, steps, traits, at, finish, last[finish] AS begin
    FROM (
      SELECT *, arrayFirstIndex((place, nth, between) -> ${tests.join(" AND ")}, last, nths, betweens) AS finish
      FROM (
        SELECT journey, person, start, steps, traits, arrayEnumerate(steps) AS nths,
          arrayCumSum(arrayPushFront(waits, toUInt64(0))) AS at,
          arrayFirstIndex(step -> ${barred}, steps) AS barred,
          arrayLastIndex(step -> ${undone}, steps) AS undone,
          ${betweens} AS betweens,
          ${reached.join(",\n          ")},
          reached${states.length - 1} AS last
        FROM ${journeys}${needed.length > 0 ? ` WHERE ${[...new Set(needed)].join(" AND ")}` : ""}
      )
    )
    WHERE finish > 0)`;
  return { sql, parameters };
}
