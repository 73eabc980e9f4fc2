import type { Command } from "../../../core/map/command.ts";
import type { Episode, Journey } from "../../../core/map/journey.ts";
import { placeOfTouchpoint } from "../../../core/map/place-of.ts";
import { moveEpisodeTo, moveTouchpointTo } from "../../../core/map/plan/move-to.ts";
import type { NewId } from "../../../core/map/plan/plan.ts";

/** A new touchpoint behind another one, or at the end of an episode. */
export function addTouchpoint(
  episode: Episode,
  after: string | null,
  title: string,
  newId: NewId,
): { readonly command: Command; readonly id: string } {
  const id = newId("tp");
  return {
    id,
    command: { do: "add", to: episode.id, list: "touchpoints", after, element: { id, title } },
  };
}

/** A new episode behind another, with the touchpoint that it begins with. */
export function addEpisode(
  journey: Journey,
  after: string,
  titles: { readonly episode: string; readonly touchpoint: string },
  newId: NewId,
): { readonly command: Command; readonly id: string; readonly touchpoint: string } {
  const id = newId("ep");
  const touchpoint = newId("tp");
  const touchpoints = [{ id: touchpoint, title: titles.touchpoint }];
  const element = { id, title: titles.episode, touchpoints };
  return {
    id,
    touchpoint,
    command: { do: "add", to: journey.id, list: "episodes", after, element },
  };
}

/** One step to the left or right; over the edge of an episode into the next. Null where there is no way. */
export function moveTouchpoint(journey: Journey, id: string, by: -1 | 1): Command | null {
  const place = placeOfTouchpoint(journey, id);
  if (!place) return null;
  const { episode, at } = place;
  const list = episode.touchpoints;
  if (!list[at + by]) return moveToEpisode(journey, id, by);
  const after = by === 1 ? list[at + 1]?.id : list[at - 2]?.id;
  return moveTouchpointTo(journey, id, { episode: episode.id, after: after ?? null });
}

/** To the near end of the episode before or after. */
export function moveToEpisode(journey: Journey, id: string, by: -1 | 1): Command | null {
  const place = placeOfTouchpoint(journey, id);
  const to = place && journey.episodes[place.row + by];
  if (!to) return null;
  const after = by === 1 ? null : (to.touchpoints.at(-1)?.id ?? null);
  return moveTouchpointTo(journey, id, { episode: to.id, after });
}

/** An episode one place to the left or right. */
export function moveEpisode(journey: Journey, id: string, by: -1 | 1): Command | null {
  const list = journey.episodes;
  const at = list.findIndex((one) => one.id === id);
  if (at === -1 || !list[at + by]) return null;
  const after = by === 1 ? list[at + 1]?.id : list[at - 2]?.id;
  return moveEpisodeTo(journey, id, after ?? null);
}
