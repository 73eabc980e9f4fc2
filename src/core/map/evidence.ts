import type { Evidence } from "./claim.ts";
import type { Journey } from "./journey.ts";

/** What claims rest on, the strongest first: the order in which it is told. */
export const evidenceKinds = ["measured", "research", "assumed"] as const;

export type EvidenceCounts = { measured: number; research: number; assumed: number };

/**
 * Counts the claims on a map by what they rest on. Claims are:
 * - every drawn touchpoint: *measured* when events that occur are bound to it (`measured` holds its id);
 *   else it counts by each piece of evidence it names itself, or as *assumed* when it names none;
 * - every emotion, pain and quote, by its evidence; every opportunity likewise, *assumed* without any;
 * - every piece of evidence named on a persona, an episode or the journey;
 * - every metric that is pinned to a figure of a saved question, as *measured*.
 */
export function countEvidence(journey: Journey, measured: ReadonlySet<string>): EvidenceCounts {
  const counts: EvidenceCounts = { measured: 0, research: 0, assumed: 0 };
  for (const { kind } of claims(journey, measured)) counts[kind] += 1;
  return counts;
}

/** Ids of the touchpoints that events support: those whose claim is measured. */
export function supportedBy(
  touchpoints: readonly { readonly id: string; readonly events: number }[],
): ReadonlySet<string> {
  return new Set(touchpoints.filter(({ events }) => events > 0).map(({ id }) => id));
}

const ASSUMED: Evidence = { kind: "assumed" };

type Claims = {
  readonly pains?: readonly { readonly evidence: Evidence }[] | undefined;
  readonly opportunities?: readonly { readonly evidence?: Evidence | undefined }[] | undefined;
};

function claims(journey: Journey, measured: ReadonlySet<string>): Evidence[] {
  const painsAndChances = ({ pains = [], opportunities = [] }: Claims): Evidence[] => [
    ...pains.map((pain) => pain.evidence),
    ...opportunities.map((opportunity) => opportunity.evidence ?? ASSUMED),
  ];
  const touchpoints = journey.episodes.flatMap((episode) => episode.touchpoints);
  const pinned = [journey, ...journey.episodes, ...touchpoints].flatMap(({ metrics = [] }) =>
    metrics.flatMap((metric) => (metric.pinned ? [{ kind: "measured" as const }] : [])),
  );
  return [
    ...pinned,
    ...(journey.evidence ?? []),
    ...(journey.personas ?? []).flatMap((persona) => persona.evidence ?? []),
    ...(journey.transitions ?? []).flatMap(painsAndChances),
    ...journey.episodes.flatMap((episode) => [
      ...(episode.evidence ?? []),
      ...painsAndChances(episode),
    ]),
    ...touchpoints.flatMap((touchpoint) => {
      const own = touchpoint.evidence ?? [ASSUMED];
      return [
        ...(measured.has(touchpoint.id) ? [{ kind: "measured" as const }] : own),
        ...painsAndChances(touchpoint),
        ...(touchpoint.emotions ?? []).map((emotion) => emotion.evidence),
        ...(touchpoint.quotes ?? []).map((quote) => quote.evidence),
      ];
    }),
  ];
}
