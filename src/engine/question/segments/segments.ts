import { z } from "zod";
import { must } from "../../../core/assert.ts";
import { rate } from "../../../core/evidence/interval.ts";
import { differencesOf, SURE } from "../../../core/question/contrast/difference.ts";
import type { Predicate } from "../../../core/question/segment.ts";
import { propose } from "../../../core/question/segments/propose.ts";
import type { Proposal, SegmentsFound } from "../../../core/question/segments/segments.ts";
import type { Engine, Parameters } from "../../port.ts";
import { aimed, type Aim } from "../aim.ts";
import type { Asked } from "../asked.ts";
import { readSides } from "../contrast/read-sides.ts";
import { readScoreNames } from "../contrast/score-names.ts";
import { scopeOf } from "../filter.ts";
import { readGroups } from "../gaps/groups.ts";
import { readTotals } from "../totals.ts";
import { readCells } from "./read-cells.ts";

const count = z.coerce.number();
const Overlaps = z.object({ none: count, both: z.array(count), either: z.array(count) });

/** Most differences that are told of a proposal. */
const TOLD = 12;

export type DrawnPersona = {
  readonly id: string;
  readonly name: string;
  readonly map: string;
  readonly predicate: Predicate;
};

/**
 * Kinds of customers that differ in what they are and do, each with the predicate that says who they are,
 * counted by that predicate, and held against all others. `personas` are those that maps have by now.
 */
export async function segments(
  engine: Engine,
  asked: Asked,
  aim: Aim | null,
  personas: readonly DrawnPersona[],
): Promise<SegmentsFound> {
  const { ws, signal } = asked;
  const scope = await scopeOf(engine, asked);
  const goal = await aimed(engine, scope, aim, signal);
  const { all: groups } = await readGroups(engine, { ...asked, segments: {} }, scope);
  const { attributes, cells, seen } = await readCells(engine, scope, groups, signal);
  const predicates = propose(attributes, cells);
  const { journeys, shown } = await readTotals(engine, scope, signal);
  const whole = { journeys, goal, attributes: seen, shown };
  if (predicates.length === 0)
    return { ...whole, proposals: [], unplaced: rate(journeys, journeys) };

  const wanted = conditions(predicates, "wanted");
  const source = `(SELECT *, arrayJoin([${wanted.tests
    .map((test, nth) => `if(${test}, toUInt8(${2 * nth}), toUInt8(${2 * nth + 1}))`)
    .join(", ")}]) AS side FROM ${scope.journeys})`;
  const parameters = { ...scope.parameters, ...wanted.parameters };
  const sides = await readSides(
    engine,
    source,
    { ...parameters, goal: goal.touchpoints.map(({ code }) => code) },
    signal,
  );
  const names = {
    goal,
    touchpoints: scope.touchpoints,
    scores: await readScoreNames(engine, ws, signal),
  };
  const drawn = conditions(
    personas.map(({ predicate }) => predicate),
    "drawn",
  );
  const pairs = predicates.flatMap((_, nth) =>
    personas.map((__, which) => [wanted.tests[nth], drawn.tests[which]] as const),
  );
  const sums = (word: string) =>
    pairs.length === 0
      ? "[]::Array(UInt64)"
      : `[${pairs.map(([one, other]) => `countIf(${one} ${word} ${other})`).join(", ")}]`;
  const overlaps = await engine.analysis.rows(
    Overlaps,
    `SELECT countIf(NOT (${wanted.tests.join(" OR ")})) AS none,
      ${sums("AND")} AS both, ${sums("OR")} AS either FROM ${scope.journeys}`,
    { ...parameters, ...drawn.parameters },
    { signal },
  );
  const { none, both, either } = must(overlaps[0], "how groups overlap");
  return {
    ...whole,
    proposals: predicates.map((predicate, nth): Proposal => {
      const one = must(sides.get(2 * nth), "those of a kind");
      const other = must(sides.get(2 * nth + 1), "all others");
      const differences = differencesOf(one, other, names);
      const sure = differences.filter(({ q }) => q <= SURE);
      const like = personas
        .map(({ id, name, map }, which) => {
          const at = nth * personas.length + which;
          return { id, name, map, both: rate(both[at]!, either[at]!) };
        })
        .toSorted((a, b) => (b.both.share ?? 0) - (a.both.share ?? 0))[0];
      return {
        predicate: Object.fromEntries(
          Object.entries(predicate).map(([name, values]) => [name, [...values]]),
        ),
        size: rate(one.journeys, journeys),
        people: one.people,
        goal: rate(one.reached, one.journeys),
        duration: one.duration,
        differences: sure.slice(0, TOLD),
        sure: sure.length,
        compared: differences.length,
        persona: like && like.both.count > 0 ? like : null,
      };
    }),
    unplaced: rate(none, journeys),
  };
}

/** Predicates as conditions on rows of `journey`, each with parameters of its own. */
function conditions(
  predicates: readonly Predicate[],
  prefix: string,
): { tests: string[]; parameters: Parameters } {
  const parameters: Record<string, Parameters[string]> = {};
  const tests = predicates.map((predicate, nth) =>
    Object.entries(predicate)
      .map(([name, values], part) => {
        const own = `${prefix}${nth}_${part}`;
        parameters[`${own}_name`] = name;
        parameters[`${own}_values`] = values;
        return `hasAny(traits, arrayMap(value -> sipHash64({${own}_name:String}, value), {${own}_values:Array(String)}))`;
      })
      .join(" AND "),
  );
  return { tests: tests.map((test) => (test === "" ? "(1)" : `(${test})`)), parameters };
}
