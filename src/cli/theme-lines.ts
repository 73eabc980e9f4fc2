import type { Themes } from "../core/question/themes/themes.ts";
import { table } from "./plain-table.ts";

/** What customers write, as lines: a theme each, then what belongs to none. */
export function themeLines({ themes, comments, of, none, shown }: Themes): string[] {
  const signed = (value: number) => `${value > 0 ? "+" : ""}${value.toFixed(2)}`;
  return [
    ...table([
      ["theme", "comments", "people", "feeling", "about"],
      ...themes.map((each) => [
        each.words.join(" · "),
        String(each.comments),
        String(each.people),
        each.feeling === null ? "–" : signed(each.feeling),
        each.touchpoints.map(({ title, comments: n }) => `${title} (${n})`).join(", "),
      ]),
    ]),
    `${none} of ${comments} comments are of no theme${of > comments ? `; the newest ${comments} of ${of} were read` : ""}.`,
    `${shown.journeys} of ${shown.of} journeys shown.`,
  ];
}
