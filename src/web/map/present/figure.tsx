import { useFormat } from "../../language/format.ts";
import { FEW } from "../../../core/evidence/interval.ts";

/** A figure large enough for a room, with what it rests on under it. */
export function Figure(props: {
  readonly value: string;
  readonly label: string;
  /** Its interval in words; null where there is none. */
  readonly rests: string | null;
  readonly n: number;
}) {
  const { value, label, rests, n } = props;
  const f = useFormat();
  return (
    <div data-few={n < FEW || undefined}>
      <dt>{label}</dt>
      <dd>
        <b>{value}</b>
        <small>{[...(rests === null ? [] : [rests]), f.n(n)].join(" · ")}</small>
      </dd>
    </div>
  );
}
