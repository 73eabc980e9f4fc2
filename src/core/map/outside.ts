import type { Evidence } from "./claim.ts";
import type { Journey } from "./journey.ts";

/**
 * The map as it may be seen by people outside: without the team, its owners, its internal notes and
 * what the health check was told, and without who said the quotes. Without `figures` the numbers
 * that the team wrote down go too.
 */
export function seenFromOutside(journey: Journey, { figures }: { figures: boolean }): Journey {
  const { team: _, exceptions: __, ...rest } = journey;
  return stripped(rest, figures) as Journey;
}

/** How the data tells who belongs to a persona is nobody else's business. */
const inside = new Set(["notes", "by", "predicate"]);
const dated = new Set(["goals", "actions"]);
const numbers = new Set(["baseline", "target", "events"]);

function stripped(value: unknown, figures: boolean, of = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => stripped(each, figures, of));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, each]): [string, unknown][] => {
    // The day of a goal or an action is no secret; who said a quote, or has to do something, is.
    if (inside.has(key) && !dated.has(of)) return [];
    if (key === "owner") return [];
    if (!figures && numbers.has(key)) return [];
    if (key === "evidence") return [[key, plain(each as Evidence | Evidence[], figures)]];
    return [[key, stripped(each, figures, key)]];
  });
  return Object.fromEntries(entries);
}

/** Evidence by its kind and date: a source can name people, and a link can lead into the house. */
function plain(evidence: Evidence | Evidence[], figures: boolean): unknown {
  if (Array.isArray(evidence)) return evidence.map((each) => plain(each, figures));
  const { kind, n, date } = evidence;
  return { kind, ...(figures && n !== undefined && { n }), ...(date !== undefined && { date }) };
}
