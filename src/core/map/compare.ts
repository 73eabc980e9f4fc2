import type { Overlay } from "../evidence/overlay.ts";
import { columns, type Place } from "./columns.ts";
import type { Episode, Journey, Persona, Touchpoint } from "./journey.ts";
import { same } from "./merge.ts";
import { columnsOf, type EvidenceKind, type Feeling } from "./sheet/column.ts";

/** A state of a journey, with the figures over it where there are any. */
export type Drawn = { readonly journey: Journey; readonly overlay: Overlay | null };

/** A pain or a chance, seen from the state above. */
export type ComparedClaim = {
  readonly id: string;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly what: "kept" | "new" | "gone";
};

/** What one state has in one column. */
export type ComparedCell = Place & {
  readonly feeling: Feeling | null;
  /** The feeling at the same touchpoint in the state above, wherever that stands. */
  readonly was: Feeling | null;
  readonly pains: readonly ComparedClaim[];
  readonly opportunities: readonly ComparedClaim[];
};

export type ComparedColumn = { readonly id: string; readonly cells: readonly ComparedCell[] };

/**
 * Lays states of a journey over each other, each seen from the one above it. `whose`: id of the persona
 * whose feelings are compared; null is what customers feel in general.
 */
export function compare(states: readonly Drawn[], whose: string | null = null): ComparedColumn[] {
  const seen = states.reduce<Seen[]>(
    (above, state) => [...above, seenIn(state, above.at(-1), whose)],
    [],
  );
  return columns(states.map(({ journey }) => journey)).map(({ id, places }) => ({
    id,
    cells: places.map((place, at): ComparedCell => {
      const [now, above] = [seen[at], seen[at - 1]];
      const here = place.standing !== null;
      const told = (name: "pains" | "opportunities") =>
        claimsAt(id, name, { here, gone: here || place.what === "removed" }, now, above);
      return {
        ...place,
        feeling: (here && now?.feelings.get(id)) || null,
        was: (here && above?.feelings.get(id)) || null,
        pains: told("pains"),
        opportunities: told("opportunities"),
      };
    }),
  }));
}

/** How much a state differs from the one above it. */
export type Totals = Readonly<
  Record<
    | "new"
    | "removed"
    | "moved"
    | "painsGone"
    | "painsNew"
    | "opportunitiesGone"
    | "opportunitiesNew"
    | "better"
    | "worse",
    number
  >
>;

/** Counts what is different in state `at`; touchpoints, pains, chances, and places where it feels otherwise. */
export function totals(compared: readonly ComparedColumn[], at: number): Totals {
  const cells = compared.flatMap(({ cells }) => cells[at] ?? []);
  const count = (so: (cell: ComparedCell) => boolean) => cells.filter(so).length;
  const claims = (name: "pains" | "opportunities", what: ComparedClaim["what"]) =>
    new Set(
      cells.flatMap((cell) => cell[name].filter((one) => one.what === what)).map(({ id }) => id),
    ).size;
  return {
    new: count(({ what }) => what === "new"),
    removed: count(({ what }) => what === "removed"),
    moved: count(({ what }) => what === "moved"),
    painsGone: claims("pains", "gone"),
    painsNew: claims("pains", "new"),
    opportunitiesGone: claims("opportunities", "gone"),
    opportunitiesNew: claims("opportunities", "new"),
    better: count((cell) => felt(cell) > 0),
    worse: count((cell) => felt(cell) < 0),
  };
}

/** By how many tenths of the scale that is shown, −2 … +2, it feels better than in the state above. */
export function felt({ feeling, was }: Pick<ComparedCell, "feeling" | "was">): number {
  return feeling === null || was === null ? 0 : tenths(feeling) - tenths(was);
}

function tenths({ value }: Feeling): number {
  return Math.round(value * 20);
}

type Claims = ReadonlyMap<string, readonly Omit<ComparedClaim, "what">[]>;

/** What a state says of each of its touchpoints. */
type Seen = {
  readonly journey: Journey;
  readonly feelings: ReadonlyMap<string, Feeling>;
  readonly pains: Claims;
  readonly opportunities: Claims;
  /** Ids of all its pains and chances. */
  readonly claims: ReadonlySet<string>;
};

