import type { Emotion } from "./claim.ts";
import type { Touchpoint } from "./journey.ts";

/**
 * The feeling that a map claims for a touchpoint: that of customers in general; where it only claims
 * any for a persona, the first of those. Null where it claims none.
 */
export function claimedFeeling({ emotions }: Pick<Touchpoint, "emotions">): Emotion | null {
  return emotions?.find(({ persona }) => persona === undefined) ?? emotions?.[0] ?? null;
}

/** What the map claims of one persona at a touchpoint; of customers in general when that is null. */
export function claimOf(
  { emotions }: Pick<Touchpoint, "emotions">,
  persona: string | null,
): Emotion | null {
  return emotions?.find((one) => (one.persona ?? null) === persona) ?? null;
}
