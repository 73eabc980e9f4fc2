import type { Estimate } from "../../core/question/towards.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";

const WIDTH = 72;

/** A computed share with its 95 % interval, drawn on a scale from 0 to `most`. */
export function EstimateFigure(props: { readonly estimate: Estimate; readonly most: number }) {
  const { value, low, high } = props.estimate;
  const format = useFormat();
  const t = useText().question;
  const at = (share: number) => Math.min(1, share / props.most) * (WIDTH - 4) + 2;
  const said = t.interval(format.interval(low, high));
  return (
    <span className="rate" title={said}>
      <span className="rate-number">{format.percent(value)}</span>
      <svg viewBox={`0 0 ${WIDTH} 10`} width={WIDTH} height="10" aria-hidden="true">
        <line className="rate-scale" x1="0" x2={WIDTH} y1="5" y2="5" />
        <line className="rate-interval" x1={at(low)} x2={at(high)} y1="5" y2="5" />
        <circle className="rate-point" cx={at(value)} cy="5" r="2.5" />
      </svg>
      <span className="visually-hidden">{said}</span>
    </span>
  );
}
