import type { Perception, PerceptionGroup } from "../core/question/perception/perception.ts";
import { number, shown, table } from "./plain-table.ts";

/** What colleagues believe against what customers say, as lines: a column for each group. */
export function perceptionLines(answer: Perception): string[] {
  const { survey, groups, touchpoints, tested, sure } = answer;
  if (survey === null)
    return [
      "No survey has been held yet; start one on the page What we believe.",
      shown(answer.shown),
    ];
  const counts = survey.departments.map(({ name, n }) => `${name || "other"} ${number(n)}`);
  const head = `"${survey.question}" on ${survey.map.title}: ${number(survey.answers)} answers (${counts.join(", ")}).`;
  if (!survey.over)
    return [head, `It runs until ${survey.ends}; nothing is told of the answers before.`];
  if (groups.length === 0) return [head, "Of fewer than 5 answers nothing is told."];
  return [
    head,
    "Feeling −1 … +1; * is a gap that is sure after correction for all that was tested.",
    ...table([
      ["touchpoint", "customers say", ...groups.map(named)],
      ...touchpoints.map(({ title, customers }, at) => [
        title,
        customers
          ? `${signed(customers.mean.mean)} (${customers.kind}, n ${number(customers.mean.n)})`
          : "cannot be known",
        ...groups.map((group) => cell(group, at)),
      ]),
    ]),
    ...groups.flatMap((group) => orders(group, answer)),
    `${number(tested)} gaps tested, ${number(sure)} sure.`,
    ...answer.remarks.map((remark) => `- ${remark}`),
    shown(answer.shown),
  ];
}

function named({ kind, departments, n }: PerceptionGroup): string {
  const name =
    kind === "all" ? "all" : kind === "rest" ? "small departments" : departments.join(", ");
  return `${name} (n ${number(n)})`;
}

function cell({ touchpoints }: PerceptionGroup, at: number): string {
  const { mean, gap } = touchpoints[at]!;
  if (mean === null) return "–";
  const difference = gap === null ? "" : ` gap ${signed(gap.value)}${gap.side === null ? "" : "*"}`;
  return `${signed(mean.mean)}${difference}, n ${number(mean.n)}`;
}

function orders(group: PerceptionGroup, { touchpoints }: Perception): string[] {
  const { agreement, worst, compared } = group;
  if (worst === null) return [];
  const title = (id: string) => touchpoints.find((each) => each.id === id)?.title ?? id;
  const tau = agreement
    ? ` Agreement on the order: tau-b ${agreement.value.toFixed(2)} (${agreement.low.toFixed(2)} to ${agreement.high.toFixed(2)}).`
    : "";
  return [
    `${named(group)}: worst is "${title(worst.believed.id)}", place ${worst.place} of ${compared} with customers, whose worst is "${title(worst.measured.id)}".${tau}`,
  ];
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${value.toFixed(2)}`;
}
