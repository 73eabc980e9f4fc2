import type { Command } from "../command.ts";
import { find, kinds, walkFrom } from "../elements.ts";
import { isLoose } from "../field.ts";
import type { Journey } from "../journey.ts";
import type { NewId } from "./plan.ts";

/**
 * An episode or touchpoint once more, after itself, with all that it holds under new ids; what points
 * within it points within the copy. Null when it is gone.
 */
export function duplicate(
  journey: Journey,
  id: string,
  newId: NewId,
): { readonly command: Command; readonly id: string } | null {
  const found = find(journey, id);
  if (!found?.parent || (found.kind !== "episode" && found.kind !== "touchpoint")) return null;
  const ids = new Map(
    walkFrom(found).map(({ element, kind }) => [element.id, newId(kinds[kind].prefix)]),
  );
  const renewed = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => renewed(each, field));
    if (isLoose(value))
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [key, renewed(each, key)]),
      );
    // Only what is an id is renewed: a text can be the same as one.
    return typeof value === "string" && pointing.has(field) ? (ids.get(value) ?? value) : value;
  };
  const element = renewed(found.element, "") as { id: string };
  const { parent, list } = found;
  return {
    id: element.id,
    command: { do: "add", to: parent.id, list, after: id, element },
  };
}

const pointing = new Set([
  "id",
  ...Object.values(kinds).flatMap(({ points = {} }) => Object.keys(points)),
]);
