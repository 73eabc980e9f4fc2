import { must } from "../../core/assert.ts";
import type { FlowPicture, PictureEdge, PictureNode } from "../../core/question/flow-picture.ts";
import { rankFlow } from "./flow-rank.ts";
import { spread } from "./spread.ts";

export type DrawnNode = PictureNode & {
  /** Left end of the bar, its height on the page, and its length, which stands for the visits. */
  readonly x: number;
  readonly y: number;
  readonly length: number;
};

export type DrawnEdge = PictureEdge & {
  /** Outline of an area; of a way back the line itself. */
  readonly path: string;
  readonly width: number;
  /** Leads back against the direction of the flow: drawn as a thin arc. */
  readonly back: boolean;
  /** Where a label of this way would stand. */
  readonly middle: { readonly x: number; readonly y: number };
};

export type FlowLayout = {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
};

const LAYER = 96;
const TOP = 22;
const LEFT = 72;
const GAP = 14;
const BAR = 5;
const LONGEST = 240;
const SHORTEST = 6;
const ROUNDS = 12;

/** A place in a layer: a node, or the passage of a way that goes on to a later layer. */
type Slot = {
  readonly key: string;
  readonly layer: number;
  readonly count: number;
  readonly label: number;
  x: number;
};
type Link = { readonly from: Slot; readonly to: Slot; readonly count: number };

/**
 * A flow from top to bottom: bars as long as their visits, ways between them as wide as their counts,
 * on one scale. Grows wider than `width` only when the labels of a layer need it.
 */
export function layoutFlow(
  picture: FlowPicture,
  width: number,
  labelWidth: (label: string) => number,
): FlowLayout {
  const { layerOf, back } = rankFlow(picture);
  const slots = new Map<string, Slot>();
  for (const { label, count } of picture.nodes) {
    const layer = must(layerOf.get(label), label);
    slots.set(label, { key: label, layer, count, label: labelWidth(label) + 8, x: 0 });
  }
  const chains = new Map<PictureEdge, Slot[]>();
  const all = [...slots.values()];
  for (const edge of picture.edges) {
    if (back.has(edge)) continue;
    const [from, to] = [must(slots.get(edge.from), edge.from), must(slots.get(edge.to), edge.to)];
    const passages: Slot[] = [];
    for (let layer = from.layer + 1; layer < to.layer; layer++) {
      passages.push({ key: `${layer}`, layer, count: edge.count, label: 0, x: 0 });
    }
    all.push(...passages);
    chains.set(edge, [from, ...passages, to]);
  }
  const layers = layersOf(all);
  const needed = Math.max(...layers.map((layer) => labelsOf(layer) + 8 * layer.length));
  const wide = Math.max(width, needed + LEFT);
  const scale = scaleOf(layers, wide - LEFT);
  const links = [...chains].flatMap(([{ count }, chain]) =>
    chain.slice(1).map((to, place): Link => ({ from: must(chain[place], "link"), to, count })),
  );
  arrange(layers, links, wide - LEFT, scale);
  centre(all, wide - LEFT, (slot) => Math.max(SHORTEST, slot.count * scale) + slot.label);

  const length = (slot: Slot) => Math.max(SHORTEST, slot.count * scale);
  const nodes = picture.nodes.map((node): DrawnNode => {
    const slot = must(slots.get(node.label), node.label);
    return { ...node, x: slot.x + LEFT, y: TOP + slot.layer * LAYER, length: length(slot) };
  });
  const byLabel = new Map(nodes.map((node) => [node.label, node]));
  const ports = portsOf(chains, scale);
  const edges = picture.edges.map((edge): DrawnEdge => {
    const chain = chains.get(edge);
    const thick = Math.max(1, edge.count * scale);
    if (chain === undefined) {
      const [from, to] = [byLabel.get(edge.from)!, byLabel.get(edge.to)!];
      return { ...edge, ...arc(from, to), width: Math.min(2.5, thick), back: true };
    }
    const { out, into } = must(ports.get(edge), "ports");
    const stops = chain.map((slot, place) => ({
      x: LEFT + (place === 0 ? out : place === chain.length - 1 ? into : slot.x + length(slot) / 2),
      y: TOP + slot.layer * LAYER,
    }));
    return { ...edge, ...band(stops, thick), width: thick, back: false };
  });
  return { width: wide, height: TOP + layers.length * LAYER - 30, nodes, edges };
}

function layersOf(slots: readonly Slot[]): Slot[][] {
  const layers: Slot[][] = [];
  for (const slot of slots) (layers[slot.layer] ??= []).push(slot);
  return layers.map((layer) => layer ?? []);
}

function labelsOf(layer: readonly Slot[]): number {
  return layer.reduce((sum, { label }) => sum + label + GAP, 0);
}

/** Pixels per visit: the fullest layer still fits, and no bar is longer than LONGEST. */
function scaleOf(layers: readonly (readonly Slot[])[], width: number): number {
  const scales = layers.flatMap((layer) => {
    const visits = layer.reduce((sum, { count }) => sum + count, 0);
    const most = Math.max(...layer.map(({ count }) => count));
    const room = Math.max(8 * layer.length, width - labelsOf(layer));
    return visits === 0 ? [] : [room / visits, LONGEST / most];
  });
  return Math.min(...scales);
}

