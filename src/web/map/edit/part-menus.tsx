import { useState } from "react";
import { useText } from "../../language/text.ts";
import { AskMerge } from "./ask-merge.tsx";
import { AskMoveEpisode, AskMoveTouchpoint } from "./ask-move.tsx";
import { AskSplitEpisode, AskSplitTouchpoint } from "./ask-split.tsx";
import { Grip } from "./drag/grip.tsx";
import { useEditing } from "./editing.ts";
import { PartMenu } from "./part-menu.tsx";
import { placeOfTouchpoint } from "../../../core/map/place-of.ts";
import { useTouchpointDeeds } from "./use-touchpoint-deeds.ts";

type Props = {
  readonly id: string;
  readonly title: string;
  readonly tabbable: boolean;
  /** Where the keyboard goes once something was done. */
  readonly onGo: (touchpoint: string) => void;
};

type Asked = "move" | "split" | "merge" | "begin" | null;

/** The grip and the menu of a touchpoint. */
export function TouchpointMenu(props: Props & { readonly onOpen: () => void }) {
  const { id, title, tabbable, onGo, onOpen } = props;
  const t = useText().map.edit;
  const deeds = useTouchpointDeeds();
  const journey = useEditing()?.journey;
  const [asked, setAsked] = useState<Asked>(null);
  const place = journey && placeOfTouchpoint(journey, id);
  const around = journey?.episodes.flatMap(({ touchpoints }) => touchpoints) ?? [];
  const at = around.findIndex((one) => one.id === id);
  const beside = around[at + 1]?.id ?? around[at - 1]?.id;
  const close = () => {
    setAsked(null);
    onGo(id);
  };
  const then = (done: boolean, go = id) => {
    if (done) onGo(go);
  };
  return (
    <span data-own className="part-menu">
      <Grip
        held={{ kind: "touchpoint", id, title }}
        label={t.grip(title)}
        tabbable={tabbable}
        onPress={() => setAsked("move")}
      />
      <PartMenu
        label={t.menuOf(title)}
        tabbable={tabbable}
        groups={[
          [{ key: "open", words: t.open, does: onOpen }],
          [
            { key: "after", words: t.after, does: () => deeds.add(id) },
            { key: "copy", words: t.copy, does: () => deeds.duplicate(id) },
            { key: "split", words: t.split, does: () => setAsked("split") },
            { key: "merge", words: t.merge, does: () => setAsked("merge") },
            ...(place && place.at > 0
              ? [{ key: "begin", words: t.beginEpisode, does: () => setAsked("begin") }]
              : []),
          ],
          [
            { key: "left", words: t.left, does: () => then(deeds.move(id, -1)) },
            { key: "right", words: t.right, does: () => then(deeds.move(id, 1)) },
            { key: "before", words: t.before, does: () => then(deeds.moveOver(id, -1)) },
            { key: "beyond", words: t.beyond, does: () => then(deeds.moveOver(id, 1)) },
            { key: "move", words: t.moveTo, does: () => setAsked("move") },
          ],
          [{ key: "remove", words: t.remove, does: () => then(deeds.remove(id), beside) }],
        ]}
      />
      {asked === "move" && <AskMoveTouchpoint id={id} onClose={close} />}
      {asked === "split" && <AskSplitTouchpoint id={id} onClose={close} />}
      {asked === "merge" && <AskMerge id={id} kind="touchpoint" onClose={close} />}
      {asked === "begin" && place && (
        <AskSplitEpisode id={place.episode.id} from={id} onClose={close} />
      )}
    </span>
  );
}

/** The name of an episode to be typed, its grip, and what can be done with it. */
export function EpisodeMenu({ id, title, tabbable, onGo }: Props) {
  const t = useText().map.edit;
  const deeds = useTouchpointDeeds();
  const episodes = useEditing()?.journey.episodes ?? [];
  const [naming, setNaming] = useState<string | null>(null);
  const [asked, setAsked] = useState<Asked>(null);
  const at = episodes.findIndex((one) => one.id === id);
  const firstOf = (index: number) => episodes[index]?.touchpoints[0]?.id;
  const own = firstOf(at);
  const then = (done: boolean, go = own) => {
    if (done && go !== undefined) onGo(go);
  };
  const close = () => {
    setAsked(null);
    then(true);
  };
  function done(): void {
    const name = naming?.trim() ?? "";
    if (name !== "" && name !== title) deeds.renameEpisode(id, title, name);
    setNaming(null);
  }
  if (naming !== null) {
    return (
      <input
        className="cell-editor"
        data-own
        // The person asked for this field a moment ago.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        aria-label={t.episodeName}
        value={naming}
        maxLength={160}
        onChange={({ target }) => setNaming(target.value)}
        onBlur={done}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Enter") done();
          if (event.key === "Escape") setNaming(null);
        }}
      />
    );
  }
  return (
    <span data-own className="part-menu">
      <Grip
        held={{ kind: "episode", id, title }}
        label={t.grip(title)}
        tabbable={tabbable}
        onPress={() => setAsked("move")}
      />
      <PartMenu
        label={t.menuOf(title)}
        tabbable={tabbable}
        groups={[
          [{ key: "name", words: t.episodeName, does: () => setNaming(title) }],
          [
            { key: "copy", words: t.copy, does: () => then(deeds.duplicate(id)) },
            { key: "split", words: t.split, does: () => setAsked("split") },
            { key: "merge", words: t.merge, does: () => setAsked("merge") },
          ],
          [
            { key: "left", words: t.left, does: () => then(deeds.moveEpisode(id, -1)) },
            { key: "right", words: t.right, does: () => then(deeds.moveEpisode(id, 1)) },
            { key: "move", words: t.moveTo, does: () => setAsked("move") },
          ],
          [
            {
              key: "remove",
              words: t.removeEpisode,
              does: () => then(deeds.removeEpisode(id), firstOf(at + 1) ?? firstOf(at - 1)),
            },
          ],
        ]}
      />
      {asked === "move" && <AskMoveEpisode id={id} onClose={close} />}
      {asked === "split" && <AskSplitEpisode id={id} onClose={close} />}
      {asked === "merge" && <AskMerge id={id} kind="episode" onClose={close} />}
    </span>
  );
}
