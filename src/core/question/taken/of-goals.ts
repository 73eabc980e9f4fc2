import { message } from "../../message/message.ts";
import type { Goals } from "../goals/goals.ts";
import { titlesOf } from "../goals/titles.ts";
import { ofEstimate, type TakenFigure } from "./figure.ts";

/** How far each goal is that Spoor measures itself, and how much differs along each branch. */
export function ofGoals({ goals, branches }: Goals): TakenFigure[] {
  const titleOf = titlesOf({ goals });
  return [
    // What is pinned already is not pinned once more.
    ...goals.flatMap(({ id, title, measured, now }): TakenFigure[] =>
      now === null || measured?.by === "pinned"
        ? []
        : [{ id: `goal:${id}`, name: message("figure-aim", { name: title }), ...now }],
    ),
    ...branches.flatMap(({ qualitative: one, quantitative: other, difference, form, met, unmet }) =>
      difference === null
        ? []
        : ofEstimate(
            {
              id: `branch:${one}:${other}`,
              name: message("figure-branch", {
                from: titleOf(one),
                to: titleOf(other),
              }),
            },
            difference,
            { form, n: Math.min(met.n, unmet.n) },
          ),
    ),
  ];
}
