import { filterWords } from "../../../core/question/figure/filter-words.ts";
import type { SavedQuestion } from "../../../protocol/question/saved.ts";
import type { Format } from "../../language/format.ts";
import type { Text } from "../../language/text.ts";
import type { savedText } from "./text.ts";

type Told = Pick<SavedQuestion, "asked" | "names">;
type Words = {
  readonly t: Text;
  readonly saved: (typeof savedText)["en"];
  readonly format: Format;
};

/** All that a saved question asks, in a few words each; without a filter that is about all journeys. */
export function askedWords({ asked, names }: Told, { t, saved, format }: Words): string[] {
  const nameOf = (id: string | number) => names[id] ?? `${id}`;
  const all = (ids: readonly (string | number)[], between = ", ") => ids.map(nameOf).join(between);
  const listed = (codes: string | number, between: string) => all(`${codes}`.split(","), between);
  const beside = Object.entries(asked.more).flatMap(([part, value]): string[] => {
    if (part === "goal") return [saved.goal(listed(value, saved.or))];
    if (part === "steps") return [listed(value, " → ")];
    if (part === "from") return [saved.begin(nameOf(value))];
    if (part === "by") return [saved.by(String(value))];
    if (part === "within") return [saved.within(Number(value))];
    if (part === "map" || part === "survey") return [nameOf(value)];
    if (part === "order")
      return [t.towards.funnel.orders[value as keyof typeof t.towards.funnel.orders] ?? `${value}`];
    if (part === "since") return [t.drift.when.since(format.date(`${value}`))];
    if (part === "before" || part === "after") {
      const [first = "", end = ""] = `${value}`.split("/");
      const last = new Date(Date.parse(end) - 1).toISOString();
      return [`${t.drift.when[part]}: ${format.period(first, last)}`];
    }
    if (part === "first") return [saved.first(nameOf(value))];
    if (part === "back") return [saved.back(nameOf(value))];
    if (part === "buying") return [saved.buying(listed(value, saved.or))];
    if (part === "unit") return [t.cohorts.units[value as keyof typeof t.cohorts.units]];
    if (part === "kind") return [t.cohorts.kinds[value as keyof typeof t.cohorts.kinds]];
    if (part === "pattern") return [String(value)];
    if (part === "bought") return [t.loyalty.times(Number(value))];
    if (part === "liked") return [t.loyalty.ofScale(Number(value))];
    if (part === "days") return [format.duration(Number(value) * 86_400)];
    if (part === "route") return [];
    if (part === "parts") return [`${t.archetypes.parts}: ${value}`];
    if (part === "other") return [t.contrast.against];
    if (part === "outcome") {
      const name = t.drivers.outcomes[value as keyof typeof t.drivers.outcomes] ?? value;
      return [`${t.drivers.explain}: ${name}`];
    }
    if (part === "about") return [`${t.drivers.about}: ${listed(value, saved.or)}`];
    if (part === "route" || part === "crosshair") return [];
    return [`${part}: ${value}`];
  });
  return [...filterWords(asked.filter, names, format.language), ...beside];
}
