import { zOf, type Part } from "./contrast.ts";

/** A group of customers that a gap may hit: a segment, or one value of an attribute. */
export type Group = {
  readonly id: string;
  readonly segment: string | null;
  readonly attribute: string | null;
  readonly name: string;
  /** Known of the customer himself; else it is told by what happened. */
  readonly ofCustomer: boolean;
};

/** From a place to what may go wrong there, and how often that was. */
export type Candidate = {
  readonly from: number;
  /** Where they go instead; 0 when they leave. */
  readonly to: number;
  readonly kind: "leave" | "loop" | "switch";
  readonly all: Part;
  readonly groups: ReadonlyMap<string, Part>;
};

/** A group and how it differs from those it is compared with. */
export type Contrast = {
  readonly group: Group;
  readonly inside: Part;
  readonly others: Part;
  readonly z: number;
};

/** Fewest journeys on either side of a comparison. */
const FEWEST = 30;
/** From here on a group differs, however many are tried (about one in 30,000 by chance). */
const SURE = 4;
/** So much of those who are hit belong to a group, and no more of everybody: the place is theirs. */
const NEARLY_ALL = 0.95;
const HALF = 0.5;

/**
 * The group that differs most surely from all others. A value of an attribute is compared with its other
 * values only: who has none of them was never asked, or never came where one learns it.
 */
export function mostHit(
  candidate: Candidate,
  groups: readonly Group[],
  ofCustomer: boolean,
): Contrast | null {
  const known = new Map<string, { n: number; count: number }>();
  for (const { id, attribute } of groups) {
    if (attribute === null) continue;
    const whole = known.get(attribute) ?? { n: 0, count: 0 };
    const part = candidate.groups.get(id) ?? { n: 0, count: 0 };
    known.set(attribute, { n: whole.n + part.n, count: whole.count + part.count });
  }
  let best: Contrast | null = null;
  for (const group of groups) {
    if (group.ofCustomer !== ofCustomer) continue;
    const inside = candidate.groups.get(group.id);
    if (!inside || inside.n < FEWEST) continue;
    const whole =
      (group.attribute === null ? undefined : known.get(group.attribute)) ?? candidate.all;
    const others = { n: whole.n - inside.n, count: whole.count - inside.count };
    if (others.n < FEWEST) continue;
    const z = zOf(inside, others);
    if (z >= SURE && z > (best?.z ?? 0)) best = { group, inside, others, z };
  }
  return best;
}

/** The smallest group to which nearly everybody belongs who comes here, though not nearly everybody does. */
export function whosePlace(
  candidate: Candidate,
  groups: readonly Group[],
  share: ReadonlyMap<string, number>,
): Contrast | null {
  let best: { contrast: Contrast; share: number } | null = null;
  for (const group of groups) {
    const inside = candidate.groups.get(group.id);
    const usual = share.get(group.id) ?? 1;
    if (!inside || !group.ofCustomer || inside.n < NEARLY_ALL * candidate.all.n) continue;
    if (usual > HALF || usual >= (best?.share ?? 1)) continue;
    best = { share: usual, contrast: { group, inside, others: { n: 0, count: 0 }, z: 0 } };
  }
  return best?.contrast ?? null;
}

/** What is usual of a kind: the rate that half of those who come anywhere do not exceed (a weighted median). */
export function usualOf(candidates: readonly Candidate[]): number {
  const sorted = candidates
    .filter(({ all }) => all.n > 0)
    .map(({ all }) => ({ share: all.count / all.n, weight: all.n }))
    .toSorted((one, other) => one.share - other.share);
  let left = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  return sorted.find(({ weight }) => (left -= weight) <= 0)?.share ?? 0;
}
