import type { Action, Emotion, Evidence, Goal, Opportunity, Pain, Quote } from "../claim.ts";
import type { Element } from "../elements.ts";
import { walk } from "../elements.ts";
import type { Journey, Touchpoint } from "../journey.ts";
import type { Hit, Judged } from "./rule.ts";

export function touchpointsOf(journey: Journey): Touchpoint[] {
  return journey.episodes.flatMap((episode) => episode.touchpoints);
}

type Kinds = {
  pain: Pain;
  opportunity: Opportunity;
  quote: Quote;
  emotion: Emotion;
  goal: Goal;
  action: Action;
};

/** All elements of one kind, wherever they stand. */
export function allOf<K extends keyof Kinds>(journey: Journey, kind: K): Kinds[K][] {
  return [...walk(journey)]
    .filter((found) => found.kind === kind)
    .map(({ element }) => element as Element & Kinds[K]);
}

/** Every piece of evidence, with the id of what it is given for. */
export function evidenceOf(journey: Journey): { at: string; evidence: Evidence }[] {
  return [...walk(journey)].flatMap(({ element }) => {
    const given = element["evidence"] as Evidence | readonly Evidence[] | undefined;
    const list = given === undefined ? [] : Array.isArray(given) ? given : [given];
    return (list as Evidence[]).map((evidence) => ({ at: element.id, evidence }));
  });
}

/** Judges elements one by one: those for which `broken` holds are findings, each with what mends it. */
export function each<T extends { readonly id: string }>(
  elements: readonly T[],
  broken: (element: T) => boolean,
  mend: (element: T) => Pick<Hit, "fix" | "parameters"> = () => ({}),
): Judged {
  return {
    of: elements.length,
    hits: elements.filter(broken).map((element) => ({ at: [element.id], ...mend(element) })),
  };
}

/** Judges the journey as a whole. */
export function whole(journey: Journey, broken: boolean): Judged {
  return { of: 1, hits: broken ? [{ at: [journey.id] }] : [] };
}

/**
 * An id that is not taken yet, nor one of `others`, made from a name: `freeId(journey, "mb",
 * "Facturatie")` → `mb_facturatie`.
 */
export function freeId(
  journey: Journey,
  prefix: string,
  name: string,
  others: readonly string[] = [],
): string {
  const taken = new Set([...walk(journey).map(({ element }) => element.id), ...others]);
  const slug =
    name
      .normalize("NFD")
      .toLowerCase()
      .replaceAll(/\p{M}/gu, "")
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "")
      .slice(0, 40) || "new";
  for (let n = 1; ; n += 1) {
    const id = `${prefix}_${slug}${n === 1 ? "" : `-${n}`}`;
    if (!taken.has(id)) return id;
  }
}
