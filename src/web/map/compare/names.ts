import type { Journey } from "../../../core/map/journey.ts";
import { useLanguage } from "../../language/language.ts";
import { compareText } from "./text.ts";

/** What tells states apart: that it is the current or a future one, else its title with its number. */
export function useNames(journeys: readonly Journey[]): string[] {
  const t = compareText[useLanguage()];
  const states = journeys.map(({ state }) => state);
  if (new Set(states).size === states.length) return states.map((state) => t.state[state]);
  const titles = journeys.map(({ title, scenario }) => scenario ?? title);
  if (new Set(titles).size === titles.length) return titles;
  return titles.map((title, at) => `${at + 1} ${title}`);
}
