import type { Command } from "../../command.ts";
import type { Journey, Touchpoint } from "../../journey.ts";
import { opening } from "../../template/new-journey.ts";
import { freeId } from "../parts.ts";

/** A touchpoint at the beginning or the end of the journey, in a stage of the relation, still to be named. */
export function touchpointAt(
  journey: Journey,
  end: "first" | "last",
  stage: NonNullable<Touchpoint["stage"]>,
): Command {
  const episode = journey.episodes.at(end === "first" ? 0 : -1);
  return {
    do: "add",
    to: episode?.id ?? "",
    list: "touchpoints",
    after: end === "first" ? null : (episode?.touchpoints.at(-1)?.id ?? null),
    element: {
      id: freeId(journey, "tp", stage),
      title: opening[journey.language ?? "en"],
      stage,
    },
  };
}
