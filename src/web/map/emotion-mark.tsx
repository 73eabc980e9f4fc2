import { markOf } from "../../core/map/sheet/emotion-lines.ts";
import type { EvidenceKind } from "../../core/map/sheet/column.ts";

type Props = {
  readonly look: number;
  readonly kind: EvidenceKind;
  /** The lowest point, or the end of the largest drop. */
  readonly marked?: boolean;
  readonly few?: boolean;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
};

/** The mark of a point on a line of feelings: its shape says whose line it is, its filling what it rests on. */
export function EmotionMark({ look, kind, marked, few, x, y, radius }: Props) {
  const outline = markOf(look, x, y, radius);
  const shared = {
    className: "emotion-point",
    "data-kind": kind,
    "data-mark": marked === true || undefined,
    "data-few": few === true || undefined,
  };
  return outline === null ? (
    <circle {...shared} cx={x} cy={y} r={radius} />
  ) : (
    <path {...shared} d={outline} />
  );
}
