import type { Emotion, Evidence } from "./claim.ts";
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

/**
 * The map as guests of a workshop see it: what customers meet, by which channel, and how that is said
 * to feel. What the team claims, plans and keeps behind it stays with the team.
 */
export function seenByGuests({ spoor, id, title, language, state, episodes }: Journey): Journey {
  return {
    spoor,
    id,
    title,
    state,
    ...(language && { language }),
    episodes: episodes.map((episode) => ({
      id: episode.id,
      title: episode.title,
      ...(episode.goal !== undefined && { goal: episode.goal }),
      touchpoints: episode.touchpoints.map(({ emotions, ...touchpoint }) => {
        const felt = emotions?.find(({ persona }) => persona === undefined) ?? emotions?.[0];
        return {
          id: touchpoint.id,
          title: touchpoint.title,
          ...(touchpoint.channel && { channel: touchpoint.channel }),
          ...(felt && { emotions: [plainly(felt)] }),
        };
      }),
    })),
  };
}

/** The map as somebody in the field sees it who notes what customers say: what its moments are called. */
export function seenByNoters({ spoor, id, title, language, state, episodes }: Journey): Journey {
  return {
    spoor,
    id,
    title,
    state,
    ...(language && { language }),
    episodes: episodes.map((episode) => ({
      id: episode.id,
      title: episode.title,
      touchpoints: episode.touchpoints.map((touchpoint) => ({
        id: touchpoint.id,
        title: touchpoint.title,
      })),
    })),
  };
}

function plainly({ id, value, evidence }: Emotion): Emotion {
  return { id, value, evidence: { kind: evidence.kind } };
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
