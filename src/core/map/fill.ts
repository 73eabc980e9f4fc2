import { isLoose, plain, tidy, type Loose } from "./field.ts";
import { kinds, listsOf, type Kind } from "./elements.ts";

/**
 * Puts a journey into its one form. Parts of a hand-written file that have no id are given one, made
 * from the id of what they belong to and their place (`pn_bill_1`), so that the same file always gets
 * the same ids; empty lists and records go, and the keys of records are in order. What is no journey
 * comes back as it is.
 */
export function fill(raw: unknown): unknown {
  return isLoose(raw) ? filled(raw, "journey", new Set(idsIn(raw))) : raw;
}

/** An element, with all that it holds, in its one form; `taken` are the ids that it cannot give. */
export function filled(raw: Loose, kind: Kind, taken: Set<string>): Loose {
  const lists = new Map(listsOf(kind));
  const slug = typeof raw["id"] === "string" ? raw["id"].slice(3) : kind;
  const entries = Object.entries(raw).flatMap(([key, value]): [string, unknown][] => {
    const child = lists.get(key);
    if (child !== undefined && Array.isArray(value)) {
      if (value.length === 0 && !needed.has(key)) return [];
      return [[key, value.map((item, at) => named(item, child, `${slug}_${at + 1}`, taken))]];
    }
    const tidied = isLoose(value) || Array.isArray(value) ? tidy(plain(value)) : plain(value);
    const isEmpty = tidied === undefined || (tidied === null && value !== null);
    return isEmpty ? [] : [[key, tidied]];
  });
  return Object.fromEntries(entries);
}

/** The lists that a file writes out even when nothing stands in them. */
const needed = new Set(["touchpoints", "episodes"]);

function named(item: unknown, kind: Kind, name: string, taken: Set<string>): unknown {
  if (!isLoose(item)) return item;
  if (item["id"] !== undefined) return filled(item, kind, taken);
  const id = free(`${kinds[kind].prefix}_${name.slice(-50).replace(/^[^a-z0-9]+/, "")}`, taken);
  taken.add(id);
  return filled({ id, ...item }, kind, taken);
}

/** The id itself, or with a number behind it where it is taken. */
export function free(id: string, taken: ReadonlySet<unknown>): string {
  if (!taken.has(id)) return id;
  for (let again = 2; ; again += 1) if (!taken.has(`${id}-${again}`)) return `${id}-${again}`;
}

function* idsIn(raw: unknown): Generator<string> {
  if (typeof raw !== "object" || raw === null) return;
  if ("id" in raw && typeof raw.id === "string") yield raw.id;
  for (const value of Object.values(raw)) yield* idsIn(value);
}
