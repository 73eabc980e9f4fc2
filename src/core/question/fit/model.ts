import type { Bound } from "../../map/binding.ts";
import type { Journey } from "../../map/journey.ts";

/** A drawn touchpoint that events can show, as the map lets customers pass it. */
export type Stop = {
  /** Its place among all touchpoints of the map, from 1. */
  readonly place: number;
  readonly id: string;
  /** Journeys may go without it. */
  readonly optional: boolean;
  /** Journeys may pass it several times in a row. */
  readonly repeats: boolean;
};

/** Stops that come before those of the next group, in any order among themselves. */
export type Group = readonly Stop[];

/**
 * What a map says of the order of events: groups one after the other, mostly of one touchpoint. An
 * episode whose touchpoints come in any order is one group. Touchpoints that no event stands for
 * cannot be seen and are left out.
 */
export function modelOf(journey: Journey, bound: readonly Bound[]): Group[] {
  const seen = new Map(bound.map(({ id, codes }, nth) => [id, { place: nth + 1, codes }]));
  return journey.episodes.flatMap(({ touchpoints, anyOrder }): Group[] => {
    const stops = touchpoints.flatMap(({ id, optional, repeats }): Stop[] => {
      const found = seen.get(id);
      if (!found || found.codes.length === 0) return [];
      const { place } = found;
      return [{ place, id, optional: optional === true, repeats: repeats === true }];
    });
    if (stops.length === 0) return [];
    return anyOrder === true ? [stops] : stops.map((stop) => [stop]);
  });
}

/** Steps of the shortest way through the map. */
export function shortest(model: readonly Group[]): number {
  return model.flat().filter(({ optional }) => !optional).length;
}
