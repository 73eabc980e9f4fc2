import { singles, type Command, type Value } from "../command.ts";
import { find, kinds, type Element, type Kind } from "../elements.ts";
import { fieldOf, isLoose } from "../field.ts";
import type { Journey } from "../journey.ts";
import { same } from "../merge.ts";

/** What making one of two parts does, to be told beforehand. */
export type FoldSummary = {
  /** How many parts of which kind come along. */
  readonly along: readonly (readonly [kind: Kind, count: number])[];
  /** Fields of the first that will also hold what the second said. */
  readonly joined: readonly string[];
  /** What the second said and is not kept, because the first says something else. */
  readonly dropped: readonly { readonly field: string; readonly value: Value }[];
};

/** What a fold of `from` into `into` by this command comes down to. */
export function foldSummary(
  journey: Journey,
  into: string,
  from: string,
  command: Command,
): FoldSummary {
  const [kept, gone] = [find(journey, into), find(journey, from)];
  const counts = new Map<Kind, number>();
  const joined: string[] = [];
  for (const one of singles(command)) {
    const kind = one.do === "move" && one.to === into ? find(journey, one.at)?.kind : undefined;
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (one.do === "set" && one.at === into) joined.push(...fieldsIn(one.field, one.to));
  }
  const dropped =
    kept && gone
      ? fieldsOf(gone.element, gone.kind).filter(
          ({ field, value }) =>
            field !== "title" &&
            !joined.includes(field) &&
            !same(fieldOf(kept.element, field), value),
        )
      : [];
  return { along: [...counts], joined, dropped };
}

function fieldsOf(element: Element, kind: Kind): { field: string; value: Value }[] {
  return Object.entries(element).flatMap(([name, value]) => {
    if (name === "id" || name in kinds[kind].lists) return [];
    return fieldsIn(name, value).map((field) => ({ field, value: fieldOf(element, field) }));
  });
}

function fieldsIn(name: string, value: unknown): string[] {
  return isLoose(value) ? Object.keys(value).map((part) => `${name}.${part}`) : [name];
}
