import type { MapCard } from "../../../protocol/map/portfolio.ts";

const order = ["current", "future", "ideal"] as const;

/**
 * The states of one journey to be laid above each other: the current one, a future and an ideal one;
 * of several of a kind the map itself, else the one that changed last. Just the map when it has none.
 */
export function familyOf(cards: readonly MapCard[], map: string): string[] {
  const kept = cards.filter(({ deleted }) => deleted === null);
  const own = kept.find(({ id }) => id === map);
  if (!own) return [];
  const root = own.basedOn ?? own.id;
  const related = kept.filter(({ id, basedOn }) => id === root || basedOn === root);
  return order.flatMap((state) => {
    const [first] = related
      .filter((card) => card.state === state)
      .toSorted(
        (one, other) => rank(other) - rank(one) || (one.changed.at < other.changed.at ? 1 : -1),
      );
    return first ? [first.id] : [];
  });

  function rank({ id }: MapCard): number {
    return id === map ? 2 : id === root ? 1 : 0;
  }
}
