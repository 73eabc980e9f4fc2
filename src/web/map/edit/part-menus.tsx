import { useState } from "react";
import { useText } from "../../language/text.ts";
import { PartMenu } from "./part-menu.tsx";
import { useTouchpointDeeds } from "./use-touchpoint-deeds.ts";

type Props = { readonly id: string; readonly title: string };

/** What can be done with a touchpoint. */
export function TouchpointMenu({ id, title, onOpen }: Props & { readonly onOpen: () => void }) {
  const t = useText().map.edit;
  const deeds = useTouchpointDeeds();
  return (
    <PartMenu
      label={t.menuOf(title)}
      deeds={[
        { key: "open", words: t.open, does: onOpen },
        { key: "after", words: t.after, does: () => deeds.add(id) },
        { key: "copy", words: t.copy, does: () => deeds.duplicate(id) },
        { key: "left", words: t.left, does: () => deeds.move(id, -1) },
        { key: "right", words: t.right, does: () => deeds.move(id, 1) },
        { key: "before", words: t.before, does: () => deeds.moveOver(id, -1) },
        { key: "beyond", words: t.beyond, does: () => deeds.moveOver(id, 1) },
        { key: "remove", words: t.remove, does: () => deeds.remove(id) },
      ]}
    />
  );
}

/** The name of an episode to be typed, and what can be done with it. */
export function EpisodeMenu({ id, title }: Props) {
  const t = useText().map.edit;
  const deeds = useTouchpointDeeds();
  const [naming, setNaming] = useState<string | null>(null);
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
    <PartMenu
      label={t.menuOf(title)}
      deeds={[
        { key: "name", words: t.episodeName, does: () => setNaming(title) },
        { key: "left", words: t.left, does: () => deeds.moveEpisode(id, -1) },
        { key: "right", words: t.right, does: () => deeds.moveEpisode(id, 1) },
        { key: "remove", words: t.removeEpisode, does: () => deeds.removeEpisode(id) },
      ]}
    />
  );
}
