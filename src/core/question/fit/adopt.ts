import type { Command } from "../../map/command.ts";
import { Channel, type Journey } from "../../map/journey.ts";
import { placeOfTouchpoint } from "../../map/place-of.ts";
import type { NewId } from "../../map/plan/plan.ts";
import { removeTouchpoints } from "../../map/plan/remove-touchpoints.ts";
import type { FitTouchpoint, Undrawn } from "./fit.ts";

/** What the map can take over from what customers do. */
export type Adoption =
  /** A touchpoint of the data is drawn behind the one that it mostly comes after. */
  | { readonly do: "draw"; readonly undrawn: Undrawn }
  /** It may be gone past; it may come again; its episode has no order. */
  | { readonly do: "optional" | "repeats" | "anyOrder"; readonly id: string }
  /** It goes from the map. */
  | { readonly do: "remove"; readonly id: string };

/** From this share of the journeys on, with certainty, a deviation is a habit and no exception. */
const NOTABLE = 0.05;

const ways = [
  ["skipped", "optional"],
  ["repeated", "repeats"],
  ["otherOrder", "anyOrder"],
] as const;

/** What of a drawn touchpoint is worth taking over: that of which the lower end of the interval is notable. */
export function adoptions(journey: Journey, touchpoint: FitTouchpoint): Adoption[] {
  const { id } = touchpoint;
  const place = placeOfTouchpoint(journey, id);
  if (!place) return [];
  return ways.flatMap(([deviation, way]): Adoption[] => {
    const said = way === "anyOrder" ? place.episode.anyOrder : place.touchpoint[way];
    // An episode of one touchpoint has no order to set free.
    if (said || (way === "anyOrder" && place.episode.touchpoints.length === 1)) return [];
    return (touchpoint[deviation].low ?? 0) >= NOTABLE ? [{ do: way, id }] : [];
  });
}

/** The change of the map by which it says what the data shows; null where the part is gone by now. */
export function adopt(journey: Journey, adoption: Adoption, newId: NewId): Command | null {
  if (adoption.do === "draw") return drawn(journey, adoption.undrawn, newId);
  const place = placeOfTouchpoint(journey, adoption.id);
  if (!place) return null;
  const { episode, touchpoint } = place;
  switch (adoption.do) {
    case "remove":
      // The last touchpoint of a map stays.
      if (journey.episodes.length === 1 && episode.touchpoints.length === 1) return null;
      return removeTouchpoints(journey, [touchpoint.id]);
    case "anyOrder":
      return {
        do: "set",
        at: episode.id,
        field: "anyOrder",
        from: episode.anyOrder ?? null,
        to: true,
      };
    case "optional":
    case "repeats":
      return {
        do: "set",
        at: touchpoint.id,
        field: adoption.do,
        from: touchpoint[adoption.do] ?? null,
        to: true,
      };
  }
}

function drawn(journey: Journey, { touchpoint, after }: Undrawn, newId: NewId): Command | null {
  const place = after === null ? null : placeOfTouchpoint(journey, after);
  // Where the one that it comes after is gone by now, it stands at the end.
  const lost = after !== null && place === null;
  const episode = place?.episode ?? journey.episodes.at(lost ? -1 : 0);
  if (!episode) return null;
  const { event, channel } = touchpoint;
  const drawnAs = Channel.safeParse(channel).data;
  return {
    do: "add",
    to: episode.id,
    list: "touchpoints",
    after: lost ? (episode.touchpoints.at(-1)?.id ?? null) : after,
    element: {
      id: newId("tp"),
      title: event.slice(0, 160),
      ...(drawnAs && { channel: drawnAs }),
      events: [{ event, ...(channel !== "" && { channel }) }],
    },
  };
}
