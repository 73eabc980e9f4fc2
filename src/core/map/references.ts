import { kinds, walk, type Element, type Found, type Pointing } from "./elements.ts";

export type BrokenReference = { readonly path: (string | number)[]; readonly message: string };

/** Ids that stand twice, and references to an element that is not there. */
export function brokenReferences(journey: Element): BrokenReference[] {
  const known = new Set<string>();
  const faults: BrokenReference[] = [];
  const found = walk(journey);
  let paths: Paths | null = null;
  // Most journeys have no fault, and then nobody asks where it is.
  const pathTo = (element: Element) => (paths ??= pathsOf(found)).get(element) ?? [];
  for (const { element } of found) {
    if (known.has(element.id))
      faults.push({
        path: [...pathTo(element), "id"],
        message: `${element.id} stands here a second time`,
      });
    known.add(element.id);
  }
  for (const each of found) {
    for (const { path, id } of references(each)) {
      if (known.has(id)) continue;
      faults.push({
        path: [...pathTo(each.element), ...path],
        message: `there is no ${id} in this file`,
      });
    }
  }
  return faults;
}

export type Reference = {
  readonly path: (string | number)[];
  readonly id: string;
  readonly as: Pointing;
};

/** What an element points at, each with the place in the element where it does. */
export function references({ element, kind }: Pick<Found, "element" | "kind">): Reference[] {
  return Object.entries(kinds[kind].points ?? {}).flatMap(([field, as]): Reference[] => {
    const value = element[field];
    if (value === undefined) return [];
    if (as === "keys")
      return Object.keys(value as object).map((id) => ({ path: [field, id], id, as }));
    if (as === "lists") return (value as string[]).map((id, at) => ({ path: [field, at], id, as }));
    return [{ path: [field], id: value as string, as }];
  });
}

type Paths = ReadonlyMap<Element, (string | number)[]>;

function pathsOf(found: readonly Found[]): Paths {
  const paths = new Map<Element, (string | number)[]>();
  for (const { element, parent, list, at } of found)
    paths.set(element, parent === null ? [] : [...(paths.get(parent) ?? []), list, at]);
  return paths;
}
