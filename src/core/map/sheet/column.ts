import type { Overlay, TouchpointFigures } from "../../evidence/overlay.ts";
import type { Emotion, Evidence } from "../claim.ts";
import { claimedFeeling, claimOf } from "../claimed-feeling.ts";
import type { Episode, Journey, Persona, Touchpoint, Transition } from "../journey.ts";
import { metricsOn, sameMetrics, type ShownMetric } from "./shown-metric.ts";

export type EvidenceKind = Evidence["kind"];

/** A feeling as it is drawn, on −1 … +1. Only what customers reported in the data is `measured`. */
export type Feeling = {
  readonly kind: EvidenceKind;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
};

/** What one persona feels here, as the map claims it. */
export type Felt = { readonly persona: Persona; readonly feeling: Feeling };

/** A pain or a chance, with what it is about: this touchpoint, its whole episode, or the way onwards. */
export type Claim = {
  readonly id: string;
  readonly title: string;
  readonly text: string | null;
  readonly kind: EvidenceKind;
  readonly about:
    | "touchpoint"
    | "episode"
    /** The title of the touchpoint that the way leads to, and its id. */
    | { readonly onwardTo: string; readonly to: string };
};

export type Saying = {
  /** Null for what customers said in the data. */
  readonly id: string | null;
  readonly text: string;
  readonly by: string | null;
  readonly kind: EvidenceKind;
};

/** The episode of a column without the touchpoints beside it, so that an edit of those leaves it as it is. */
type Chapter = Omit<Episode, "touchpoints">;

/** One drawn touchpoint with all that stands under it. */
export type Column = {
  readonly index: number;
  readonly touchpoint: Touchpoint;
  readonly episode: Chapter;
  /** Touchpoints of its episode. */
  readonly span: number;
  /** First touchpoint of its episode. */
  readonly opens: boolean;
  /** Null when no event supports it, or while the figures are not there. */
  readonly figures: TouchpointFigures | null;
  /** Shares of the stream; null without figures for the map. */
  readonly still: number | null;
  readonly lost: number;
  readonly kind: EvidenceKind;
  /** What customers in general feel here: measured where they said so, else claimed. */
  readonly general: Feeling | null;
  /** The same; where only what a persona feels is claimed, that. */
  readonly feeling: Feeling | null;
  /** The feelings that are claimed for a persona, in the order of the map's personas. */
  readonly felt: readonly Felt[];
  readonly sayings: readonly Saying[];
  readonly pains: readonly Claim[];
  readonly opportunities: readonly Claim[];
  /** Of the touchpoint; at the first one of an episode also those of the episode. */
  readonly metrics: readonly ShownMetric[];
};

/** All that a column is made of; two that are alike in each part make the same column. */
type Parts = {
  readonly index: number;
  readonly touchpoint: Touchpoint;
  readonly episode: Episode;
  readonly opens: boolean;
  readonly laid: TouchpointFigures | null;
  readonly onMap: number;
  readonly personas: readonly Persona[] | undefined;
  readonly onward: readonly { readonly way: Transition; readonly to: string }[];
  readonly metrics: readonly ShownMetric[];
};

/** The column that was last made of a touchpoint, so that what did not change stays the same object. */
const made = new WeakMap<Touchpoint, { readonly parts: Parts; readonly column: Column }>();

/**
 * Lays the figures over the drawn touchpoints, from left to right. A touchpoint under which nothing
 * changed gets the very column that it had.
 */
export function columnsOf(journey: Journey, overlay: Overlay | null): Column[] {
  const figures = new Map(overlay?.touchpoints.map((one) => [one.id, one]));
  const ways = Map.groupBy(journey.transitions ?? [], ({ from }) => from);
  const titles = new Map(
    ways.size === 0
      ? []
      : journey.episodes.flatMap(({ touchpoints }) => touchpoints.map((tp) => [tp.id, tp.title])),
  );
  const metrics = metricsOn(journey, overlay?.pinned);
  const columns: Column[] = [];
  for (const episode of journey.episodes)
    for (const [place, touchpoint] of episode.touchpoints.entries()) {
      const parts: Parts = {
        index: columns.length,
        touchpoint,
        episode,
        opens: place === 0,
        laid: figures.get(touchpoint.id) ?? null,
        onMap: overlay?.onMap ?? 0,
        personas: journey.personas,
        onward:
          ways.get(touchpoint.id)?.map((way) => ({ way, to: titles.get(way.to) ?? way.to })) ??
          none,
        metrics: [...metrics(touchpoint), ...(place === 0 ? metrics(episode, true) : none)],
      };
      const before = made.get(touchpoint);
      const column = before && alike(before.parts, parts) ? before.column : columnOf(parts);
      made.set(touchpoint, { parts, column });
      columns.push(column);
    }
  return columns;
}

