import { useState } from "react";
import { useText } from "../../language/text.ts";
import { Ask } from "./ask.tsx";
import { useEditing } from "./editing.ts";
import { Choice } from "./inspect/inputs.tsx";
import { placeOfTouchpoint } from "../../../core/map/place-of.ts";
import { useTouchpointDeeds } from "./use-touchpoint-deeds.ts";

type Props = { readonly id: string; readonly onClose: () => void };

/** In front of all others. */
const FIRST = "";

/** Where a touchpoint is to go: the same as dragging it there. */
export function AskMoveTouchpoint({ id, onClose }: Props) {
  const t = useText().map.edit.ask;
  const deeds = useTouchpointDeeds();
  const journey = useEditing()?.journey;
  const from = journey && placeOfTouchpoint(journey, id);
  const [episode, setEpisode] = useState(from?.episode.id ?? "");
  const [after, setAfter] = useState(from?.episode.touchpoints[from.at - 1]?.id ?? FIRST);
  if (!journey || !from) return null;
  const to = journey.episodes.find((one) => one.id === episode);
  const others = to?.touchpoints.filter((one) => one.id !== id) ?? [];
  return (
    <Ask
      title={t.moveTitle(from.touchpoint.title)}
      submit={t.move}
      onSubmit={() => deeds.moveTo(id, { episode, after: after === FIRST ? null : after })}
      onClose={onClose}
    >
      <Choice
        label={t.toEpisode}
        value={episode}
        options={journey.episodes.map((one) => ({ key: one.id, label: one.title }))}
        onChange={(key) => {
          const list = journey.episodes.find((one) => one.id === key)?.touchpoints ?? [];
          setEpisode(key ?? "");
          setAfter(list.findLast((one) => one.id !== id)?.id ?? FIRST);
        }}
      />
      <Choice
        label={t.toPlace}
        value={after}
        options={[
          { key: FIRST, label: t.first },
          ...others.map((one) => ({ key: one.id, label: t.afterPart(one.title) })),
        ]}
        onChange={(key) => setAfter(key ?? FIRST)}
      />
    </Ask>
  );
}

/** Where an episode is to go. */
export function AskMoveEpisode({ id, onClose }: Props) {
  const t = useText().map.edit.ask;
  const deeds = useTouchpointDeeds();
  const episodes = useEditing()?.journey.episodes ?? [];
  const at = episodes.findIndex((one) => one.id === id);
  const [after, setAfter] = useState(episodes[at - 1]?.id ?? FIRST);
  const episode = episodes[at];
  if (!episode) return null;
  return (
    <Ask
      title={t.moveTitle(episode.title)}
      submit={t.move}
      onSubmit={() => deeds.moveEpisodeTo(id, after === FIRST ? null : after)}
      onClose={onClose}
    >
      <Choice
        label={t.toPlace}
        value={after}
        options={[
          { key: FIRST, label: t.first },
          ...episodes
            .filter((one) => one.id !== id)
            .map((one) => ({ key: one.id, label: t.afterPart(one.title) })),
        ]}
        onChange={(key) => setAfter(key ?? FIRST)}
      />
    </Ask>
  );
}
