import { useMemo } from "react";
import type { Column } from "../../core/map/sheet/column.ts";
import { withFeeling } from "../../core/map/sheet/emotion.ts";
import type { EmotionScale } from "../../core/map/sheet/emotion.ts";
import { lineEnds } from "../../core/map/sheet/emotion-lines.ts";
import type { SheetLane } from "../../core/map/sheet/lanes.ts";
import { useText } from "../language/text.ts";
import type { Drawing } from "./drawing.ts";
import { EmotionPicture } from "./emotion-picture.tsx";
import type { DrawnLine } from "./emotion-picture.tsx";
import { StreamPicture } from "./stream-picture.tsx";

/** Columns per picture: small enough to come and go while one scrolls, so that nothing is repainted. */
const BLOCK = 10;
/** How many columns from a point its curve may change with it. */
const AROUND = 3;

/** A feeling (−1 … +1) that is held in the hand and not yet laid down. */
export type Held = { readonly id: string; readonly value: number };

type Props = {
  readonly lane: SheetLane;
  readonly drawing: Drawing;
  readonly lines: readonly DrawnLine[];
  readonly shown: readonly number[];
  /** The row is there from end to end, though only some of its columns are in the document. */
  readonly whole: boolean;
  readonly held: Held | null;
  readonly ruled: boolean;
};

/** The picture that runs through a lane, in blocks; while a feeling is dragged only those around it are drawn anew. */
export function LanePicture({ lane, drawing, lines, shown, whole, held, ruled }: Props) {
  const { columns, stream, width, emotion } = drawing;
  const { scale } = emotion;
  const moved = useMemo(
    () => (held === null ? null : withHeld(lines, held, columns, width, scale)),
    [lines, held, columns, width, scale],
  );
  if (lane.kind !== "emotion" && lane.kind !== "stream") return null;
  const [start, end] = whole ? [0, columns.length - 1] : [shown[0] ?? 0, shown.at(-1) ?? -1];
  const blocks = [...new Set(shown.map((index) => Math.floor(index / BLOCK)))];
  const pictures = blocks.map((block) => {
    const first = Math.max(block * BLOCK, start);
    const last = Math.min((block + 1) * BLOCK - 1, end);
    const part = { first, last, width };
    const touched = moved?.at.some((at) => at >= first - AROUND && at <= last + AROUND) ?? false;
    return (
      <div
        key={block}
        className="picture"
        style={{ insetInlineStart: `calc(${first} * var(--column) - var(--start))` }}
      >
        {lane.kind === "emotion" ? (
          <EmotionPicture
            lines={touched && moved ? moved.lines : lines}
            scale={scale}
            ruled={ruled}
            {...part}
          />
        ) : (
          <StreamPicture stream={stream} columns={columns} {...part} />
        )}
      </div>
    );
  });
  if (lane.kind === "stream" || lines.length === 1) return pictures;
  return [
    ...pictures,
    <LineNames key="names" lines={moved?.lines ?? lines} first={start} last={end} />,
  ];
}

type Named = {
  readonly lines: readonly DrawnLine[];
  readonly first: number;
  readonly last: number;
};

/** Whose line it is, behind the last point of each. */
function LineNames({ lines, first, last }: Named) {
  const t = useText().map;
  const all = lines.map(({ line }) => line);
  return lineEnds(all, first, last).map(({ line, x, y }) => (
    <span
      key={line.persona?.id ?? ""}
      className="emotion-name"
      data-front={line === all.at(-1) || undefined}
      aria-hidden="true"
      style={{ insetInlineStart: `calc(${x}px - var(--start))`, insetBlockStart: y }}
    >
      {line.persona?.name ?? t.everybody}
    </span>
  ));
}

/** The lines with a feeling as it is held, and the columns at which they then look different. */
function withHeld(
  lines: readonly DrawnLine[],
  { id, value }: Held,
  columns: readonly Column[],
  width: number,
  scale: EmotionScale,
): { readonly lines: readonly DrawnLine[]; readonly at: readonly number[] } | null {
  const front = lines.at(-1);
  const index = columns.findIndex(({ touchpoint }) => touchpoint.id === id);
  if (!front || index === -1) return null;
  const { curve } = front.line;
  const kind = curve.points.find((point) => point.index === index)?.feeling.kind ?? "assumed";
  const feeling = { kind, value, low: null, high: null, n: null };
  const after = withFeeling(curve, index, feeling, width, scale);
  const marks = [curve.lowest, curve.drop?.to, after.lowest, after.drop?.to];
  return {
    lines: lines.with(lines.length - 1, {
      line: { ...front.line, curve: after },
      labels: (first, last) => front.labels(first, last).filter((label) => label.index !== index),
    }),
    at: [index, ...marks.filter((one) => one !== null && one !== undefined)],
  };
}
