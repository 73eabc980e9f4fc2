import type { QuestionName } from "../../../protocol/question/savable.ts";
import type { AskedOf } from "../../../protocol/question/saved.ts";
import { pathOf } from "../../app/navigation.tsx";

/** What the address calls otherwise than the API does; all else has one name in both. */
const otherwise: Readonly<Record<string, string>> = {
  map: "drawn",
  from: "begin",
  first: "begin",
  buying: "goal",
};
/** How much of an answer is shown does not belong to what is asked. */
const ofThePage: ReadonlySet<string> = new Set(["workspace", "filter", "limit", "offset"]);

/** What a page asks the API, as it is saved. */
export function askedOf(params: Readonly<Record<string, unknown>>): AskedOf {
  const parts = Object.entries(params).filter(
    ([key, value]) => !ofThePage.has(key) && value !== undefined,
  );
  return {
    filter: params["filter"] ?? {},
    more: Object.fromEntries(
      parts.map(([key, value]) => [
        key,
        typeof value === "number" ? value : Array.isArray(value) ? value.join(",") : String(value),
      ]),
    ),
  };
}

/** Where a saved question is asked again: its page, with all it asks in the address. */
export function openedAt(question: QuestionName, { filter, more }: AskedOf) {
  const parts = Object.entries(more).map(([key, value]) => [otherwise[key] ?? key, value]);
  return {
    to: pathOf(question),
    search: {
      ...(Object.keys(filter).length > 0 && { filter }),
      ...(Object.fromEntries(parts) as Record<string, string | number>),
    },
  };
}
