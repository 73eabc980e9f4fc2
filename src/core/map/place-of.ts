import type { Episode, Journey, Touchpoint } from "./journey.ts";

type Place = {
  readonly episode: Episode;
  readonly touchpoint: Touchpoint;
  /** Of the episode in the journey, and of the touchpoint in the episode. */
  readonly row: number;
  readonly at: number;
};

/** Where a touchpoint stands; null when it is gone. */
export function placeOfTouchpoint(journey: Journey, id: string): Place | null {
  for (const [row, episode] of journey.episodes.entries()) {
    const at = episode.touchpoints.findIndex((one) => one.id === id);
    const touchpoint = episode.touchpoints[at];
    if (touchpoint) return { episode, touchpoint, row, at };
  }
  return null;
}