/** Personas of whom a state claims a feeling, as the last state that knows them calls them. */
export function personasFelt(states: readonly Pick<Drawn, "journey">[]): Persona[] {
  const felt = new Set(
    states.flatMap(({ journey }) =>
      journey.episodes.flatMap(({ touchpoints }) =>
        touchpoints.flatMap(({ emotions }) => emotions?.map(({ persona }) => persona) ?? []),
      ),
    ),
  );
  const known = new Map(
    states.flatMap(({ journey }) => (journey.personas ?? []).map((one) => [one.id, one])),
  );
  return [...known.values()].filter(({ id }) => felt.has(id));
}

function seenIn({ journey, overlay }: Drawn, above: Seen | undefined, whose: string | null): Seen {
  const [pains, opportunities] = [drawnOn(journey, "pains"), drawnOn(journey, "opportunities")];
  const ids = [...pains.values(), ...opportunities.values()].flat().map(({ id }) => id);
  return {
    journey,
    feelings: feelingsIn({ journey, overlay }, above, whose),
    pains,
    opportunities,
    claims: new Set(ids),
  };
}

/**
 * Feelings per touchpoint. Nobody can have reported how a state feels that is not there yet: where it
 * claims nothing else than the state above, what is felt there is what is expected.
 */
function feelingsIn({ journey, overlay }: Drawn, above: Seen | undefined, whose: string | null) {
  const before = new Map(
    above?.journey.episodes.flatMap(({ touchpoints }) => touchpoints.map((one) => [one.id, one])),
  );
  return new Map(
    columnsOf(journey, overlay).flatMap(({ touchpoint, feeling: general, felt }) => {
      const feeling =
        whose === null
          ? general
          : (felt.find(({ persona }) => persona.id === whose)?.feeling ?? null);
      const { id } = touchpoint;
      const earlier = above?.feelings.get(id);
      if (earlier && overlay === null && same(claimed(before.get(id)), claimed(touchpoint)))
        return [[id, expected(earlier)] as const];
      return feeling ? [[id, feeling] as const] : [];
    }),
  );
}

function expected(feeling: Feeling): Feeling {
  if (feeling.kind !== "measured") return feeling;
  return { ...feeling, kind: "assumed", low: null, high: null, n: null };
}

function claimed(touchpoint: Touchpoint | undefined) {
  return (touchpoint?.emotions ?? []).map(({ value, persona }) => [value, persona ?? null]);
}

/** Claims by the touchpoint on which they are drawn: its own, those on the way onwards, those of its episode. */
function drawnOn(journey: Journey, name: "pains" | "opportunities"): Claims {
  const ways = Map.groupBy(journey.transitions ?? [], ({ from }) => from);
  const on = (touchpoint: Touchpoint, episode: Episode | null) => [
    ...(touchpoint[name] ?? []),
    ...(ways.get(touchpoint.id) ?? []).flatMap((way) => way[name] ?? []),
    ...(episode?.[name] ?? []),
  ];
  return new Map(
    journey.episodes.flatMap((episode) =>
      episode.touchpoints.map((touchpoint, at) => [
        touchpoint.id,
        on(touchpoint, at === 0 ? episode : null).map(({ id, title, evidence }) => ({
          id,
          title,
          kind: evidence?.kind ?? "assumed",
        })),
      ]),
    ),
  );
}

function claimsAt(
  id: string,
  name: "pains" | "opportunities",
  shown: { readonly here: boolean; readonly gone: boolean },
  now: Seen | undefined,
  above: Seen | undefined,
): ComparedClaim[] {
  const told = (shown.here && now?.[name].get(id)) || [];
  const gone = (shown.gone && above?.[name].get(id)) || [];
  return [
    ...told.map((claim) => {
      const what = above && !above.claims.has(claim.id) ? ("new" as const) : ("kept" as const);
      return { ...claim, what };
    }),
    ...gone.flatMap((claim) =>
      now?.claims.has(claim.id) ? [] : [{ ...claim, what: "gone" as const }],
    ),
  ];
}
