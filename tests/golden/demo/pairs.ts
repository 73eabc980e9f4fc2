/** Pairs of identifiers: said to be one person, truly one person, and both. */
export type Pairs = { readonly said: number; readonly true: number; readonly both: number };

/**
 * Compares two groupings of identifiers pair by pair. An identifier may stand in several true groups;
 * one that `owner` does not know is a person of its own.
 */
export function comparePairs(
  groups: readonly (readonly string[])[],
  owner: ReadonlyMap<string, string>,
): Pairs {
  const ownerOf = (one: string) => owner.get(one) ?? one;
  const all = new Set(groups.flat());
  return {
    said: pairsWithin(Map.groupBy(all, ownerOf)),
    true: groups.reduce((sum, group) => sum + pairs(group.length), 0),
    both: groups.reduce((sum, group) => sum + pairsWithin(Map.groupBy(group, ownerOf)), 0),
  };
}

function pairsWithin(groups: ReadonlyMap<string, readonly string[]>): number {
  return [...groups.values()].reduce((sum, group) => sum + pairs(group.length), 0);
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}
