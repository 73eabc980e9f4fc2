/** What a journey consists of, apart from the schemas: ids, lists and references. */

/** A part of a journey with an id of its own. */
export type Element = { readonly id: string } & Readonly<Record<string, unknown>>;

export type Kind =
  | "journey"
  | "episode"
  | "touchpoint"
  | "persona"
  | "transition"
  | "pain"
  | "opportunity"
  | "quote"
  | "emotion"
  | "picture"
  | "metric"
  | "goal"
  | "action"
  | "member"
  | "lane"
  | "exception";

/**
 * `needs`: the element goes when what it points at goes; `mentions`: the field goes; `lists`: the id
 * goes from the list; `keys`: the entry under the id goes from the record.
 */
export type Pointing = "needs" | "mentions" | "lists" | "keys";

type Shape = {
  readonly prefix: string;
  /** The lists of this element whose items are elements, and of which kind. */
  readonly lists: Readonly<Record<string, Kind>>;
  /** The fields that hold the id of another element, or a list of such ids. */
  readonly points?: Readonly<Record<string, Pointing>>;
};

const hurts = { pains: "pain", opportunities: "opportunity" } as const;

/** The one table from which reading, commands and differences know where ids, lists and references are. */
export const kinds: Readonly<Record<Kind, Shape>> = {
  journey: {
    prefix: "jo",

    lists: {
      personas: "persona",
      goals: "goal",
      team: "member",
      episodes: "episode",
      transitions: "transition",
      lanes: "lane",
      exceptions: "exception",
    },
  },
  persona: { prefix: "pe", lists: {} },
  goal: { prefix: "go", lists: {}, points: { serves: "lists" } },
  member: { prefix: "mb", lists: {} },
  episode: {
    prefix: "ep",

    lists: { touchpoints: "touchpoint", goals: "goal", ...hurts },
  },
  touchpoint: {
    prefix: "tp",

    lists: {
      pictures: "picture",
      emotions: "emotion",
      quotes: "quote",
      ...hurts,
      metrics: "metric",
      goals: "goal",
      actions: "action",
    },
    points: { cells: "keys" },
  },
  transition: {
    prefix: "tr",

    lists: hurts,
    points: { from: "needs", to: "needs" },
  },
  pain: { prefix: "pn", lists: {} },
  opportunity: { prefix: "op", lists: {} },
  quote: { prefix: "qu", lists: {}, points: { persona: "mentions" } },
  emotion: { prefix: "em", lists: {}, points: { persona: "mentions" } },
  picture: { prefix: "pi", lists: {} },
  metric: { prefix: "me", lists: {} },
  action: { prefix: "ac", lists: {}, points: { solves: "lists" } },
  lane: { prefix: "ln", lists: {} },
  exception: { prefix: "ex", lists: {}, points: { at: "needs" } },
};

const byPrefix = new Map(Object.entries(kinds).map(([kind, { prefix }]) => [prefix, kind as Kind]));

/** `tp_bill` → `touchpoint`; null for what is no id of a part of a journey. */
export function kindOf(id: string): Kind | null {
  return byPrefix.get(id.slice(0, 2)) ?? null;
}

/** The elements in one list of an element; none where the list is absent. */
export function listed(element: Element, list: string): readonly Element[] {
  return (element[list] as readonly Element[] | undefined) ?? [];
}

export type Found = {
  readonly element: Element;
  readonly kind: Kind;
  /** Null for the journey itself. */
  readonly parent: Element | null;
  /** The list of the parent, and the place in it. */
  readonly list: string;
  readonly at: number;
};

/** Walks all elements of a journey, a parent before its children, in the order of the file. */
export function* walk(journey: Element): Generator<Found> {
  yield* below({
    element: journey,
    kind: "journey",
    parent: null,
    list: "",
    at: 0,
  });
}

function* below(found: Found): Generator<Found> {
  yield found;
  for (const [list, kind] of Object.entries(kinds[found.kind].lists)) {
    const items = listed(found.element, list);
    for (const [at, element] of items.entries())
      yield* below({ element, kind, parent: found.element, list, at });
  }
}

/** One element by its id; null when it is not there. */
export function find(journey: Element, id: string): Found | null {
  for (const found of walk(journey)) if (found.element.id === id) return found;
  return null;
}
