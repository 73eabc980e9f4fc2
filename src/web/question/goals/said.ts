import type { GoalBranch, GoalFigure, GoalTold } from "../../../core/question/goals/goals.ts";
import type { Format } from "../../language/format.ts";
import type { goalsText } from "./text.ts";

type Words = (typeof goalsText)["en"];

/** A value of a figure in words of its form. */
export function valueSaid(
  { form }: Pick<GoalFigure, "form">,
  value: number,
  format: Format,
): string {
  if (form === "share") return format.percent(value);
  if (form === "seconds") return format.duration(value);
  if (form === "points") return format.signed(value, 0);
  return format.number(value, Math.abs(value) < 100 ? 1 : 0);
}

/** "51 %": what the team wrote down, in the unit of the goal. */
export function statedSaid(value: number | null, unit: string, format: Format): string {
  if (value === null) return format.number(null);
  const number = format.number(value, 1);
  return unit === "%" ? `${number}%` : unit === "" ? number : `${number} ${unit}`;
}

/** By what a goal is measured, or why it is not. */
export function measureSaid({ measured, lack }: GoalTold, t: Words): string {
  if (measured === null) return t.lacks[lack ?? "measure"];
  const [among, towards] = [measured.among, measured.towards].map((titles) =>
    titles.map((title) => t.quoted(title)).join(t.or),
  ) as [string, string];
  switch (measured.by) {
    case "reach":
      return among === "" ? t.reachAll(towards) : t.reach(among, towards);
    case "leave":
      return t.leave(among);
    case "score":
      return among === "" ? t.scoreAll(measured.name) : t.score(measured.name, among);
    case "pinned":
      return t.pinned(measured.name);
  }
}

export function outcomeSaid(value: number, { form }: GoalBranch, format: Format): string {
  return form === "share" ? format.percent(value) : format.number(value, 1);
}

/** A difference of two outcomes: in percentage points, or on the scale. */
export function differenceSaid(value: number, { form }: GoalBranch, format: Format): string {
  return form === "share" ? format.signed(100 * value) : format.signed(value, 2);
}
