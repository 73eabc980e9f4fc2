import { Components, GuardedComponents, type Ends } from "./components.ts";
import { joinByPages } from "./join-by-pages.ts";
import { leastTrust, NOBODY, type KindRule, type Met } from "./least-trust.ts";
import { trust } from "./trust.ts";

/**
 * Identifiers, by their places 0 … n−1 in the order of their hashes, and all that is said of them.
 * Everything that follows depends on these as sets, never on the order in which they came.
 */
export type Said = {
  /** Per identifier the index of its kind in `rules`. */
  readonly kinds: Uint8Array;
  readonly rules: readonly KindRule[];
  /** 1 for those whose pairs are all here; the others only stand at the far end of a pair. */
  readonly members: Uint8Array;
  readonly met: Met;
  /** Decided to be one person, the newest decision first. */
  readonly same: Ends;
  /** Decided not to be one person. */
  readonly apart: Ends;
  /** 1 for those that a system or a file told of. */
  readonly known: Uint8Array;
  /** Per identifier the trust from which a pair may link by it, as far as that is known already. */
  readonly floor: Uint8Array;
};

export type WhoIsWho = {
  /** Per identifier the smallest one of the same person. */
  readonly person: Uint32Array;
  /** 1 for those that link nobody. */
  readonly shared: Uint8Array;
  /**
   * Per identifier the smallest one with which it might be one person, would no decision and no want of
   * trust keep them apart. What is said of an identifier changes nothing outside its zone.
   */
  readonly zone: Uint32Array;
  /** Per identifier the trust from which a pair links by it. */
  readonly least: Uint8Array;
};

/**
 * Who is who, by certain links. From the strongest word to the weakest:
 * 1. what somebody decided, the newest first;
 * 2. what systems and files say, ties with a unique identifier first;
 * 3. what pages say, see `joinByPages`.
 * A tie that would bring two together who were decided not to be one person links nobody: so of every
 * road between them the weakest tie is cut, and between equal ones the order of the hashes decides.
 */
export function whoIsWho(said: Said): WhoIsWho {
  const { kinds, rules, members, met, same, apart } = said;
  const least = leastTrust(met, kinds, rules, same, said.floor);
  const unique = (i: number) => (rules[kinds[i]!]!.unique ? 1 : 0);
  const decides = same.a.map((a, i) =>
    [a, same.b[i]!].every((end) => members[end] && least[end] !== NOBODY) ? 1 : 0,
  );
  const links = (i: number) => {
    const [a, b, told] = [met.a[i]!, met.b[i]!, met.trust[i]!];
    if (!members[a] || !members[b] || least[a]! > told || least[b]! > told) return false;
    // Two values of one unique kind are two people by definition.
    return kinds[a] !== kinds[b] || !unique(a);
  };

  const zones = new Components(kinds.length);
  for (let i = 0; i < same.a.length; i++) if (decides[i]) zones.join(same.a[i]!, same.b[i]!);
  for (let i = 0; i < met.a.length; i++) if (links(i)) zones.join(met.a[i]!, met.b[i]!);
  const contested = new Set<number>();
  for (let i = 0; i < apart.a.length; i++) {
    const zone = zones.find(apart.a[i]!);
    if (zone === zones.find(apart.b[i]!)) contested.add(zone);
  }

  const people = new GuardedComponents(kinds.length, apart);
  for (let i = 0; i < same.a.length; i++) if (decides[i]) people.join(same.a[i]!, same.b[i]!);
  /** Ties in whose zone somebody was kept apart: there the order matters. */
  const disputed: number[] = [];
  const pages: number[] = [];
  for (let i = 0; i < met.a.length; i++) {
    if (!links(i)) continue;
    if (contested.size > 0 && contested.has(zones.find(met.a[i]!))) disputed.push(i);
    else if (met.trust[i] === trust.page) pages.push(i);
    else people.join(met.a[i]!, met.b[i]!);
  }
  const ends = (i: number) => unique(met.a[i]!) + unique(met.b[i]!);
  disputed.sort((i, j) => ends(j) - ends(i) || met.a[i]! - met.a[j]! || met.b[i]! - met.b[j]!);
  for (const i of disputed)
    if (met.trust[i] === trust.page) pages.push(i);
    else people.join(met.a[i]!, met.b[i]!);
  joinByPages(pages, people, said);
  return { person: people.all(), shared: sharedOf(said, least), zone: zones.all(), least };
}

/** Who links nobody: no pair of his is told with the trust that he takes. */
function sharedOf({ members, met, same }: Said, least: Uint8Array): Uint8Array {
  const strongest = new Uint8Array(members.length).fill(trust.page);
  const note = (i: number, told: number) => (strongest[i] = Math.max(strongest[i]!, told));
  for (let i = 0; i < met.a.length; i++) {
    note(met.a[i]!, met.trust[i]!);
    note(met.b[i]!, met.trust[i]!);
  }
  for (let i = 0; i < same.a.length; i++) {
    note(same.a[i]!, trust.person);
    note(same.b[i]!, trust.person);
  }
  return least.map((each, i) => (members[i] && each > strongest[i]! ? 1 : 0));
}
