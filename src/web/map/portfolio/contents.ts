import type { MapCard } from "../../../protocol/map/portfolio.ts";

/** A line of the contents: a map, and how deep it stands under the map that leads to it. */
export type ContentsLine = {
  readonly card: MapCard;
  readonly depth: number;
  /** How it belongs to the map above it: opened by one of its touchpoints, or another state of it. */
  readonly bond: "opened" | "state" | null;
};

type Bond = { readonly parent: string; readonly bond: "opened" | "state" };

/**
 * Maps in the order of a table of contents: by title, each followed by the journeys that its
 * touchpoints open and by its future and ideal states. Every map stands in it once, also when maps
 * lead round in a circle.
 */
export function contentsOf(cards: readonly MapCard[], language: "nl" | "en"): ContentsLine[] {
  const ordered = cards.toSorted(
    (one, other) =>
      one.title.localeCompare(other.title, language) || one.id.localeCompare(other.id),
  );
  const bonds = bondsOf(ordered);
  const lines: ContentsLine[] = [];
  const placed = new Set<string>();
  const place = (card: MapCard, depth: number, bond: ContentsLine["bond"]) => {
    if (placed.has(card.id)) return;
    placed.add(card.id);
    lines.push({ card, depth, bond });
    for (const kind of ["state", "opened"] as const)
      for (const child of ordered) {
        const up = bonds.get(child.id);
        if (up?.parent === card.id && up.bond === kind) place(child, depth + 1, kind);
      }
  };
  for (const card of ordered) if (!bonds.has(card.id)) place(card, 0, null);
  for (const card of ordered) place(card, 0, null);
  return lines;
}

/** For each map the one above it, if that is among them. */
function bondsOf(cards: readonly MapCard[]): ReadonlyMap<string, Bond> {
  const here = new Set(cards.map(({ id }) => id));
  const bonds = new Map<string, Bond>();
  for (const { id, basedOn } of cards)
    if (basedOn !== null && basedOn !== id && here.has(basedOn))
      bonds.set(id, { parent: basedOn, bond: "state" });
  for (const { id: parent, opens } of cards)
    for (const { map } of opens)
      if (map !== parent && here.has(map) && !bonds.has(map))
        bonds.set(map, { parent, bond: "opened" });
  return bonds;
}
