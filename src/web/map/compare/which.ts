import type { Journey } from "../../../core/map/journey.ts";

/** What is compared: a map as it is now, or one of its versions. */
export type Which = { readonly map: string; readonly version: number | null };

/** So many stand above or beside each other at most. */
export const MOST = 4;

/** Reads what an address asks for: `jo_a@3,jo_a`. What is unreadable or stands there twice is left out. */
export function readWhich(text: string): Which[] {
  const parts = new Set(text.split(",").filter((part) => /^jo_[\w-]+(@\d{1,9})?$/.test(part)));
  return [...parts].slice(0, MOST).map((part) => {
    const [map = "", version] = part.split("@");
    return { map, version: version === undefined ? null : Number(version) };
  });
}

export function writeWhich(which: readonly Which[]): string {
  return which.map(({ map, version }) => (version === null ? map : `${map}@${version}`)).join(",");
}

/**
 * Are these states of one journey, to be drawn in the same columns? They are when each says so, or
 * has at least half of its touchpoints in common with the one above it.
 */
export function areStates(journeys: readonly Journey[]): boolean {
  return journeys.every((journey, at) => {
    const above = journeys[at - 1];
    if (above === undefined) return true;
    const [own, other] = [idsOf(journey), idsOf(above)];
    const shared = [...own].filter((id) => other.has(id)).length;
    const related = rootOf(journey) === rootOf(above);
    return shared > 0 && (related || shared * 2 >= Math.min(own.size, other.size));
  });
}

function rootOf({ id, basedOn }: Journey): string {
  return basedOn ?? id;
}

function idsOf({ episodes }: Journey): Set<string> {
  return new Set(episodes.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id)));
}
