import { FEW } from "../../core/evidence/interval.ts";
import { useFormat } from "../language/format.ts";

/** A figure with its 95 % interval as a fine line, on a scale that is the same for all rows of a column. */
export function IntervalFigure(props: {
  readonly text: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The scale; what lies beyond it is drawn at its end. */
  readonly range: readonly [number, number];
  /** Null for what was computed, not counted. */
  readonly n: number | null;
  /** What the drawing shows, in words. */
  readonly said: string;
  /** A line under the figure. */
  readonly note?: string;
  readonly sore?: boolean;
  /** Drawn as a bar, for shares of one whole. */
  readonly bar?: boolean;
  readonly width?: number;
}) {
  const { value, low, high, range, n, width = 72 } = props;
  const format = useFormat();
  const few = n !== null && n < FEW;
  const at = (x: number) => {
    const along = (x - range[0]) / (range[1] - range[0]);
    return 2 + Math.max(0, Math.min(1, along)) * (width - 4);
  };
  return (
    <span
      className="rate"
      data-few={few || undefined}
      data-sore={props.sore || undefined}
      title={props.said}
    >
      <span className="rate-number">
        {props.text}
        {props.note !== undefined && <small>{props.note}</small>}
      </span>
      <svg viewBox={`0 0 ${width} 10`} width={width} height="10" aria-hidden="true">
        {props.bar && <rect className="rate-bar" x="2" y="1" width={at(value) - 2} height="8" />}
        <line className="rate-scale" x1="0" x2={width} y1="5" y2="5" />
        {range[0] < 0 && <line className="rate-scale" x1={at(0)} x2={at(0)} y1="1" y2="9" />}
        {low !== null && high !== null && (
          <line className="rate-interval" x1={at(low)} x2={at(high)} y1="5" y2="5" />
        )}
        <circle className="rate-point" cx={at(value)} cy="5" r="2.5" />
      </svg>
      {few && <span className="rate-n">{format.n(n)}</span>}
      <span className="visually-hidden">{props.said}</span>
    </span>
  );
}
