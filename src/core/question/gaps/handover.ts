import type { Bound } from "../../map/binding.ts";
import type { Journey, Touchpoint } from "../../map/journey.ts";
import type { Handover } from "./gap.ts";

/**
 * Between which two departments a gap lies, or else between which two systems; null where the map does
 * not say, or both are one. Who leaves (`to` = 0) never came to the touchpoint that is drawn next.
 */
export function handoverOf(
  journey: Journey,
  bound: readonly Bound[],
  { from, to }: { readonly from: number; readonly to: number },
): Handover | null {
  const drawn = journey.episodes.flatMap(({ touchpoints }) => touchpoints);
  const at = placeOf(drawn, bound, from);
  const then = to === 0 ? nextOf(drawn, bound, at) : placeOf(drawn, bound, to);
  const [here, there] = [drawn[at]?.backstage, drawn[then]?.backstage];
  for (const between of ["unit", "system"] as const) {
    const [one, other] = [here?.[between]?.trim() ?? "", there?.[between]?.trim() ?? ""];
    if (one !== "" && other !== "" && one !== other) return { between, from: one, to: other };
  }
  return null;
}

function placeOf(drawn: readonly Touchpoint[], bound: readonly Bound[], code: number): number {
  const id = bound.find(({ codes }) => codes.includes(code))?.id;
  return id === undefined ? -1 : drawn.findIndex((one) => one.id === id);
}

/** The next touchpoint that events can show and that no journey may leave out. */
function nextOf(drawn: readonly Touchpoint[], bound: readonly Bound[], at: number): number {
  if (at === -1) return -1;
  const shown = new Set(bound.filter(({ codes }) => codes.length > 0).map(({ id }) => id));
  return drawn.findIndex(({ id, optional }, place) => place > at && shown.has(id) && !optional);
}
