import { assert } from "../assert.ts";
import type { GuardedComponents } from "./components.ts";
import type { Said } from "./who-is-who.ts";

const NONE = -1;
const SEVERAL = -2;

/**
 * Joins by the word of pages, `ties` being places in `met`. It makes one person of identifiers of which
 * only pages told, and brings such a person to somebody whom systems know, if it is tied to one only. It
 * never brings two together whom systems know, nor a second value of a unique kind to anybody: with the
 * key that stands in a page everybody can say what he likes, and would attach himself to another's
 * history.
 */
export function joinByPages(
  ties: readonly number[],
  people: GuardedComponents,
  { known, kinds, rules, met }: Said,
): void {
  if (ties.length === 0) return;
  const familiar = new Uint8Array(known.length);
  for (let i = 0; i < known.length; i++) if (known[i]) familiar[people.find(i)] = 1;
  const isFamiliar = (i: number) => familiar[people.find(i)] === 1;
  const bridges: number[] = [];
  for (const i of ties) {
    const [a, b] = [isFamiliar(met.a[i]!), isFamiliar(met.b[i]!)];
    if (a !== b) bridges.push(i);
    else if (!a) people.join(met.a[i]!, met.b[i]!);
  }
  if (bridges.length === 0) return;

  const bits = uniqueBits(rules);
  /** Per group the unique kinds of which it holds a value. */
  const holds = new Uint32Array(known.length);
  for (let i = 0; i < known.length; i++) holds[people.find(i)]! |= bits[kinds[i]!]!;
  const host = new Int32Array(known.length).fill(NONE);
  for (const i of bridges) {
    const ends = [people.find(met.a[i]!), people.find(met.b[i]!)] as const;
    const [to, group] = familiar[ends[0]] ? ends : ends.toReversed();
    if (!people.mayJoin(group, to) || host[group] === to) continue;
    host[group] = host[group] === NONE ? to : SEVERAL;
  }
  const once = holds.slice();
  const twice = new Uint32Array(known.length);
  for (let group = 0; group < host.length; group++) {
    const to = host[group]!;
    if (to < 0) continue;
    twice[to]! |= once[to]! & holds[group]!;
    once[to]! |= holds[group]!;
  }
  const guests = [...host.keys()].filter(
    (group) => host[group]! >= 0 && (twice[host[group]!]! & holds[group]!) === 0,
  );
  for (const group of guests) people.join(group, host[group]!);
}

/** A bit for each unique kind. */
function uniqueBits(rules: Said["rules"]): readonly number[] {
  let next = 0;
  const bits = rules.map(({ unique }) => (unique ? 2 ** next++ : 0));
  assert(next <= 31, "no more than 31 kinds of identifiers are unique");
  return bits;
}
