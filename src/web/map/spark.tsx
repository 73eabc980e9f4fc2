import type { Feeling } from "../../core/map/sheet/column.ts";

/** A feeling on its whole scale, angry at the left, happy at the right, with its interval. */
export function Spark({ feeling: { kind, value, low, high } }: { readonly feeling: Feeling }) {
  const at = (feeling: number) => 4 + ((feeling + 1) / 2) * 92;
  return (
    <svg className="spark" viewBox="0 0 100 12" width="100" height="12" aria-hidden="true">
      <path className="spark-scale" d="M4,6H96M50,3V9" />
      {low !== null && high !== null && (
        <path className="spark-interval" d={`M${at(low)},6H${at(high)}`} />
      )}
      <circle className="emotion-point" data-kind={kind} cx={at(value)} cy="6" r="3.6" />
    </svg>
  );
}
