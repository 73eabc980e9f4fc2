import { duplicate } from "../../../core/map/plan/duplicate.ts";
import type { Command } from "../../../core/map/command.ts";
import type { Binding } from "../../../core/map/journey.ts";
import { foldEpisode, foldTouchpoint } from "../../../core/map/plan/fold.ts";
import { placeOfTouchpoint } from "../../../core/map/place-of.ts";
import { removeTouchpoints } from "../../../core/map/plan/remove-touchpoints.ts";
import { moveEpisodeTo, moveTouchpointTo } from "../../../core/map/plan/move-to.ts";
import type { Spot } from "../../../core/map/plan/move-to.ts";
import { splitEpisode, splitTouchpoint } from "../../../core/map/plan/split.ts";
import { useText } from "../../language/text.ts";
import { set, useEditing } from "./editing.ts";
import { plain } from "./inspect/field.tsx";
import { useNotice } from "./notice.tsx";
import {
  addEpisode,
  addTouchpoint,
  moveEpisode,
  moveToEpisode,
  moveTouchpoint,
} from "./structure.ts";

/** What can be done with a touchpoint or an episode as a whole; each says whether it was done. */
export function useTouchpointDeeds() {
  const t = useText().map.edit;
  const editing = useEditing();
  const notice = useNotice();

  function deed(command: Command | null | undefined, said: string): boolean {
    if (!editing?.allowed) return false;
    if (command) return editing.edit(command, said);
    editing.announce(t.noWay);
    return false;
  }

  /** Something goes by it: the way back stands ready for a while. */
  function loss(command: Command | null | undefined, said: string): boolean {
    const done = deed(command, said);
    if (done) notice({ text: said, undo: said });
    return done;
  }

  function titleOf(id: string): string {
    return (editing && placeOfTouchpoint(editing.journey, id)?.touchpoint.title) ?? "";
  }

  function episodeTitle(id: string): string {
    return editing?.journey.episodes.find((one) => one.id === id)?.title ?? "";
  }

  /** A touchpoint that was the last of its episode takes that along. */
  function moving(id: string, command: Command | null): boolean {
    const episode = editing && placeOfTouchpoint(editing.journey, id)?.episode;
    const dissolves = command?.do === "all" && episode;
    return dissolves
      ? loss(command, t.movedLast(titleOf(id), episode.title))
      : deed(command, t.moved(titleOf(id)));
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
      return deed(copy?.command, t.duplicated(titleOf(id) || episodeTitle(id)));
    },
    split(id: string, title: string): boolean {
      const made = editing && splitTouchpoint(editing.journey, id, title, editing.newId);
      return deed(made?.command, t.wasSplit(titleOf(id)));
    },
    splitEpisode(from: string, title: string): boolean {
      const made = editing && splitEpisode(editing.journey, from, title, editing.newId);
      const before = editing && placeOfTouchpoint(editing.journey, from)?.episode.title;
      return deed(made?.command, t.wasSplit(before ?? ""));
    },
    merge(kind: "touchpoint" | "episode", into: string, from: string): boolean {
      if (!editing) return false;
      const [fold, name] =
        kind === "episode" ? [foldEpisode, episodeTitle] : [foldTouchpoint, titleOf];
      return loss(fold(editing.journey, into, from), t.merged(name(from), name(into)));
    },
    move(id: string, by: -1 | 1): boolean {
      return moving(id, editing && moveTouchpoint(editing.journey, id, by));
    },
    moveOver(id: string, by: -1 | 1): boolean {
      return moving(id, editing && moveToEpisode(editing.journey, id, by));
    },
    moveTo(id: string, spot: Spot): boolean {
      return moving(id, editing && moveTouchpointTo(editing.journey, id, spot));
    },
    remove(id: string): boolean {
      return loss(editing && removeTouchpoints(editing.journey, [id]), t.removed(titleOf(id)));
    },
    moveEpisode(id: string, by: -1 | 1): boolean {
      return deed(editing && moveEpisode(editing.journey, id, by), t.moved(episodeTitle(id)));
    },
    moveEpisodeTo(id: string, after: string | null): boolean {
      return deed(editing && moveEpisodeTo(editing.journey, id, after), t.moved(episodeTitle(id)));
    },
    /** From now on these events are this touchpoint. */
    bind(id: string, rule: Binding, name: string): boolean {
      const events = editing && placeOfTouchpoint(editing.journey, id)?.touchpoint.events;
      const command = set(id, "events", plain(events ?? null), plain([...(events ?? []), rule]));
      return deed(command, t.bound(name, titleOf(id)));
    },
    removeEpisode(id: string): boolean {
      return loss({ do: "remove", at: id }, t.removed(episodeTitle(id)));
    },
    renameEpisode(id: string, from: string, to: string): boolean {
      return deed({ do: "set", at: id, field: "title", from, to }, t.renamed(to));
    },
  };
}
