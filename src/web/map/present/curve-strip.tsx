import type { CSSProperties } from "react";
import type { Drawing } from "../drawing.ts";
import { EmotionPicture } from "../emotion-picture.tsx";
import { noLabels, useDrawnLines } from "../use-drawn-lines.ts";

/** Between the rules of two episodes. */
const GAP = 4;

/** Narrower columns than this, and only the lowest point is named. */
const ROOMY = 36;

/**
 * The curve of the whole journey under its episodes, with one of them lit, or all: that of customers in
 * general, else of the first persona. For the eye only.
 */
export function CurveStrip(props: {
  readonly drawing: Drawing;
  /** Null: the whole journey. */
  readonly lit: { readonly first: number; readonly last: number } | null;
}) {
  const { drawing, lit } = props;
  const { spans, emotion, width, columns } = drawing;
  const { curve, persona } = emotion.chosen;
  const told = useDrawnLines(drawing).at(-1)?.labels ?? noLabels;
  const labels: typeof told = (from, to) =>
    width < ROOMY ? told(from, to).filter(({ index }) => index === curve.lowest) : told(from, to);
  const whole = { first: 0, last: columns.length - 1 };
  const { first, last } = lit ?? whole;
  const part = { scale: emotion.scale, ruled: false, width };
  const line = emotion.chosen;
  return (
    <div
      className="present-strip"
      aria-hidden="true"
      data-lit={lit !== null || undefined}
      style={{ "--column": `${width}px` } as CSSProperties}
    >
      <div className="present-spans">
        {spans.map((span) => (
          <span
            key={span.id}
            data-lit={(span.first >= first && span.last <= last) || undefined}
            style={{ inlineSize: (span.last - span.first + 1) * width - GAP }}
          >
            {span.title}
          </span>
        ))}
      </div>
      {curve.points.length > 0 && (
        <div className="present-curve picture">
          {lit !== null && (
            <div className="present-dim">
              <EmotionPicture {...part} {...whole} lines={[{ line, labels: noLabels }]} />
            </div>
          )}
          <div className="present-light" style={{ insetInlineStart: first * width }}>
            <EmotionPicture {...part} first={first} last={last} lines={[{ line, labels }]} />
          </div>
        </div>
      )}
      {persona && <p className="present-whose">{persona.name}</p>}
    </div>
  );
}
