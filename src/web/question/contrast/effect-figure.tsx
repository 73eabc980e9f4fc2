import type { Estimate } from "../../../core/question/towards.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";

const WIDTH = 96;
const MIDDLE = WIDTH / 2;

/** An effect between −1 and 1 with its interval, drawn from the middle to the side that has more. */
export function EffectFigure({ effect }: { readonly effect: Estimate }) {
  const { value, low, high } = effect;
  const format = useFormat();
  const t = useText().question;
  const at = (share: number) => MIDDLE + share * (MIDDLE - 3);
  const said = t.interval(`${format.signed(low, 2)} – ${format.signed(high, 2)}`);
  return (
    <span className="rate effect" title={said}>
      <span className="rate-number">{format.signed(value, 2)}</span>
      <svg viewBox={`0 0 ${WIDTH} 10`} width={WIDTH} height="10" aria-hidden="true">
        <line className="rate-scale" x1="0" x2={WIDTH} y1="5" y2="5" />
        <line className="rate-scale" x1={MIDDLE} x2={MIDDLE} y1="0" y2="10" />
        <line className="rate-interval" x1={at(low)} x2={at(high)} y1="5" y2="5" />
        <circle className="rate-point" cx={at(value)} cy="5" r="2.5" />
      </svg>
      <span className="visually-hidden">{said}</span>
    </span>
  );
}
