import type { Mapping } from "../event/mapping.ts";
import { Components, type Ends } from "./components.ts";
import { trust } from "./trust.ts";

/** Pairs of identifiers that stood in one row, each pair once, with the highest trust that a row gave it. */
export type Met = Ends & { readonly trust: Uint8Array };

/** How identifiers of one kind link: see `IdentifierRule`. */
export type KindRule = { readonly unique: boolean; readonly limit: number };

/** The rule of a kind, with what its mapping leaves open filled in. */
export function kindRule({ unique = false, limit }: Mapping["identity"][string] = {}): KindRule {
  return { unique, limit: limit ?? (unique ? Infinity : 50) };
}

/** More than any pair has: it links nobody, whoever says so. */
export const NOBODY = 4;

/**
 * Per identifier the trust that a pair needs to link by it. An identifier is torn when it met two values
 * of a unique kind other than its own, or more identifiers of one kind than the limit of its own kind
 * allows: a household's phone, a shop's tablet. Torn by what systems say, only a decision links by it;
 * torn by what pages add to that, the word of pages counts no more and that of systems does.
 *
 * Only what an identifier met directly counts, in any row ever, and values that somebody decided are one
 * person's count as one. So it depends on the set of pairs, never on their order, and only rises when
 * more come in. `floor` holds what is known of it already.
 */
export function leastTrust(
  met: Met,
  kinds: Uint8Array,
  rules: readonly KindRule[],
  same: Ends,
  floor: Uint8Array,
): Uint8Array {
  const least = floor.slice();
  const groups = new Components(kinds.length);
  const grouped = new Set<number>();
  for (let i = 0; i < same.a.length; i++) {
    groups.join(same.a[i]!, same.b[i]!);
    grouped.add(same.a[i]!).add(same.b[i]!);
  }
  const raise = (from: number, to: number) => {
    if (!met.trust.some((each) => each >= from && each < to)) return;
    const torn = tornBy(met, from, kinds, rules, (i) => (grouped.has(i) ? groups.find(i) : null));
    for (let i = 0; i < least.length; i++) if (torn[i]) least[i] = Math.max(least[i]!, to);
  };
  raise(trust.page, trust.system);
  raise(trust.system, trust.person);
  return least;
}

/** Marks with 1 who is torn by the pairs from this trust on. */
function tornBy(
  met: Met,
  from: number,
  kinds: Uint8Array,
  rules: readonly KindRule[],
  groupOf: (identifier: number) => number | null,
): Uint8Array {
  const width = rules.length;
  const counts = new Uint32Array(kinds.length * width);
  const counted = new Set<string>();
  const count = (one: number, other: number) => {
    const group = groupOf(other);
    if (group !== null) {
      const key = `${one} ${kinds[other]!} ${group}`;
      if (counted.has(key)) return;
      counted.add(key);
    }
    counts[one * width + kinds[other]!]! += 1;
  };
  for (let i = 0; i < met.a.length; i++) {
    if (met.trust[i]! < from) continue;
    count(met.a[i]!, met.b[i]!);
    count(met.b[i]!, met.a[i]!);
  }
  const torn = new Uint8Array(kinds.length);
  for (let i = 0; i < kinds.length; i++) {
    for (let kind = 0; kind < width; kind++) {
      const found = counts[i * width + kind]!;
      const two = rules[kind]!.unique && kind !== kinds[i] && found > 1;
      if (two || found > rules[kinds[i]!]!.limit) torn[i] = 1;
    }
  }
  return torn;
}
