import type { Journey } from "../../../core/map/journey.ts";

/** Where on the map a note stands. */
export type NotePlace = {
  /** Titles, as the map has them. The touchpoint's is null on an episode. */
  readonly touchpoint: string | null;
  readonly episode: string;
};

/** The part of the map under an id; null when it is not there, or is neither episode nor touchpoint. */
export function placeOf({ episodes }: Journey, element: string | null): NotePlace | null {
  for (const { id, title, touchpoints } of episodes) {
    if (id === element) return { touchpoint: null, episode: title };
    const found = touchpoints.find((touchpoint) => touchpoint.id === element);
    if (found) return { touchpoint: found.title, episode: title };
  }
  return null;
}
