import { useState } from "react";
import { Channel } from "../../../../core/map/journey.ts";
import { useText } from "../../../language/text.ts";
import { Ask } from "../ask.tsx";
import { useEditing } from "../editing.ts";
import { useTouchpointDeeds } from "../use-touchpoint-deeds.ts";
import { Choice } from "./inputs.tsx";
import { ruleOf } from "./tray.ts";
import type { Unclaimed } from "./tray.ts";

type Props = {
  readonly one: Unclaimed;
  readonly onClose: () => void;
  readonly onBound: () => void;
};

/** Not one that is drawn: a new one. */
const NEW = "";

/** Which touchpoint these events are: the same as dragging them there, or a new one. */
export function AskBind({ one, onClose, onBound }: Props) {
  const t = useText().inspect;
  const editing = useEditing();
  const deeds = useTouchpointDeeds();
  const [to, setTo] = useState(NEW);
  const drawn = editing?.journey.episodes.flatMap(({ touchpoints }) => touchpoints) ?? [];

  function draw(): boolean {
    const episode = editing?.journey.episodes.at(-1);
    if (!editing || !episode) return false;
    const channel = Channel.safeParse(one.channel).data;
    const element = {
      id: editing.newId("tp"),
      title: one.event.slice(0, 160),
      ...(channel && { channel }),
      events: [ruleOf(one)],
    };
    const after = episode.touchpoints.at(-1)?.id ?? null;
    return editing.edit(
      { do: "add", to: episode.id, list: "touchpoints", after, element },
      t.drawn(one.label),
    );
  }

  return (
    <Ask
      title={t.bindTitle(one.label)}
      submit={to === NEW ? t.draw : t.bind}
      onSubmit={() => {
        if (to === NEW ? draw() : deeds.bind(to, ruleOf(one), one.label)) onBound();
      }}
      onClose={onClose}
    >
      <Choice
        label={t.bindTo}
        value={to}
        options={[
          { key: NEW, label: t.newTouchpoint },
          ...drawn.map(({ id, title }) => ({ key: id, label: title })),
        ]}
        onChange={(key) => setTo(key ?? NEW)}
      />
    </Ask>
  );
}
