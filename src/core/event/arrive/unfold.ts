import type { Source } from "../mapping.ts";
import { isFields, type Fields } from "./arrival.ts";

/**
 * One line for each item of the list at `each`, or the payload itself where it has no such list. Lists
 * on the way to it are gone through. An item has the payload around it under `parent`, in which each
 * list that was gone through is the one item of it. Then lists that are `keyed` become objects.
 * @example unfold({ visit: 1, pages: [{ url: "/" }] }, { each: "pages" }) // [{ url: "/", parent: { visit: 1 } }]
 */
export function unfold(
  payload: Fields,
  { each, keyed = {} }: Pick<Source, "each" | "keyed">,
): Fields[] {
  const paths = each === undefined ? [] : [each].flat();
  const items = paths.flatMap((path) => [...itemsAt(payload, path.split("."), (inner) => inner)]);
  const lines = items.length > 0 ? items : [payload];
  return lines.map((line) =>
    Object.entries(keyed).reduce<Fields>(
      (whole, [path, by]) =>
        changed(whole, path.split("."), (list) => asObject(list, by.split("."))),
      line,
    ),
  );
}

/** `around` puts what is inside back into the payload; nothing where the item itself stood. */
function* itemsAt(
  value: unknown,
  [key, ...rest]: readonly string[],
  around: (inner: unknown) => unknown,
): Generator<Fields> {
  if (Array.isArray(value)) {
    for (const one of value) yield* itemsAt(one, key === undefined ? [] : [key, ...rest], around);
  } else if (key === undefined) {
    const item = isFields(value) ? value : { value };
    yield { ...item, parent: around(undefined) };
  } else if (isFields(value) && Object.hasOwn(value, key)) {
    const { [key]: inside, ...others } = value;
    yield* itemsAt(inside, rest, (inner) =>
      around(inner === undefined ? others : { ...value, [key]: inner }),
    );
  }
}

/** The same with what stands at the path changed; as it is where nothing stands there. */
function changed(
  whole: Fields,
  [key, ...rest]: readonly string[],
  change: (value: unknown) => unknown,
): Fields {
  if (key === undefined || !Object.hasOwn(whole, key)) return whole;
  const value = whole[key];
  if (rest.length === 0) return { ...whole, [key]: change(value) };
  return isFields(value) ? { ...whole, [key]: changed(value, rest, change) } : whole;
}

/** A list of objects as one object; an item that has no name of its own is called by its place. */
function asObject(list: unknown, by: readonly string[]): unknown {
  if (!Array.isArray(list)) return list;
  return Object.fromEntries(list.map((item: unknown, place) => [nameOf(item, by) ?? place, item]));
}

function nameOf(item: unknown, by: readonly string[]): string | null {
  const name = by.reduce<unknown>(
    (value, key) => (isFields(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    item,
  );
  if (typeof name === "number") return String(name);
  return typeof name === "string" && name !== "" ? name : null;
}
