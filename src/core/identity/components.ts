import type { Mapping } from "../event/mapping.ts";

/**
 * Who is who, by certain links: two identifiers that stood in one row are one person, unless one of
 * them is shared (a household's phone, a shop's tablet). Identifiers are indices 0 … n−1 in the order
 * of their hashes; every pair occurs once.
 *
 * Both rules look at what an identifier met directly, in any row ever. So the outcome depends on the
 * set of pairs, never on their order, and a shared identifier stays shared when more pairs come in.
 */
export type Pairs = { readonly a: Uint32Array; readonly b: Uint32Array };

/** How identifiers of one kind link: see `IdentifierRule`. */
export type KindRule = { readonly unique: boolean; readonly limit: number };

/** The rule of a kind, with what its mapping leaves open filled in. */
export function kindRule({ unique = false, limit }: Mapping["identity"][string] = {}): KindRule {
  return { unique, limit: limit ?? (unique ? Infinity : 50) };
}

/**
 * Marks with 1 the identifiers that link nobody: those that met two values of a unique kind other than
 * their own, and those that met more identifiers of one kind than the limit of their own kind.
 * `kinds` holds per identifier the index of its kind in `rules`.
 */
export function sharedIdentifiers(
  pairs: Pairs,
  kinds: Uint8Array,
  rules: readonly KindRule[],
): Uint8Array {
  const width = rules.length;
  const met = new Uint32Array(kinds.length * width);
  for (let i = 0; i < pairs.a.length; i++) {
    const [a, b] = [pairs.a[i]!, pairs.b[i]!];
    met[a * width + kinds[b]!]! += 1;
    met[b * width + kinds[a]!]! += 1;
  }
  const shared = new Uint8Array(kinds.length);
  for (let i = 0; i < kinds.length; i++) {
    for (let kind = 0; kind < width; kind++) {
      const count = met[i * width + kind]!;
      const torn = rules[kind]!.unique && kind !== kinds[i] && count > 1;
      if (torn || count > rules[kinds[i]!]!.limit) shared[i] = 1;
    }
  }
  return shared;
}

/**
 * Per identifier the smallest identifier of its component (union-find with path halving). Pairs with a
 * shared end do not link, nor do two values of one unique kind: those are two people by definition.
 */
export function components(
  pairs: Pairs,
  kinds: Uint8Array,
  rules: readonly KindRule[],
  shared: Uint8Array,
): Uint32Array {
  const parent = Uint32Array.from(kinds, (_, i) => i);
  const find = (start: number): number => {
    let at = start;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let i = 0; i < pairs.a.length; i++) {
    const [a, b] = [pairs.a[i]!, pairs.b[i]!];
    if (shared[a] || shared[b]) continue;
    if (kinds[a] === kinds[b] && rules[kinds[a]!]!.unique) continue;
    const [x, y] = [find(a), find(b)];
    if (x < y) parent[y] = x;
    else parent[x] = y;
  }
  return parent.map((_, i) => find(i));
}
