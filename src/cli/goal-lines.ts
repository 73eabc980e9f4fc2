import type { GoalBranch, GoalFigure, Goals, GoalTold } from "../core/question/goals/goals.ts";
import { titlesOf } from "../core/question/goals/titles.ts";
import { number, shown, table, time } from "./plain-table.ts";

const lacking: Record<NonNullable<GoalTold["lack"]>, string> = {
  measure: "not said by what it is measured",
  where: "not said at which touchpoints",
  unbound: "none of its touchpoints is in the data",
  unknown: "no such measure in the data",
  figure: "its pinned figure is not there",
};

const doubts: Record<NonNullable<GoalTold["outlook"]["doubt"]>, string> = {
  unmeasured: "it is not measured",
  target: "it has no target",
  unit: "its unit is not that of the figure",
  few: "fewer than 30",
  date: "it has no date",
  months: "fewer than six months with 30 in them",
  far: "its date is farther ahead than the data goes back",
  both: "the interval holds the target",
};

const why: Record<NonNullable<GoalBranch["doubt"]>, string> = {
  unmeasured: "one is not measured in single journeys",
  same: "both are measured by the same",
  few: "fewer than 30 on a side",
  alike: "all came out the same",
};

/** The goals of a map and their branches, as lines. */
export function goalLines(answer: Goals): string[] {
  const { map, goals, branches, tested, sure } = answer;
  if (map === null) return ["There is no map yet; goals are part of one.", shown(answer.shown)];
  if (goals.length === 0)
    return [
      `"${map.title}" has no goals yet; write them down in the map's drawer.`,
      shown(answer.shown),
    ];
  const titleOf = titlesOf(answer);
  return [
    ...table([
      ["goal", "baseline", "now", "n", "target", "by", "outlook"],
      ...goals.map((goal) => [
        goal.title,
        own(goal.baseline, goal),
        goal.now ? figure(goal.now) : `can't know: ${goal.lack ? lacking[goal.lack] : "no data"}`,
        goal.now ? number(goal.now.n) : "–",
        own(goal.target, goal),
        goal.due ?? "–",
        outlook(goal),
      ]),
    ]),
    ...goals.flatMap(({ title: name, early, waitSeconds }) =>
      early > 0
        ? [
            `"${name}": ${number(early)} journeys of the last ${time(waitSeconds)} are left out; it is too early to tell.`,
          ]
        : [],
    ),
    ...(branches.length === 0
      ? []
      : table([
          ["experience", "figure", "on the map", "seen", "met", "n", "not met", "n", "difference"],
          ...branches.map((branch) => [
            titleOf(branch.qualitative),
            titleOf(branch.quantitative),
            branch.stated ? "yes" : "no",
            branch.doubt ? `can't know: ${why[branch.doubt]}` : (branch.goes ?? "not sure"),
            value(branch.met.mean, branch.form),
            number(branch.met.n),
            value(branch.unmet.mean, branch.form),
            number(branch.unmet.n),
            branch.difference
              ? `${value(branch.difference.value, branch.form)} (${value(branch.difference.low, branch.form)} to ${value(branch.difference.high, branch.form)}), d ${(branch.strength ?? 0).toFixed(2)}`
              : "–",
          ]),
        ])),
    `${number(tested)} branches tested, ${number(sure)} sure after correction. Association, not cause.`,
    shown(answer.shown),
  ];
}

function outlook({ outlook: { verdict, doubt } }: GoalTold): string {
  return doubt === null ? verdict : `can't know: ${doubts[doubt]}`;
}

function own(stated: number | null, { unit }: GoalTold): string {
  return stated === null ? "–" : `${stated}${unit === "" ? "" : ` ${unit}`}`;
}

function figure(of: GoalFigure): string {
  const said = (one: number) =>
    of.form === "seconds" ? time(one) : value(one, of.form === "share" ? "share" : "number");
  return of.low === null || of.high === null
    ? said(of.value)
    : `${said(of.value)} (${said(of.low)} to ${said(of.high)})`;
}

function value(one: number | null, form: GoalBranch["form"]): string {
  if (one === null) return "–";
  return form === "share" ? `${(100 * one).toFixed(1)}%` : one.toFixed(2);
}
