import type { Command } from "../command.ts";
import type { Journey } from "../journey.ts";
import { together, type NewId } from "./plan.ts";

/**
 * Makes two touchpoints of one, where a contact turns out to go through two channels. The new one comes
 * after it, in the same relation and with the same organisation behind it; the ways onward leave from
 * it. The claims stay where they were made. Null when the touchpoint is gone.
 */
export function splitTouchpoint(
  journey: Journey,
  id: string,
  title: string,
  newId: NewId,
): { readonly command: Command; readonly id: string } | null {
  const episode = journey.episodes.find(({ touchpoints }) =>
    touchpoints.some((each) => each.id === id),
  );
  const touchpoint = episode?.touchpoints.find((each) => each.id === id);
  if (!episode || !touchpoint) return null;
  const { ownership, stage, importance, backstage } = touchpoint;
  const element = {
    id: newId("tp"),
    title,
    ...(ownership && { ownership }),
    ...(stage && { stage }),
    ...(importance && { importance }),
    ...(backstage && { backstage }),
  };
  const onward = (journey.transitions ?? []).filter(({ from, to }) => from === id && to !== id);
  const command = together([
    { do: "add", to: episode.id, list: "touchpoints", after: id, element },
    ...onward.map(
      (way) => ({ do: "set", at: way.id, field: "from", from: id, to: element.id }) as const,
    ),
  ]);
  return command && { command, id: element.id };
}

/**
 * Makes two episodes of one: the second begins with this touchpoint. What was said of the episode as a
 * whole stays with the first. Null for the first touchpoint of an episode, where nothing is to be cut.
 */
export function splitEpisode(
  journey: Journey,
  touchpoint: string,
  title: string,
  newId: NewId,
): { readonly command: Command; readonly id: string } | null {
  const episode = journey.episodes.find(({ touchpoints }) =>
    touchpoints.some(({ id }, at) => id === touchpoint && at > 0),
  );
  if (!episode) return null;
  const { touchpoints } = episode;
  const going = touchpoints.slice(touchpoints.findIndex(({ id }) => id === touchpoint));
  const element = { id: newId("ep"), title, touchpoints: [] };
  const command = together([
    { do: "add", to: journey.id, list: "episodes", after: episode.id, element },
    ...going.map(
      ({ id }, at) =>
        ({ do: "move", at: id, to: element.id, after: going[at - 1]?.id ?? null }) as const,
    ),
  ]);
  return command && { command, id: element.id };
}
