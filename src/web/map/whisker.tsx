import type { Mean } from "../../core/evidence/interval.ts";

type Props = { readonly scale: readonly [number, number]; readonly mean: Mean };

/** A mean with its interval as a fine line on the whole of its scale. */
export function Whisker({ scale: [least, most], mean: { mean, low, high } }: Props) {
  const at = (value: number) => (most === least ? 0 : ((value - least) / (most - least)) * 100);
  return (
    <svg className="whisker" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <path className="whisker-scale" d="M0,4H100" />
      {low !== null && high !== null && (
        <path className="whisker-interval" d={`M${at(low)},4H${at(high)}`} />
      )}
      <path className="whisker-mean" d={`M${at(mean)},0V8`} />
    </svg>
  );
}
