import { END, START, type Flow, type FlowEdge } from "./answers.ts";

export type PictureNode = {
  readonly label: string;
  /** How often journeys come here; at START and END every journey once. */
  readonly count: number;
};

export type PictureEdge = {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Null where several ways lie behind it. */
  readonly medianSeconds: number | null;
};

/** What of a flow is drawn, and what is not. */
export type FlowPicture = {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** The touchpoints that stand together as OTHER. */
  readonly others: readonly PictureNode[];
  /** Steps from one of the others to another. */
  readonly among: number;
  /** Ways between drawn nodes that are not drawn, and the steps along them. */
  readonly hidden: { readonly edges: number; readonly count: number };
};

/** The node in which all touchpoints stand that are not drawn by themselves. */
export const OTHER = "OTHER";

export type PictureChoice = {
  /** Share of all visits that the drawn touchpoints have, 0 … 1. */
  readonly nodes: number;
  /** Share of all steps that the drawn ways have, 0 … 1. */
  readonly edges: number;
};

/**
 * Makes a flow small enough to look at. The most visited touchpoints are drawn, the rest stands as
 * OTHER; the most travelled ways are drawn, and for every node its best way in and out: the route from
 * START, and the one to END, whose narrowest step is widest (maximum-capacity arborescence). Drawn,
 * among and hidden steps add up to all steps of the flow.
 */
export function pictureFlow(flow: Flow, choice: PictureChoice): FlowPicture {
  const visits = countVisits(flow);
  const kept = new Set(mostly(visits, choice.nodes).map(({ label }) => label));
  const others = visits.filter(({ label }) => !kept.has(label));
  const place = (label: string) =>
    label === START || label === END || kept.has(label) ? label : OTHER;
  const { edges, among } = merge(flow.edges, place);
  const drawn = new Set([
    ...mostly(edges, choice.edges),
    ...widestWays(edges, START, "from", "to"),
    ...widestWays(edges, END, "to", "from"),
  ]);
  const left = edges.filter((edge) => !drawn.has(edge));
  const ends = flow.journeys === 0 ? [] : [START, END];
  return {
    nodes: [
      ...ends.map((label) => ({ label, count: flow.journeys })),
      ...visits.filter(({ label }) => kept.has(label)),
      ...(others.length > 0 ? [{ label: OTHER, count: sum(others) }] : []),
    ],
    edges: edges.filter((edge) => drawn.has(edge)),
    others,
    among,
    hidden: { edges: left.length, count: sum(left) },
  };
}

/** Touchpoints by how often journeys come to them, most first. */
function countVisits(flow: Flow): PictureNode[] {
  const visits = new Map<string, number>();
  for (const { to, count } of flow.edges) {
    if (to !== END) visits.set(to, (visits.get(to) ?? 0) + count);
  }
  return [...visits]
    .map(([label, count]) => ({ label, count }))
    .toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** The first of a list, most first, that together have at least this share of the whole. */
function mostly<T extends { readonly count: number }>(list: readonly T[], share: number): T[] {
  const whole = sum(list);
  let before = 0;
  return list.filter(({ count }) => {
    const needed = before < share * whole;
    before += count;
    return needed;
  });
}

function merge(
  all: readonly FlowEdge[],
  place: (label: string) => string,
): { edges: PictureEdge[]; among: number } {
  const merged = new Map<string, PictureEdge>();
  let among = 0;
  for (const edge of all) {
    const [from, to] = [place(edge.from), place(edge.to)];
    if (from === OTHER && to === OTHER) {
      among += edge.count;
      continue;
    }
    const key = JSON.stringify([from, to]);
    const before = merged.get(key);
    merged.set(key, {
      from,
      to,
      count: edge.count + (before?.count ?? 0),
      medianSeconds: before || from === OTHER || to === OTHER ? null : edge.medianSeconds,
    });
  }
  const edges = [...merged.values()].toSorted(
    (a, b) => b.count - a.count || (a.from + a.to < b.from + b.to ? -1 : 1),
  );
  return { edges, among };
}

/**
 * Per node the edge by which the widest way from `root` reaches it; with the ends swapped, the edge by
 * which its widest way to `root` sets out. Grows a tree by the widest edge that leaves it (Prim, on
 * bottlenecks).
 */
function widestWays(
  edges: readonly PictureEdge[],
  root: string,
  near: "from" | "to",
  far: "from" | "to",
): PictureEdge[] {
  const reached = new Set([root]);
  const ways: PictureEdge[] = [];
  for (;;) {
    // Sorted by count: the first edge that leaves the tree is the widest.
    const next = edges.find((edge) => reached.has(edge[near]) && !reached.has(edge[far]));
    if (!next) return ways;
    reached.add(next[far]);
    ways.push(next);
  }
}

function sum(list: readonly { readonly count: number }[]): number {
  return list.reduce((total, { count }) => total + count, 0);
}
