import { FEW } from "../../../core/evidence/interval.ts";
import { useFormat } from "../../language/format.ts";

const WIDTH = 96;

/** A figure with its 95 % interval as a fine line, on a scale that is the same for all rows of a column. */
export function IntervalFigure(props: {
  readonly text: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly range: readonly [number, number];
  readonly n: number;
  readonly said: string;
  readonly note?: string;
  readonly sore?: boolean;
}) {
  const { value, low, high, range, n } = props;
  const format = useFormat();
  const at = (x: number) => 2 + ((x - range[0]) / (range[1] - range[0])) * (WIDTH - 4);
  return (
    <span
      className="rate score-figure"
      data-few={n < FEW || undefined}
      data-sore={props.sore || undefined}
      title={props.said}
    >
      <span className="rate-number">
        {props.text}
        {props.note !== undefined && <small>{props.note}</small>}
      </span>
      <svg viewBox={`0 0 ${WIDTH} 10`} width={WIDTH} height="10" aria-hidden="true">
        <line className="rate-scale" x1="0" x2={WIDTH} y1="5" y2="5" />
        {range[0] < 0 && <line className="rate-scale" x1={at(0)} x2={at(0)} y1="1" y2="9" />}
        {low !== null && high !== null && (
          <line className="rate-interval" x1={at(low)} x2={at(high)} y1="5" y2="5" />
        )}
        <circle className="rate-point" cx={at(value)} cy="5" r="2.5" />
      </svg>
      {n < FEW && <span className="rate-n">{format.n(n)}</span>}
      <span className="visually-hidden">{props.said}</span>
    </span>
  );
}
