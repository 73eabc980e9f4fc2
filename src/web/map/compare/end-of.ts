import type { Rate } from "../../../core/evidence/interval.ts";
import type { Drawn } from "../../../core/map/compare.ts";

/**
 * The share of customers that reaches the last touchpoint. Without events bound to that one nobody can
 * be seen to: then it is not measured, which is something else than none. Null where there are no figures.
 */
export function endOf({ journey, overlay }: Drawn): Rate | "unmeasured" | null {
  if (!overlay || overlay.shown.journeys === 0) return null;
  const last = journey.episodes.flatMap(({ touchpoints }) => touchpoints).at(-1);
  if (!last) return null;
  if ((last.events ?? []).length === 0) return "unmeasured";
  const still = overlay.touchpoints.find(({ id }) => id === last.id)?.still;
  return still && still.share !== null ? still : null;
}
