import type { Command } from "../command.ts";
import type { Journey } from "../journey.ts";
import { together } from "./plan.ts";

/** Takes touchpoints away; an episode of which none is left goes along, but for the last one. */
export function removeTouchpoints(journey: Journey, ids: readonly string[]): Command | null {
  const going = new Set(ids);
  const emptied = journey.episodes.filter(
    ({ touchpoints }) => touchpoints.length > 0 && touchpoints.every(({ id }) => going.has(id)),
  );
  const episodes = new Set(emptied.length === journey.episodes.length ? emptied.slice(1) : emptied);
  return together(
    journey.episodes.flatMap((episode) =>
      episodes.has(episode)
        ? [{ do: "remove", at: episode.id } as const]
        : episode.touchpoints
            .filter(({ id }) => going.has(id))
            .map(({ id }) => ({ do: "remove", at: id }) as const),
    ),
  );
}