function alike(one: Parts, other: Parts): boolean {
  return (
    one.index === other.index &&
    one.opens === other.opens &&
    one.laid === other.laid &&
    one.onMap === other.onMap &&
    one.personas === other.personas &&
    sameMetrics(one.metrics, other.metrics) &&
    one.onward.length === other.onward.length &&
    one.onward.every(
      ({ way, to }, at) => way === other.onward[at]?.way && to === other.onward[at]?.to,
    ) &&
    (one.episode === other.episode || sameChapter(one.episode, other.episode))
  );
}

function sameChapter(one: Episode, other: Episode): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Episode>;
  names.delete("touchpoints");
  return (
    one.touchpoints.length === other.touchpoints.length &&
    [...names].every((name) => one[name] === other[name])
  );
}

function columnOf({ index, touchpoint, episode, opens, laid, ...rest }: Parts): Column {
  const seen = laid !== null && laid.events > 0 ? laid : null;
  const claims = (name: "pains" | "opportunities"): readonly Claim[] =>
    touchpoint[name] === undefined && rest.onward.length === 0 && !opens
      ? none
      : [
          ...(touchpoint[name] ?? []).map((one) => claim(one, "touchpoint")),
          ...rest.onward.flatMap(({ way, to }) =>
            (way[name] ?? []).map((one) => claim(one, { onwardTo: to, to: way.to })),
          ),
          ...(opens ? (episode[name] ?? []).map((one) => claim(one, "episode")) : []),
        ];
  return {
    index,
    touchpoint,
    episode: chapterOf(episode),
    span: episode.touchpoints.length,
    opens,
    figures: seen,
    still: laid?.still.share ?? null,
    lost: share(laid?.lost ?? 0, rest.onMap),
    kind: seen ? "measured" : strongest(touchpoint.evidence),
    general: measuredFeeling(seen) ?? claimed(claimOf(touchpoint, null)),
    feeling: measuredFeeling(seen) ?? claimed(claimedFeeling(touchpoint)),
    felt: rest.personas === undefined ? none : feltBy(rest.personas, touchpoint),
    sayings: sayingsOf(touchpoint, seen),
    pains: claims("pains"),
    opportunities: claims("opportunities"),
    metrics: rest.metrics,
  };
}

/** Most cells of a long map are empty; what they hold is one and the same nothing. */
const none: readonly never[] = [];

const chapters = new WeakMap<Episode, Chapter>();

function chapterOf(episode: Episode): Chapter {
  const known = chapters.get(episode);
  if (known) return known;
  const { touchpoints: _, ...chapter } = episode;
  chapters.set(episode, chapter);
  return chapter;
}

function feltBy(personas: readonly Persona[], touchpoint: Touchpoint): readonly Felt[] {
  return personas.flatMap((persona) => {
    const feeling = claimed(claimOf(touchpoint, persona.id));
    return feeling ? [{ persona, feeling }] : [];
  });
}

function sayingsOf({ quotes }: Touchpoint, seen: TouchpointFigures | null): readonly Saying[] {
  const reported = seen?.quotes ?? none;
  if (quotes === undefined && reported.length === 0) return none;
  return [
    ...(quotes ?? []).map(({ id, text, by = null, evidence }) => ({
      id,
      text,
      by,
      kind: evidence.kind,
    })),
    ...reported.map(({ text }) => ({ id: null, text, by: null, kind: "measured" as const })),
  ];
}

function claim(
  drawn: { id: string; title: string; text?: string | undefined; evidence?: Evidence | undefined },
  about: Claim["about"],
): Claim {
  return {
    id: drawn.id,
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
  if (evidence === undefined) return "assumed";
  const kinds = new Set(evidence.map((one) => one.kind));
  return kinds.has("measured") ? "measured" : kinds.has("research") ? "research" : "assumed";
}

function measuredFeeling(seen: TouchpointFigures | null): Feeling | null {
  if (!seen?.emotion) return null;
  const { mean, low, high, n } = seen.emotion;
  return { kind: "measured", value: mean, low, high, n };
}

/** What the map claims, which is never drawn as measured. */
function claimed(emotion: Emotion | null): Feeling | null {
  if (!emotion) return null;
  return {
    kind: emotion.evidence.kind === "assumed" ? "assumed" : "research",
    value: emotion.value,
    low: null,
    high: null,
    n: emotion.evidence.n ?? null,
  };
}
