import { memo } from "react";
import { isFew } from "./cell-note.ts";
import { EMOTION_HEIGHT, runsOf } from "../../core/map/sheet/emotion.ts";
import type { Cubic } from "../../core/map/sheet/monotone.ts";
import type { EmotionCurve, Point, Stretch } from "../../core/map/sheet/emotion.ts";
import type { EmotionLabel } from "../../core/map/sheet/emotion-label.ts";

type Part = {
  readonly curve: EmotionCurve;
  readonly labels: readonly EmotionLabel[];
  readonly first: number;
  readonly last: number;
  readonly width: number;
};

/** The part of the curve that runs over columns `first` … `last`. */
export const EmotionPicture = memo(function EmotionPicture(part: Part) {
  const { curve, labels, first, last, width } = part;
  const stretches = curve.stretches.filter(({ from, to }) => to >= first && from <= last);
  const here = ({ index }: { index: number }) => index >= first && index <= last;
  const span = (last - first + 1) * width;
  return (
    <svg
      className="emotion"
      viewBox={`${first * width} 0 ${span} ${EMOTION_HEIGHT}`}
      width={span}
      height={EMOTION_HEIGHT}
      aria-hidden="true"
    >
      <path className="emotion-zero" d={`M${first * width},${curve.zero}h${span}`} />
      <path className="emotion-band" d={runsOf(stretches).map(band).join("")} />
      <path className="emotion-claimed" d={lines(stretches.filter((one) => !one.measured))} />
      <path className="emotion-line" d={lines(stretches.filter((one) => one.measured))} />
      {curve.points.filter(here).map((point) => (
        <circle
          key={point.index}
          className="emotion-point"
          data-kind={point.feeling.kind}
          data-mark={point.index === curve.lowest || point.index === curve.drop?.to || undefined}
          data-few={isFew(point.feeling) || undefined}
          cx={point.x}
          cy={point.y}
          r={radius(point) + (point.index === curve.lowest ? 1.6 : 0)}
        />
      ))}
      {labels.filter(here).map(({ index, x, y, lines: [value, ...rest] }) => (
        <text
          key={index}
          className="emotion-value"
          data-mark={index === curve.lowest || index === curve.drop?.to || undefined}
          x={x}
          y={y}
        >
          {value}
          {rest.map((line) => (
            <tspan key={line} className="emotion-remark" x={x} dy={12}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </svg>
  );
});

/** Dots grow with the number of answers, slowly: 3.4 px for a handful, 5.4 px for ten thousand. */
function radius({ feeling: { n } }: Point): number {
  return 3.4 + Math.min(2, Math.log10(Math.max(1, n ?? 1)) / 2);
}

function lines(stretches: readonly Stretch[]): string {
  return runsOf(stretches)
    .map((run) => forward(run.map(({ line }) => line)))
    .join("");
}

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
