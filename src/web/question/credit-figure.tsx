import { useFormat } from "../language/format.ts";

const WIDTH = 56;

/** So many goals, and a bar to compare them by. */
export function CreditFigure({ value, most }: { readonly value: number; readonly most: number }) {
  const format = useFormat();
  return (
    <span className="rate">
      <span className="rate-number">{format.number(Math.round(value))}</span>
      <svg viewBox={`0 0 ${WIDTH} 10`} width={WIDTH} height="10" aria-hidden="true">
        <rect className="rate-bar" x="0" y="1" width={(value / most) * WIDTH} height="8" />
      </svg>
    </span>
  );
}
