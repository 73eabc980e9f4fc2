import type { Overlay, TouchpointFigures } from "../../evidence/overlay.ts";
import type { Emotion, Evidence } from "../claim.ts";
import type { Episode, Journey, Touchpoint } from "../journey.ts";

export type EvidenceKind = Evidence["kind"];

/** A feeling as it is drawn, on −1 … +1. Only what customers reported in the data is `measured`. */
export type Feeling = {
  readonly kind: EvidenceKind;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
};

/** A pain or a chance, with what it is about: this touchpoint, its whole episode, or the way onwards. */
export type Claim = {
  readonly title: string;
  readonly text: string | null;
  readonly kind: EvidenceKind;
  readonly about: "touchpoint" | "episode" | { readonly onwardTo: string };
};

export type Saying = {
  readonly text: string;
  readonly by: string | null;
  readonly kind: EvidenceKind;
};

/** One drawn touchpoint with all that stands under it. */
export type Column = {
  readonly index: number;
  readonly touchpoint: Touchpoint;
  readonly episode: Episode;
  /** First touchpoint of its episode. */
  readonly opens: boolean;
  /** Null when no event supports it, or while the figures are not there. */
  readonly figures: TouchpointFigures | null;
  /** Shares of the stream; null without figures for the map. */
  readonly still: number | null;
  readonly lost: number;
  readonly kind: EvidenceKind;
  readonly feeling: Feeling | null;
  readonly sayings: readonly Saying[];
  readonly pains: readonly Claim[];
  readonly opportunities: readonly Claim[];
};

/** Lays the figures over the drawn touchpoints, from left to right. */
export function columnsOf(journey: Journey, overlay: Overlay | null): Column[] {
  const figures = new Map(overlay?.touchpoints.map((one) => [one.id, one]));
  const titles = new Map(
    journey.episodes.flatMap((episode) => episode.touchpoints.map((tp) => [tp.id, tp.title])),
  );
  const drawn = journey.episodes.flatMap((episode) =>
    episode.touchpoints.map((touchpoint, place) => ({ episode, touchpoint, opens: place === 0 })),
  );
  return drawn.map(({ episode, touchpoint, opens }, index) => {
    const laid = figures.get(touchpoint.id) ?? null;
    const seen = laid !== null && laid.events > 0 ? laid : null;
    const onward = (journey.transitions ?? []).filter((way) => way.from === touchpoint.id);
    const claims = (name: "pains" | "opportunities"): Claim[] => [
      ...(touchpoint[name] ?? []).map((one) => claim(one, "touchpoint")),
      ...onward.flatMap((way) =>
        (way[name] ?? []).map((one) => claim(one, { onwardTo: titles.get(way.to) ?? way.to })),
      ),
      ...(opens ? (episode[name] ?? []).map((one) => claim(one, "episode")) : []),
    ];
    return {
      index,
      touchpoint,
      episode,
      opens,
      figures: seen,
      still: laid?.still.share ?? null,
      lost: share(laid?.lost ?? 0, overlay?.onMap ?? 0),
      kind: seen ? "measured" : strongest(touchpoint.evidence),
      feeling: feelingOf(touchpoint.emotions, seen),
      sayings: [
        ...(touchpoint.quotes ?? []).map((quote) => ({
          text: quote.text,
          by: quote.by ?? null,
          kind: quote.evidence.kind,
        })),
        ...(seen?.quotes ?? []).map(({ text }) => ({ text, by: null, kind: "measured" as const })),
      ],
      pains: claims("pains"),
      opportunities: claims("opportunities"),
    };
  });
}

function claim(
  drawn: { title: string; text?: string | undefined; evidence?: Evidence | undefined },
  about: Claim["about"],
): Claim {
  return {
    title: drawn.title,
    text: drawn.text ?? null,
    kind: drawn.evidence?.kind ?? "assumed",
    about,
  };
}

function share(count: number, of: number): number {
  return of === 0 ? 0 : count / of;
}

function strongest(evidence: readonly Evidence[] | undefined): EvidenceKind {
  const kinds = new Set(evidence?.map((one) => one.kind));
  return kinds.has("measured") ? "measured" : kinds.has("research") ? "research" : "assumed";
}

/** What the data reports; else what the map claims, which is never drawn as measured. */
function feelingOf(
  claims: readonly Emotion[] | undefined,
  seen: TouchpointFigures | null,
): Feeling | null {
  if (seen?.emotion) {
    const { mean, low, high, n } = seen.emotion;
    return { kind: "measured", value: mean, low, high, n };
  }
  const claimed = claims?.find((one) => one.persona === undefined) ?? claims?.[0];
  if (!claimed) return null;
  return {
    kind: claimed.evidence.kind === "assumed" ? "assumed" : "research",
    value: claimed.value,
    low: null,
    high: null,
    n: claimed.evidence.n ?? null,
  };
}
