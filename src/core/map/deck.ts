import { rate, type Duration, type Rate } from "../evidence/interval.ts";
import type { Overlay } from "../evidence/overlay.ts";
import type { Action, Pain } from "./claim.ts";
import type { Episode, Journey } from "./journey.ts";
import { columnsOf, type Column, type EvidenceKind, type Saying } from "./sheet/column.ts";

/** A pain with the place that it is at: a touchpoint, or the whole of an episode. */
export type PlacedPain = {
  readonly id: string;
  readonly title: string;
  readonly text: string | null;
  readonly severity: number | null;
  readonly kind: EvidenceKind;
  readonly at: string;
};

/** One episode as it is told to a room. */
export type Chapter = {
  readonly id: string;
  readonly title: string;
  readonly goal: string | null;
  /** Its columns on the map, `first` … `last`. */
  readonly first: number;
  readonly last: number;
  readonly columns: readonly Column[];
  /** The pain that weighs most here. */
  readonly pain: PlacedPain | null;
  /** How many more there are. */
  readonly morePains: number;
  /** The words that say it best: those at the pain, or where it feels worst. */
  readonly quote: Saying | null;
  /** Journeys that come this far or further, of all that touch the map. */
  readonly come: Rate | null;
  /** Journeys that get no further than this episode, of those that come this far. */
  readonly end: Rate | null;
  /** The longest wait after one of its touchpoints, by the median. */
  readonly wait: { readonly after: string; readonly wait: Duration } | null;
};

/** A journey as it is told to a room: its episodes, what hurts most, and what is done about it. */
export type Deck = {
  readonly chapters: readonly Chapter[];
  readonly pains: readonly PlacedPain[];
  /** Those that are not dropped; what takes away the worst pains first. */
  readonly actions: readonly (Action & { readonly at: string })[];
};

/** So many pains stand at the end. */
const WORST = 3;

/** Chooses what to tell of a map. Episodes without touchpoints are left out: there is nothing to tell. */
export function deckOf(journey: Journey, overlay: Overlay | null): Deck {
  const columns = columnsOf(journey, overlay);
  const feelings = new Map(
    columns.map(({ touchpoint, feeling }) => [touchpoint.id, feeling?.value ?? null]),
  );
  const pains = journey.episodes.flatMap((episode) => placedIn(journey, episode));
  const weighed = new Map(pains.map((pain) => [pain.id, weight(pain, feelings)]));
  const worst = (among: readonly (PlacedPain & { readonly on: string | null })[]) =>
    among.toSorted((one, other) => heavier(weighed.get(one.id), weighed.get(other.id)));
  const first = worst(pains);
  const rank = new Map(first.map(({ id }, at) => [id, at]));
  let start = 0;
  const chapters = journey.episodes.flatMap((episode): Chapter[] => {
    const own = columns.slice(start, start + episode.touchpoints.length);
    const begin = start;
    start += own.length;
    if (own.length === 0) return [];
    const [pain = null, ...more] = worst(placedIn(journey, episode));
    return [
      {
        id: episode.id,
        title: episode.title,
        goal: episode.goal ?? null,
        first: begin,
        last: start - 1,
        columns: own,
        pain,
        morePains: more.length,
        quote: tellingQuote(own, pain?.on ?? null),
        ...figuresOf(own),
      },
    ];
  });
  return { chapters, pains: first.slice(0, WORST), actions: actionsOf(journey, rank) };
}

/** The pains of an episode: of its touchpoints, of the ways that leave them, and of all of it. */
function placedIn(journey: Journey, episode: Episode) {
  const placed = (pains: readonly Pain[] = [], at: string, on: string | null) =>
    pains.map(({ id, title, text, severity, evidence }) => ({
      id,
      title,
      text: text ?? null,
      severity: severity ?? null,
      kind: evidence.kind,
      at,
      on,
    }));
  return [
    ...episode.touchpoints.flatMap((touchpoint) => [
      ...placed(touchpoint.pains, touchpoint.title, touchpoint.id),
      ...(journey.transitions ?? [])
        .filter(({ from }) => from === touchpoint.id)
        .flatMap(({ pains }) => placed(pains, touchpoint.title, touchpoint.id)),
    ]),
    ...placed(episode.pains, episode.title, null),
  ];
}

const strength = { measured: 2, research: 1, assumed: 0 } as const;

/** What counts, from the most to the least: how severe, how it feels there, what it rests on. */
function weight(
  { severity, kind, on }: PlacedPain & { readonly on: string | null },
  feelings: ReadonlyMap<string, number | null>,
): readonly number[] {
  return [severity ?? 0, -((on !== null && feelings.get(on)) || 0), strength[kind]];
}

function heavier(one: readonly number[] = [], other: readonly number[] = []): number {
  const at = one.findIndex((value, place) => value !== other[place]);
  return at === -1 ? 0 : (other[at] ?? 0) - (one[at] ?? 0);
}

/** Longer than this, and a room stops reading. */
const READABLE = 180;

function tellingQuote(columns: readonly Column[], on: string | null): Saying | null {
  const felt = columns.toSorted(
    (one, other) => (one.feeling?.value ?? 0) - (other.feeling?.value ?? 0),
  );
  const ordered = [...felt.filter(({ touchpoint }) => touchpoint.id === on), ...felt];
  const all = ordered.flatMap(({ sayings }) => sayings);
  return all.find(({ text }) => text.length <= READABLE) ?? all[0] ?? null;
}

function figuresOf(columns: readonly Column[]): Pick<Chapter, "come" | "end" | "wait"> {
  const come = columns.find(({ figures }) => figures)?.figures?.still ?? null;
  const lost = columns.reduce((sum, { figures }) => sum + (figures?.lost ?? 0), 0);
  const waits = columns.flatMap(({ touchpoint, figures }) =>
    figures && figures.wait.medianSeconds !== null
      ? [{ after: touchpoint.title, wait: figures.wait }]
      : [],
  );
  const [longest = null] = waits.toSorted(
    (one, other) => (other.wait.medianSeconds ?? 0) - (one.wait.medianSeconds ?? 0),
  );
  return { come, end: come && rate(lost, come.count), wait: longest };
}

function actionsOf(journey: Journey, rank: ReadonlyMap<string, number>): Deck["actions"] {
  const order = ({ solves = [] }: Action) =>
    Math.min(Infinity, ...solves.map((id) => rank.get(id) ?? Infinity));
  return journey.episodes
    .flatMap(({ touchpoints }) =>
      touchpoints.flatMap(({ title, actions = [] }) =>
        actions.map((action) => ({ ...action, at: title })),
      ),
    )
    .filter(({ status }) => status !== "dropped")
    .toSorted((one, other) => {
      const [a, b] = [order(one), order(other)];
      if (a !== b) return a - b;
      return (one.by ?? "9").localeCompare(other.by ?? "9");
    });
}
