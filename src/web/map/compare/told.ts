import type { Change } from "../../../core/map/changes.ts";
import type { Journey } from "../../../core/map/journey.ts";

/**
 * Is a change worth telling? Not what follows from being another state of the journey: that it says
 * so, and that nobody signed it yet.
 */
export function told({ kind, field }: Change, above: Journey, journey: Journey): boolean {
  if (above.state === journey.state && above.basedOn === journey.basedOn) return true;
  if (kind === "journey") return field !== "state" && field !== "basedOn";
  return !(kind === "member" && field === "signed");
}

export type Group = "touchpoint" | "feeling" | "pain" | "evidence" | "other";

/** Under which head a change stands in the list. */
export function groupOf({ kind, field }: Change): Group {
  if (kind === "emotion") return "feeling";
  if (field === "evidence") return "evidence";
  if (kind === "pain" || kind === "opportunity") return "pain";
  return kind === "touchpoint" || kind === "episode" ? "touchpoint" : "other";
}
