import { useMemo, useState } from "react";
import type { FlowPicture } from "../../core/question/flow-picture.ts";
import { OTHER } from "../../core/question/flow-picture.ts";
import { END, START } from "../../core/question/answers.ts";
import { ScrollRegion } from "../app/scroll-region.tsx";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { useWidth } from "../map/use-width.ts";
import { layoutFlow } from "./flow-layout.ts";
import type { DrawnEdge, DrawnNode } from "./flow-layout.ts";

/** What the reader points at: a touchpoint, or a way between two. */
export type Chosen = { readonly node: string } | { readonly from: string; readonly to: string };

const LETTER = 6.9;
const LONGEST_LABEL = 26;

/** Labels break over two lines at the word nearest to the middle. */
export function labelLines(label: string): string[] {
  if (label.length <= LONGEST_LABEL) return [label];
  const half = label.length / 2;
  const spaces = [...label.matchAll(/ /g)].map(({ index }) => index);
  if (spaces.length === 0) return [label];
  const at = spaces.reduce((a, b) => (Math.abs(b - half) < Math.abs(a - half) ? b : a));
  return [label.slice(0, at), label.slice(at + 1)];
}

function labelWidth(label: string): number {
  return Math.max(...labelLines(label).map((line) => line.length)) * LETTER;
}

/** Ways thinner than this stay without a label, in pixels. */
const VISIBLE = 1.25;

/** Half of the room that the label of a way takes. */
const HALF = 28;

/** Labels of ways that fit: the widest way first, none over another or over a node's name. */
function fittingLabels(edges: readonly DrawnEdge[], nodes: readonly DrawnNode[]): DrawnEdge[] {
  const taken = nodes.map(({ x, y, length, label }) => ({
    left: x,
    right: x + length + labelWidth(label) + 8,
    top: y - 14,
    bottom: y + 22,
  }));
  const fitting: DrawnEdge[] = [];
  for (const edge of edges.toSorted((a, b) => b.width - a.width)) {
    const { x, y } = edge.middle;
    if (edge.medianSeconds === null || edge.width < VISIBLE || x < HALF) continue;
    const box = { left: x - HALF, right: x + HALF, top: y - 9, bottom: y + 9 };
    const free = taken.every(
      (other) =>
        other.right < box.left ||
        other.left > box.right ||
        other.bottom < box.top ||
        other.top > box.bottom,
    );
    if (!free) continue;
    taken.push(box);
    fitting.push(edge);
  }
  return fitting;
}

export function FlowDrawing(props: {
  readonly picture: FlowPicture;
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen | null) => void;
}) {
  const { picture, chosen, onChoose } = props;
  const t = useText().question;
  const format = useFormat();
  const [frame, setFrame] = useState<HTMLDivElement | null>(null);
  const width = useWidth(frame);
  const layout = useMemo(
    () => layoutFlow(picture, width, (label) => labelWidth(t.step(label))),
    [picture, width, t],
  );
  const labelled = useMemo(() => fittingLabels(layout.edges, layout.nodes), [layout]);
  const touches = (edge: DrawnEdge) =>
    chosen === null
      ? undefined
      : "node" in chosen
        ? edge.from === chosen.node || edge.to === chosen.node
        : edge.from === chosen.from && edge.to === chosen.to;
  return (
    <ScrollRegion className="flow-frame" frame={setFrame} label={t.flow.picture}>
      <svg width={layout.width} height={layout.height} role="group" aria-label={t.flow.title}>
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="6"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0.5L8 4L0 7.5z" />
          </marker>
        </defs>
        {layout.edges.map((edge) => (
          <path
            key={`${edge.from}\n${edge.to}`}
            className={edge.back ? "flow-arc" : "flow-band"}
            data-touched={touches(edge)}
            d={edge.path}
            strokeWidth={edge.back ? edge.width : undefined}
            markerEnd={edge.back ? "url(#arrow)" : undefined}
            onClick={() => onChoose({ from: edge.from, to: edge.to })}
          >
            <title>
              {`${t.flow.edge(t.step(edge.from), t.step(edge.to), edge.count)} · ${format.duration(edge.medianSeconds)}`}
            </title>
          </path>
        ))}
        {labelled.map((edge) => (
          <text
            key={`${edge.from}\n${edge.to}`}
            className="flow-wait"
            data-touched={touches(edge)}
            x={edge.middle.x}
            y={edge.middle.y + 4}
            aria-hidden="true"
          >
            {format.duration(edge.medianSeconds)}
          </text>
        ))}
        {layout.nodes.map((node) => (
          <FlowNode
            key={node.label}
            node={node}
            chosen={chosen !== null && "node" in chosen && chosen.node === node.label}
            onChoose={onChoose}
          />
        ))}
      </svg>
    </ScrollRegion>
  );
}

function FlowNode(props: {
  readonly node: DrawnNode;
  readonly chosen: boolean;
  readonly onChoose: (chosen: Chosen | null) => void;
}) {
  const { node } = props;
  const t = useText().question;
  const format = useFormat();
  const name = t.step(node.label);
  const lines = labelLines(name);
  const bare = node.label === START || node.label === END || node.label === OTHER;
  const choose = () => props.onChoose(props.chosen ? null : { node: node.label });
  return (
    <g
      className="flow-node"
      data-bare={bare || undefined}
      data-chosen={props.chosen || undefined}
      role="button"
      tabIndex={0}
      aria-pressed={props.chosen}
      aria-label={t.flow.node(name, node.count)}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        choose();
      }}
    >
      <rect
        className="flow-hit"
        x={node.x - 4}
        y={node.y - 16}
        width={node.length + labelWidth(name) + 16}
        height="36"
      />
      <rect className="flow-bar" x={node.x} y={node.y - 2.5} width={node.length} height="5" />
      <text x={node.x + node.length + 7} y={node.y + 4 - (lines.length - 1) * 7}>
        {lines.map((line, place) => (
          <tspan key={line} x={node.x + node.length + 7} dy={place === 0 ? 0 : 14}>
            {line}
          </tspan>
        ))}
        <tspan className="flow-count" x={node.x + node.length + 7} dy="14">
          {format.number(node.count)}
        </tspan>
      </text>
    </g>
  );
}
