import { END, START } from "./answers.ts";
import type { Flow } from "./answers.ts";

/** Stands in a picture for all touchpoints that are not drawn. */
export const OTHER = "OTHER";

export type PictureNode = {
  readonly label: string;
  /** Visits: what comes in, which is what goes out. */
  readonly count: number;
};

export type PictureEdge = {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** Median wait; null at START and END, and where several ways were taken together. */
  readonly medianSeconds: number | null;
};

export type FlowPicture = {
  readonly nodes: readonly PictureNode[];
  readonly edges: readonly PictureEdge[];
  /** Touchpoints drawn, and how many there are. */
  readonly touchpoints: { readonly drawn: number; readonly of: number };
  /** Ways drawn with a name on both sides, and how many there are. */
  readonly ways: { readonly drawn: number; readonly of: number };
};

/**
 * The part of a flow that a reader can take in: the most visited touchpoints (`nodes`, share of them,
 * 0 … 1) and the most taken ways (`edges`, likewise). Touchpoints that fall away stand together as
 * OTHER, and every node keeps its best way from START and its best way to END (the tree of widest
 * paths, where a path is as wide as its narrowest way), so that nothing hangs loose.
 */
export function flowPicture(
  flow: Flow,
  keep: { readonly nodes: number; readonly edges: number },
): FlowPicture {
  const visits = visitsOf(flow);
  const ranked = [...visits.keys()]
    .filter((label) => label !== START && label !== END)
    .toSorted((a, b) => visits.get(b)! - visits.get(a)! || (a < b ? -1 : 1));
  const drawn = ranked.slice(0, Math.max(1, Math.ceil(keep.nodes * ranked.length)));
  const named = new Set([START, END, ...drawn]);
  const merged = mergeEdges(flow, named);
  const best = new Set([...widestTree(merged, START, false), ...widestTree(merged, END, true)]);
  const strongest = merged.toSorted(byCount).slice(0, Math.ceil(keep.edges * merged.length));
  const chosen = new Set([...best, ...strongest]);
  const edges = merged.filter((edge) => chosen.has(edge));
  const nodes = [...named, OTHER].map((label) => ({ label, count: visitsOfMerged(merged, label) }));
  return {
    nodes: nodes.filter(({ count }) => count > 0),
    edges,
    touchpoints: { drawn: drawn.length, of: ranked.length },
    ways: {
      drawn: edges.filter(({ from, to }) => from !== OTHER && to !== OTHER).length,
      of: flow.edges.length,
    },
  };
}

function byCount(a: PictureEdge, b: PictureEdge): number {
  return b.count - a.count || (`${a.from}\n${a.to}` < `${b.from}\n${b.to}` ? -1 : 1);
}

function visitsOf(flow: Flow): Map<string, number> {
  const visits = new Map<string, number>([[START, flow.journeys]]);
  for (const { to, count } of flow.edges) visits.set(to, (visits.get(to) ?? 0) + count);
  return visits;
}

function visitsOfMerged(edges: readonly PictureEdge[], label: string): number {
  const side = label === START ? "from" : "to";
  return edges.reduce((sum, edge) => sum + (edge[side] === label ? edge.count : 0), 0);
}

/** The ways with everything unnamed standing as OTHER. */
function mergeEdges(flow: Flow, named: ReadonlySet<string>): PictureEdge[] {
  const merged = new Map<string, PictureEdge>();
  for (const edge of flow.edges) {
    const from = named.has(edge.from) ? edge.from : OTHER;
    const to = named.has(edge.to) ? edge.to : OTHER;
    const key = JSON.stringify([from, to]);
    const before = merged.get(key);
    merged.set(
      key,
      before === undefined
        ? { from, to, count: edge.count, medianSeconds: edge.medianSeconds }
        : { from, to, count: before.count + edge.count, medianSeconds: null },
    );
  }
  return [...merged.values()];
}

/** For every node that can be reached from the root, the last way of a widest path to it. */
function widestTree(edges: readonly PictureEdge[], root: string, backward: boolean): PictureEdge[] {
  const [near, far] = backward ? (["to", "from"] as const) : (["from", "to"] as const);
  const width = new Map<string, number>([[root, Infinity]]);
  const last = new Map<string, PictureEdge>();
  const done = new Set<string>();
  for (;;) {
    let next: string | undefined;
    for (const [label, wide] of width) {
      if (!done.has(label) && (next === undefined || wide > width.get(next)!)) next = label;
    }
    if (next === undefined) return [...last.values()];
    done.add(next);
    for (const edge of edges) {
      if (edge[near] !== next || done.has(edge[far])) continue;
      const through = Math.min(width.get(next)!, edge.count);
      if (through <= (width.get(edge[far]) ?? 0)) continue;
      width.set(edge[far], through);
      last.set(edge[far], edge);
    }
  }
}
