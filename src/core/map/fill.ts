import { sorted } from "./field.ts";
import { kinds, type Kind } from "./elements.ts";

type Loose = Record<string, unknown>;

/**
 * Gives parts of a journey file that have no id one of their own, made from the id of what they
 * belong to and their place (`pn_bill_1`), so that the same file always gets the same ids, and leaves
 * out empty lists where none is needed. What is no journey comes back as it is.
 */
export function fill(raw: unknown): unknown {
  const taken = new Set(idsIn(raw));
  return isLoose(raw) ? filled(raw, "journey", taken) : raw;
}

function filled(raw: Loose, kind: Kind, taken: Set<string>): Loose {
  const { lists } = kinds[kind];
  const slug = typeof raw["id"] === "string" ? raw["id"].slice(3) : kind;
  const entries = Object.entries(raw).flatMap(([key, value]): [string, unknown][] => {
    if (kinds[kind].points?.[key] === "keys" && isLoose(value)) return [[key, sorted(value)]];
    if (!Array.isArray(value)) return [[key, value]];
    const child = lists[key];
    if (value.length === 0 && key !== "touchpoints" && key !== "episodes") return [];
    if (child === undefined) return [[key, value]];
    return [[key, value.map((item, at) => named(item, child, `${slug}_${at + 1}`, taken))]];
  });
  return Object.fromEntries(entries);
}

function named(item: unknown, kind: Kind, name: string, taken: Set<string>): unknown {
  if (!isLoose(item)) return item;
  if (item["id"] !== undefined) return filled(item, kind, taken);
  const id = free(`${kinds[kind].prefix}_${name.slice(-50).replace(/^[^a-z0-9]+/, "")}`, taken);
  taken.add(id);
  return filled({ id, ...item }, kind, taken);
}

function free(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let again = 2; ; again += 1) if (!taken.has(`${id}-${again}`)) return `${id}-${again}`;
}

function* idsIn(raw: unknown): Generator<string> {
  if (typeof raw !== "object" || raw === null) return;
  if ("id" in raw && typeof raw.id === "string") yield raw.id;
  for (const value of Object.values(raw)) yield* idsIn(value);
}

function isLoose(value: unknown): value is Loose {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
