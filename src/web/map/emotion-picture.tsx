import { memo } from "react";
import { isFew } from "./cell-note.ts";
import { EmotionMark } from "./emotion-mark.tsx";
import { EMOTION_HEIGHT, pointsIn, runsOf, stretchesIn } from "../../core/map/sheet/emotion.ts";
import type { EmotionScale, Point, Stretch } from "../../core/map/sheet/emotion.ts";
import { dashes } from "../../core/map/sheet/emotion-lines.ts";
import type { EmotionLine } from "../../core/map/sheet/emotion-lines.ts";
import type { Cubic } from "../../core/map/sheet/monotone.ts";
import type { EmotionLabel } from "../../core/map/sheet/emotion-label.ts";

/** A line, and what is written at its points in columns `first` … `last`. */
export type DrawnLine = {
  readonly line: EmotionLine;
  readonly labels: (first: number, last: number) => readonly EmotionLabel[];
};

type Part = {
  /** The line in front comes last. */
  readonly lines: readonly DrawnLine[];
  readonly scale: EmotionScale;
  /** Shows which height is which feeling. */
  readonly ruled: boolean;
  readonly first: number;
  readonly last: number;
  readonly width: number;
};

const steps = [1, 0.5, 0, -0.5, -1];

/** The part of the lines of feelings that runs over columns `first` … `last`. */
export const EmotionPicture = memo(function EmotionPicture(part: Part) {
  const { lines, scale, ruled, first, last, width } = part;
  const span = (last - first + 1) * width;
  return (
    <svg
      className="emotion"
      data-several={lines.length > 1 || undefined}
      viewBox={`${first * width} 0 ${span} ${EMOTION_HEIGHT}`}
      width={span}
      height={EMOTION_HEIGHT}
      aria-hidden="true"
    >
      {(ruled ? steps : [0]).map((value) => (
        <path
          key={value}
          className="emotion-zero"
          d={`M${first * width},${scale.heightOf(value)}h${span}`}
        />
      ))}
      {lines.map((one, at) => (
        <Line
          key={one.line.persona?.id ?? ""}
          {...one}
          front={at === lines.length - 1}
          first={first}
          last={last}
        />
      ))}
    </svg>
  );
});

type LineProps = DrawnLine & {
  readonly front: boolean;
  readonly first: number;
  readonly last: number;
};

function Line({ line: { curve, look }, front, labels, first, last }: LineProps) {
  const stretches = stretchesIn(curve, first, last);
  const marked = (index: number) =>
    (front && (index === curve.lowest || index === curve.drop?.to)) || undefined;
  return (
    <g data-look={look} data-front={front || undefined}>
      <path className="emotion-band" d={runsOf(stretches).map(band).join("")} />
      <path
        className="emotion-claimed"
        strokeDasharray={dashes[look]?.join(" ")}
        d={lines(stretches.filter((one) => !one.measured))}
      />
      <path className="emotion-line" d={lines(stretches.filter((one) => one.measured))} />
      {pointsIn(curve.points, first, last).map((point) => (
        <EmotionMark
          key={point.index}
          look={look}
          kind={point.feeling.kind}
          marked={marked(point.index) ?? false}
          few={isFew(point.feeling)}
          x={point.x}
          y={point.y}
          radius={radius(point) + (marked(point.index) && point.index === curve.lowest ? 1.6 : 0)}
        />
      ))}
      {labels(first, last).map(({ index, x, y, lines: [value, ...rest] }) => (
        <text key={index} className="emotion-value" data-mark={marked(index)} x={x} y={y}>
          {value}
          {rest.map((line) => (
            <tspan key={line} className="emotion-remark" x={x} dy={12}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  );
}

/** Dots grow with the number of answers, slowly: 3.4 px for a handful, 5.4 px for ten thousand. */
function radius({ feeling: { n } }: Point): number {
  return 3.4 + Math.min(2, Math.log10(Math.max(1, n ?? 1)) / 2);
}

function lines(stretches: readonly Stretch[]): string {
  return runsOf(stretches)
    .map((run) => forward(run.map(({ line }) => line)))
    .join("");
}

/** The interval around measured points; claims have none. */
function band(run: readonly Stretch[]): string {
  const back = run.toReversed().map(({ low }): Cubic => {
    const [x0, y0, x1, y1, x2, y2, x3, y3] = low;
    return [x3, y3, x2, y2, x1, y1, x0, y0];
  });
  return `${forward(run.map(({ high }) => high))}${forward(back).replace("M", "L")}Z`;
}

function forward(pieces: readonly Cubic[]): string {
  const [start] = pieces;
  if (!start) return "";
  const curves = pieces.map(
    ([, , x1, y1, x2, y2, x, y]) =>
      `C${tenth(x1)},${tenth(y1)} ${tenth(x2)},${tenth(y2)} ${tenth(x)},${tenth(y)}`,
  );
  return `M${tenth(start[0])},${tenth(start[1])}${curves.join("")}`;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
