import { claimOf } from "../claimed-feeling.ts";
import type { Single } from "../command.ts";
import type { Touchpoint } from "../journey.ts";
import type { NewId } from "./plan.ts";

/**
 * Gives a persona, or customers in general, a feeling on −1 … +1 at a touchpoint: an assumption, as
 * long as nothing better is known. A value of null takes the claim away. Null: nothing changes.
 */
export function feel(
  touchpoint: Pick<Touchpoint, "id" | "emotions">,
  persona: string | null,
  value: number | null,
  newId: NewId,
): Single | null {
  const claim = claimOf(touchpoint, persona);
  if (value === null) return claim && { do: "remove", at: claim.id };
  const to = Math.round(Math.max(-1, Math.min(1, value)) * 100) / 100;
  if (claim)
    return claim.value === to
      ? null
      : { do: "set", at: claim.id, field: "value", from: claim.value, to };
  const element = {
    id: newId("em"),
    value: to,
    ...(persona !== null && { persona }),
    evidence: { kind: "assumed" },
  };
  const after = touchpoint.emotions?.at(-1)?.id ?? null;
  return { do: "add", to: touchpoint.id, list: "emotions", after, element };
}
