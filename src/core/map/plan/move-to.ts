import type { Command, Single } from "../command.ts";
import { listsOf } from "../elements.ts";
import type { Episode, Journey } from "../journey.ts";
import { moveItems, together } from "./plan.ts";

/** A place for a touchpoint: in an episode, behind one of its touchpoints, or first. */
export type Spot = { readonly episode: string; readonly after: string | null };

/**
 * Takes a touchpoint to a spot. An episode that it leaves empty goes; the pains, opportunities and
 * goals of that one come along. Null when it stands there already, or when it or the spot is gone.
 */
export function moveTouchpointTo(
  journey: Journey,
  id: string,
  { episode, after }: Spot,
): Command | null {
  const from = journey.episodes.find((one) => one.touchpoints.some((each) => each.id === id));
  const to = journey.episodes.find((one) => one.id === episode);
  if (!from || !to || after === id) return null;
  if (after !== null && !to.touchpoints.some((one) => one.id === after)) return null;
  const at = from.touchpoints.findIndex((one) => one.id === id);
  if (from === to && (from.touchpoints[at - 1]?.id ?? null) === after) return null;
  const emptied = from !== to && from.touchpoints.length === 1;
  return together([
    { do: "move", at: id, to: episode, after },
    ...(emptied ? dissolved(from, to) : []),
  ]);
}

function dissolved(episode: Episode, into: Episode): Single[] {
  const lists = listsOf("episode").filter(([list]) => list !== "touchpoints");
  const along = lists.flatMap(([list]) => moveItems(episode, list, into));
  return [...along, { do: "remove", at: episode.id }];
}

/** Takes an episode behind another, or to the front. Null when it stands there already. */
export function moveEpisodeTo(journey: Journey, id: string, after: string | null): Command | null {
  const { episodes } = journey;
  const at = episodes.findIndex((one) => one.id === id);
  const known = after === null || episodes.some((one) => one.id === after);
  if (at === -1 || after === id || !known) return null;
  if ((episodes[at - 1]?.id ?? null) === after) return null;
  return { do: "move", at: id, to: journey.id, after };
}
