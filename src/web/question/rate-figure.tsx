import { FEW, type Rate } from "../../core/evidence/interval.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";

const WIDTH = 72;

/** A share as a figure, with its 95 % interval drawn as a fine line on a scale from 0 to `most`. */
export function RateFigure(props: {
  readonly rate: Rate;
  readonly most?: number;
  /** Drawn as a bar, for shares of one whole. */
  readonly bar?: boolean;
}) {
  const { rate } = props;
  const format = useFormat();
  const t = useText().question;
  const at = (share: number) => Math.min(1, share / (props.most ?? 1)) * (WIDTH - 4) + 2;
  if (rate.share === null || rate.low === null || rate.high === null) {
    return <span className="rate">{format.percent(null)}</span>;
  }
  const said = `${t.interval(format.interval(rate.low, rate.high))}, ${format.n(rate.n)}`;
  return (
    <span className="rate" data-few={rate.n < FEW || undefined} title={said}>
      <span className="rate-number">{format.percent(rate.share)}</span>
      <svg viewBox={`0 0 ${WIDTH} 10`} width={WIDTH} height="10" aria-hidden="true">
        {props.bar && (
          <rect className="rate-bar" x="2" y="1" width={at(rate.share) - 2} height="8" />
        )}
        <line className="rate-scale" x1="0" x2={WIDTH} y1="5" y2="5" />
        <line className="rate-interval" x1={at(rate.low)} x2={at(rate.high)} y1="5" y2="5" />
        <circle className="rate-point" cx={at(rate.share)} cy="5" r="2.5" />
      </svg>
      {rate.n < FEW && <span className="rate-n">{format.n(rate.n)}</span>}
      <span className="visually-hidden">{said}</span>
    </span>
  );
}
