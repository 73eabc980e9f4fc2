import type { Rate } from "../../core/evidence/interval.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { IntervalFigure } from "./interval-figure.tsx";

/** A share as a figure, with its 95 % interval drawn as a fine line on a scale from 0 to `most`. */
export function RateFigure(props: {
  readonly rate: Rate;
  readonly most?: number;
  /** Drawn as a bar, for shares of one whole. */
  readonly bar?: boolean;
}) {
  const { rate, most = 1, bar = false } = props;
  const { share, low, high, n } = rate;
  const format = useFormat();
  const t = useText().question;
  if (share === null || low === null || high === null) {
    return <span className="rate">{format.percent(null)}</span>;
  }
  return (
    <IntervalFigure
      {...{ low, high, n, bar }}
      text={format.percent(share)}
      value={share}
      range={[0, most]}
      said={`${t.interval(format.interval(low, high))}, ${format.n(n)}`}
    />
  );
}
