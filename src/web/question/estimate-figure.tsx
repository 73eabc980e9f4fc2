import type { Estimate } from "../../core/question/towards.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { IntervalFigure } from "./interval-figure.tsx";

/** A computed share with its 95 % interval, drawn on a scale from 0 to `most`. */
export function EstimateFigure(props: { readonly estimate: Estimate; readonly most: number }) {
  const { value, low, high } = props.estimate;
  const format = useFormat();
  const t = useText().question;
  return (
    <IntervalFigure
      {...{ value, low, high }}
      text={format.percent(value)}
      range={[0, props.most]}
      n={null}
      said={t.interval(format.interval(low, high))}
    />
  );
}
