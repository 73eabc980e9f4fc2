import type { Goal } from "../../map/claim.ts";
import type { Bound } from "../../map/binding.ts";
import type { Journey } from "../../map/journey.ts";
import type { TakenFigure } from "../taken/figure.ts";
import type { GoalLack, GoalMeasure } from "./goals.ts";

/** A goal with the place where it stands: the touchpoints there; null for the whole journey. */
export type Standing = {
  readonly goal: Goal;
  readonly at: string | null;
  readonly home: readonly string[] | null;
};

/** A score that the data has: worst and best value. */
type KnownScore = {
  readonly code: number;
  readonly name: string;
  readonly scale: readonly [number, number];
};

/** By which touchpoints of the data, score or figure a goal is measured; `null` stands for all journeys. */
export type Measured = { readonly told: GoalMeasure } & (
  | {
      readonly by: "reach";
      readonly among: readonly number[] | null;
      readonly reach: readonly number[];
    }
  | { readonly by: "leave"; readonly among: readonly number[] }
  | { readonly by: "score"; readonly about: readonly number[] | null; readonly score: KnownScore }
  | { readonly by: "pinned"; readonly figure: TakenFigure }
);

/** The goals of a map, in its order. */
export function goalsOn({ goals = [], episodes }: Pick<Journey, "goals" | "episodes">): Standing[] {
  return [
    ...goals.map((goal) => ({ goal, at: null, home: null })),
    ...episodes.flatMap((episode) => [
      ...(episode.goals ?? []).map((goal) => ({
        goal,
        at: episode.title,
        home: episode.touchpoints.map(({ id }) => id),
      })),
      ...episode.touchpoints.flatMap(({ id, title, goals: own = [] }) =>
        own.map((goal) => ({ goal, at: title, home: [id] })),
      ),
    ]),
  ];
}

type Around = {
  readonly bound: readonly Bound[];
  readonly titles: ReadonlyMap<string, string>;
  /** Those with the most answers first. */
  readonly scores: readonly KnownScore[];
  /** The figures that metrics are pinned to, by metric. */
  readonly figures: ReadonlyMap<string, TakenFigure>;
  /** What metrics are called. */
  readonly metrics: ReadonlyMap<string, string>;
};

/**
 * How a goal is measured: by where customers are to come, else by its pinned figure, else by its measure at the
 * touchpoints it names or stands at; or what is lacking for that.
 */
export function measuredBy({ goal, home }: Standing, around: Around): Measured | GoalLack {
  const { among, reach, metric, measure = "" } = goal;
  const name = measure.trim().toLowerCase();
  const told = (by: GoalMeasure["by"], of: Partial<GoalMeasure>): GoalMeasure => ({
    by,
    among: [],
    towards: [],
    name: "",
    ...of,
  });
  const titled = (ids: readonly string[] | null | undefined) =>
    (ids ?? []).map((id) => around.titles.get(id) ?? id);
  const coded = (ids: readonly string[]) =>
    around.bound.flatMap(({ id, codes }) => (ids.includes(id) ? codes : []));
  const given = some(among) ?? home;

  const counted = (from: readonly string[] | null, to: readonly string[]): Measured | GoalLack => {
    const gate = from && coded(from);
    const codes = coded(to);
    if (codes.length === 0 || gate?.length === 0) return "unbound";
    return {
      by: "reach",
      among: gate,
      reach: codes,
      told: told("reach", { among: titled(from), towards: titled(to) }),
    };
  };
  const aim = some(reach);
  if (aim) return counted(given, aim);
  if (metric !== undefined) {
    const figure = around.figures.get(metric);
    if (!figure) return "figure";
    const called = around.metrics.get(metric) ?? "";
    return { by: "pinned", figure, told: told("pinned", { name: called }) };
  }
  const score = around.scores.find((each) => each.name.toLowerCase() === name);
  if (score) {
    const about = given && coded(given);
    if (about?.length === 0) return "unbound";
    return {
      by: "score",
      about,
      score,
      told: told("score", { among: titled(given), name: score.name }),
    };
  }
  if (name === "reach" || name === "conversion") {
    // Without a touchpoint to come to, those are counted who come to where the goal stands.
    return home ? counted(some(among) ?? null, home) : "where";
  }
  if (name === "leave") {
    if (!given) return "where";
    const codes = coded(given);
    if (codes.length === 0) return "unbound";
    return { by: "leave", among: codes, told: told("leave", { among: titled(given) }) };
  }
  return name === "" ? "measure" : "unknown";
}

/** Whether two goals are measured by the same: that they go together then says nothing. */
export function isSame(one: Measured, other: Measured): boolean {
  if (one.by === "score" && other.by === "score")
    return one.score.code === other.score.code && meet(one.about, other.about);
  if (one.by === "reach" && other.by === "reach") return meet(one.reach, other.reach);
  if (one.by === "leave" && other.by === "leave") return meet(one.among, other.among);
  return false;
}

function meet(one: readonly number[] | null, other: readonly number[] | null): boolean {
  return one === null || other === null || one.some((code) => other.includes(code));
}

function some(ids: readonly string[] | undefined): readonly string[] | undefined {
  return ids === undefined || ids.length === 0 ? undefined : ids;
}
