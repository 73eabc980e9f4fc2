import type { Duration } from "../../core/evidence/interval.ts";
import { useFormat } from "../language/format.ts";

/** A median wait, its quartiles small behind it. */
export function DurationFigure(props: { readonly duration: Omit<Duration, "n"> }) {
  const { p25Seconds, medianSeconds, p75Seconds } = props.duration;
  const format = useFormat();
  return (
    <span className="duration">
      {format.duration(medianSeconds)}
      {medianSeconds !== null && (
        <span className="duration-quartiles">
          {format.duration(p25Seconds)} – {format.duration(p75Seconds)}
        </span>
      )}
    </span>
  );
}