/** Orders every layer by where its neighbours stand, then moves each slot near them. */
function arrange(layers: Slot[][], links: readonly Link[], width: number, scale: number): void {
  const length = (slot: Slot) => Math.max(SHORTEST, slot.count * scale);
  const middle = (slot: Slot) => slot.x + length(slot) / 2;
  const above = Map.groupBy(links, ({ to }) => to);
  const below = Map.groupBy(links, ({ from }) => from);
  const wish = (slot: Slot, near: readonly Link[], side: "from" | "to") => {
    const weight = near.reduce((sum, { count }) => sum + count, 0);
    if (weight === 0) return middle(slot);
    return near.reduce((sum, link) => sum + middle(link[side]) * link.count, 0) / weight;
  };
  const place = (layer: Slot[], wishes: ReadonlyMap<Slot, number>) => {
    layer.sort((a, b) => wishes.get(a)! - wishes.get(b)!);
    const starts = layer.map((slot) => wishes.get(slot)! - length(slot) / 2);
    const sizes = layer.map((slot) => length(slot) + slot.label);
    for (const [at, x] of spread(starts, sizes, GAP, width).entries()) layer[at]!.x = x;
  };
  for (const layer of layers) {
    const middles = layer.map((slot) => [slot, width / 2] as const);
    place(layer, new Map(middles));
  }
  for (let round = 0; round < ROUNDS; round++) {
    const down = round % 2 === 0;
    for (const layer of down ? layers : layers.toReversed()) {
      const wishes = layer.map((slot) => {
        const near = (down ? above : below).get(slot) ?? [];
        return [slot, wish(slot, near, down ? "from" : "to")] as const;
      });
      place(layer, new Map(wishes));
    }
  }
}

/** Moves the whole picture to the middle of the page. */
function centre(slots: readonly Slot[], width: number, size: (slot: Slot) => number): void {
  const left = Math.min(...slots.map(({ x }) => x));
  const right = Math.max(...slots.map((slot) => slot.x + size(slot)));
  for (const slot of slots) slot.x += (width - left - right) / 2;
}

/** Where on its two bars each way begins and ends: side by side, in the order of the other ends. */
function portsOf(chains: ReadonlyMap<PictureEdge, readonly Slot[]>, scale: number) {
  const ports = new Map<PictureEdge, { out: number; into: number }>();
  for (const edge of chains.keys()) ports.set(edge, { out: 0, into: 0 });
  for (const side of ["out", "into"] as const) {
    const own = side === "out" ? 0 : -1;
    const next = side === "out" ? 1 : -2;
    const grouped = Map.groupBy([...chains], ([, chain]) => must(chain.at(own), "end of a way"));
    for (const [slot, ways] of grouped) {
      const sorted = ways.toSorted(([, a], [, b]) => a.at(next)!.x - b.at(next)!.x);
      const total = ways.reduce((sum, [{ count }]) => sum + count * scale, 0);
      let x = slot.x + Math.max(SHORTEST, slot.count * scale) - total;
      for (const [edge] of sorted) {
        must(ports.get(edge), "ports")[side] = x + (edge.count * scale) / 2;
        x += edge.count * scale;
      }
    }
  }
  return ports;
}

type Point = { readonly x: number; readonly y: number };

/** A way as an area: everywhere equally wide from left to right, so that neighbours never overlap. */
function band(stops: readonly Point[], width: number) {
  const first = must(stops[0], "start of a way");
  const second = must(stops[1], "end of a way");
  const last = must(stops.at(-1), "end of a way");
  const corners = stops.map((stop) => {
    const y = stop === first ? stop.y + BAR / 2 : stop === last ? stop.y - BAR / 2 : stop.y;
    return { x: stop.x, y };
  });
  const side = (row: readonly Point[], shift: number) =>
    row.slice(1).map((to, at) => {
      const from = row[at]!;
      const half = round((from.y + to.y) / 2);
      const [x0, x1] = [round(from.x + shift), round(to.x + shift)];
      return `C${x0} ${half} ${x1} ${half} ${x1} ${round(to.y)}`;
    });
  const start = `${round(first.x - width / 2)} ${round(first.y + BAR / 2)}`;
  const turn = `${round(last.x + width / 2)} ${round(last.y - BAR / 2)}`;
  return {
    path: `M${start}${side(corners, -width / 2).join("")}L${turn}${side(corners.toReversed(), width / 2).join("")}Z`,
    middle: { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 },
  };
}

/** A thin arc on the left, from a bar up to an earlier one or to itself. */
function arc(from: DrawnNode, to: DrawnNode) {
  const [x0, y0, x1, y1] = [from.x, from.y + 2, to.x, to.y - 2];
  const out = 26 + Math.min(40, Math.abs(y0 - y1) * 0.1);
  const left = Math.min(x0, x1) - out;
  return {
    path: `M${round(x0)} ${round(y0)}C${round(left)} ${round(y0 + 26)} ${round(left)} ${round(y1 - 26)} ${round(x1)} ${round(y1)}`,
    middle: { x: left + out / 4, y: (y0 + y1) / 2 },
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
