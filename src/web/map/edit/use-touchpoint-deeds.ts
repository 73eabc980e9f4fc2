import { duplicate } from "../../../core/map/plan/duplicate.ts";
import type { Command } from "../../../core/map/command.ts";
import { useText } from "../../language/text.ts";
import { useEditing } from "./editing.ts";
import {
  addEpisode,
  addTouchpoint,
  moveEpisode,
  moveToEpisode,
  moveTouchpoint,
  placeOfTouchpoint,
  removeTouchpoint,
} from "./structure.ts";

/** What can be done with a touchpoint as a whole; each says whether it was done. */
export function useTouchpointDeeds() {
  const t = useText().map.edit;
  const editing = useEditing();

  function deed(command: Command | null | undefined, said: string): boolean {
    if (!editing?.allowed) return false;
    if (command) return editing.edit(command, said);
    editing.announce(t.noWay);
    return false;
  }

  function titleOf(id: string): string {
    return (editing && placeOfTouchpoint(editing.journey, id)?.touchpoint.title) ?? "";
  }

  return {
    add(after: string): boolean {
      const place = editing && placeOfTouchpoint(editing.journey, after);
      if (!place) return false;
      const { command } = addTouchpoint(place.episode, after, t.newTouchpoint, editing.newId);
      return deed(command, t.added);
    },
    addAtEnd(): boolean {
      const episode = editing?.journey.episodes.at(-1);
      if (!editing || !episode) return false;
      const after = episode.touchpoints.at(-1)?.id ?? null;
      return deed(addTouchpoint(episode, after, t.newTouchpoint, editing.newId).command, t.added);
    },
    addEpisode(after: string | null): boolean {
      if (!editing) return false;
      const { journey, newId } = editing;
      const episode =
        (after === null ? null : placeOfTouchpoint(journey, after)?.episode) ??
        journey.episodes.at(-1);
      const titles = { episode: t.newEpisode, touchpoint: t.newTouchpoint };
      return episode
        ? deed(addEpisode(journey, episode.id, titles, newId).command, t.episodeAdded)
        : false;
    },
    duplicate(id: string): boolean {
      const copy = editing && duplicate(editing.journey, id, editing.newId);
      return deed(copy?.command, t.duplicated(titleOf(id)));
    },
    move(id: string, by: -1 | 1): boolean {
      return deed(editing && moveTouchpoint(editing.journey, id, by), t.moved(titleOf(id)));
    },
    moveOver(id: string, by: -1 | 1): boolean {
      return deed(editing && moveToEpisode(editing.journey, id, by), t.moved(titleOf(id)));
    },
    remove(id: string): boolean {
      return deed(editing && removeTouchpoint(editing.journey, id), t.removed(titleOf(id)));
    },
    moveEpisode(id: string, by: -1 | 1): boolean {
      const title = editing?.journey.episodes.find((one) => one.id === id)?.title ?? "";
      return deed(editing && moveEpisode(editing.journey, id, by), t.moved(title));
    },
    removeEpisode(id: string): boolean {
      const title = editing?.journey.episodes.find((one) => one.id === id)?.title ?? "";
      return deed({ do: "remove", at: id }, t.removed(title));
    },
    renameEpisode(id: string, from: string, to: string): boolean {
      return deed({ do: "set", at: id, field: "title", from, to }, t.renamed(to));
    },
  };
}
