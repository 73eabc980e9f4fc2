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
      metrics: "metric",
      team: "member",
      episodes: "episode",
      transitions: "transition",
      lanes: "lane",
      exceptions: "exception",
    },
  },
  persona: { prefix: "pe", lists: {} },
  goal: {
    prefix: "go",
    lists: {},
    points: { serves: "lists", metric: "mentions", among: "lists", reach: "lists" },
  },
  member: { prefix: "mb", lists: {} },
  episode: {
    prefix: "ep",

    lists: { touchpoints: "touchpoint", goals: "goal", metrics: "metric", ...hurts },
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

type Ways = readonly (readonly [list: string, kind: Kind])[];
const ways = new Map(
  Object.entries(kinds).map(([kind, { lists }]) => [kind as Kind, Object.entries(lists) as Ways]),
);

/** The lists of a kind of element, each with the kind of its items. */
export function listsOf(kind: Kind): Ways {
  return ways.get(kind) ?? [];
}

/** May an element of the one kind hold, at any depth, one of the other? */
export function holds(kind: Kind, other: Kind): boolean {
  return held.get(kind)?.has(other) ?? false;
}

const held: ReadonlyMap<Kind, ReadonlySet<Kind>> = new Map(
  [...ways.keys()].map((kind) => [kind, new Set(heldBy(kind))]),
);

function heldBy(kind: Kind): Kind[] {
  return listsOf(kind).flatMap(([, child]) => [child, ...heldBy(child)]);
}

/** All elements of a journey, a parent before its children, in the order of the file. */
export function walk(journey: Element): Found[] {
  return walkFrom({ element: journey, kind: "journey", parent: null, list: "", at: 0 });
}

/** An element and all that it holds. */
export function walkFrom(found: Found): Found[] {
  const all: Found[] = [];
  gather(found, all);
  return all;
}

function gather(found: Found, into: Found[]): void {
  into.push(found);
  const { element: parent } = found;
  for (const [list, kind] of listsOf(found.kind))
    for (const [at, element] of listed(parent, list).entries())
      gather({ element, kind, parent, list, at }, into);
}

/** One element by its id; null when it is not there. Looks only where its kind can stand. */
export function find(journey: Element, id: string): Found | null {
  const kind = kindOf(id);
  if (kind === "journey" && journey.id === id)
    return { element: journey, kind, parent: null, list: "", at: 0 };
  return kind && findIn(journey, "journey", id, kind);
}

function findIn(parent: Element, of: Kind, id: string, kind: Kind): Found | null {
  for (const [list, child] of leading.get(of)?.get(kind) ?? []) {
    const items = listed(parent, list);
    if (child === kind) {
      const at = items.findIndex((item) => item.id === id);
      const element = items[at];
      if (element) return { element, kind, parent, list, at };
    } else {
      for (const item of items) {
        const found = findIn(item, child, id, kind);
        if (found) return found;
      }
    }
  }
  return null;
}

/** From a kind of element, the lists in which one looks for another kind. */
const leading: ReadonlyMap<Kind, ReadonlyMap<Kind, Ways>> = new Map(
  [...ways].map(([of, lists]) => [
    of,
    new Map(
      [...ways.keys()].map((kind) => [
        kind,
        lists.filter(([, child]) => child === kind || holds(child, kind)),
      ]),
    ),
  ]),
);
