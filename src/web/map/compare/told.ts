import type { Change } from "../../../core/map/changes.ts";
import type { Journey } from "../../../core/map/journey.ts";

/** What a map says of itself: that two maps differ in it goes without saying. */
const own: readonly (string | null)[] = ["title", "state", "basedOn"];

/** Is a change worth telling? Not what follows from being another map, such as that nobody signed it yet. */
export function told({ kind, field }: Change, above: Journey, journey: Journey): boolean {
  if (above.id === journey.id) return true;
  return kind === "journey" ? !own.includes(field) : kind !== "member" || field !== "signed";
}

export type Group = "touchpoint" | "feeling" | "pain" | "evidence" | "other";

/** Under which head a change stands in the list. */
export function groupOf({ kind, field }: Change): Group {
  if (kind === "emotion") return "feeling";
  if (field === "evidence") return "evidence";
  if (kind === "pain" || kind === "opportunity") return "pain";
  return kind === "touchpoint" || kind === "episode" ? "touchpoint" : "other";
}
