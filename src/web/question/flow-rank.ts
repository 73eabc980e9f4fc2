import { END, START } from "../../core/question/answers.ts";
import type { FlowPicture, PictureEdge } from "../../core/question/flow-picture.ts";

/** The layer of each node, START in 0, and the ways that lead back against the layers. */
export type Ranking = {
  readonly layerOf: ReadonlyMap<string, number>;
  readonly back: ReadonlySet<PictureEdge>;
};

/**
 * Finds a direction in a flow: an order of the nodes with little weight against it (Eades, Lin and
 * Smyth 1993, weighted), and from that layers by longest path.
 */
export function rankFlow(picture: FlowPicture): Ranking {
  const order = forwardOrder(picture);
  const placeOf = new Map(order.map((label, place) => [label, place]));
  const back = new Set(
    picture.edges.filter(({ from, to }) => placeOf.get(from)! >= placeOf.get(to)!),
  );
  const layerOf = new Map(order.map((label) => [label, 0]));
  for (const label of order) {
    for (const edge of picture.edges) {
      if (edge.from !== label || back.has(edge)) continue;
      layerOf.set(edge.to, Math.max(layerOf.get(edge.to)!, layerOf.get(label)! + 1));
    }
  }
  const others = [...layerOf].filter(([label]) => label !== END).map(([, layer]) => layer);
  if (layerOf.has(END)) layerOf.set(END, Math.max(0, ...others) + 1);
  return { layerOf, back };
}

function forwardOrder(picture: FlowPicture): string[] {
  const left = new Set(picture.nodes.map(({ label }) => label));
  const edges = picture.edges.filter(({ from, to }) => from !== to);
  const first: string[] = left.delete(START) ? [START] : [];
  const last: string[] = left.delete(END) ? [END] : [];
  while (left.size > 0) {
    const pull = new Map([...left].map((label) => [label, { in: 0, out: 0 }]));
    for (const { from, to, count } of edges) {
      const [source, target] = [pull.get(from), pull.get(to)];
      if (source === undefined || target === undefined) continue;
      source.out += count;
      target.in += count;
    }
    const sink = [...pull].find(([, { out }]) => out === 0)?.[0];
    const best = [...pull].reduce((a, b) => (b[1].out - b[1].in > a[1].out - a[1].in ? b : a))[0];
    const source = [...pull].find((entry) => entry[1].in === 0)?.[0];
    const next = source ?? sink ?? best;
    if (source === undefined && sink !== undefined) last.unshift(next);
    else first.push(next);
    left.delete(next);
  }
  return [...first, ...last];
}
