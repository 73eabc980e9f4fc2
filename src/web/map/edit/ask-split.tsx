import { useId, useState } from "react";
import { useText } from "../../language/text.ts";
import { Ask } from "./ask.tsx";
import { useEditing } from "./editing.ts";
import { Choice } from "./inspect/inputs.tsx";
import { placeOfTouchpoint } from "../../../core/map/place-of.ts";
import { useTouchpointDeeds } from "./use-touchpoint-deeds.ts";

type Props = { readonly id: string; readonly onClose: () => void };

/** What the second of two touchpoints is called, where there was one. */
export function AskSplitTouchpoint({ id, onClose }: Props) {
  const t = useText().map.edit.ask;
  const deeds = useTouchpointDeeds();
  const journey = useEditing()?.journey;
  const touchpoint = journey && placeOfTouchpoint(journey, id)?.touchpoint;
  const [title, setTitle] = useState(touchpoint?.title ?? "");
  if (!touchpoint) return null;
  return (
    <Ask
      title={t.splitTitle(touchpoint.title)}
      submit={t.split}
      impossible={title.trim() === ""}
      onSubmit={() => deeds.split(id, title.trim())}
      onClose={onClose}
    >
      <p className="ask-note">{t.splitNote}</p>
      <Title label={t.secondTitle} value={title} onChange={setTitle} />
    </Ask>
  );
}

/** With which touchpoint a second episode begins, and what it is called. */
export function AskSplitEpisode({ id, from, onClose }: Props & { readonly from?: string }) {
  const t = useText().map.edit.ask;
  const deeds = useTouchpointDeeds();
  const episode = useEditing()?.journey.episodes.find((one) => one.id === id);
  const cuts = episode?.touchpoints.slice(1) ?? [];
  const [begin, setBegin] = useState(from ?? cuts[Math.floor(cuts.length / 2)]?.id ?? "");
  const [title, setTitle] = useState("");
  if (!episode) return null;
  return (
    <Ask
      title={t.splitTitle(episode.title)}
      submit={t.split}
      impossible={title.trim() === "" || begin === ""}
      onSubmit={() => deeds.splitEpisode(begin, title.trim())}
      onClose={onClose}
    >
      {cuts.length === 0 ? (
        <p className="ask-note">{t.oneTouchpoint}</p>
      ) : (
        <>
          <Choice
            label={t.beginsWith}
            value={begin}
            options={cuts.map((one) => ({ key: one.id, label: one.title }))}
            onChange={(key) => setBegin(key ?? "")}
          />
          <Title label={t.episodeTitle} value={title} onChange={setTitle} />
          <p className="ask-note">{t.splitEpisodeNote(episode.title)}</p>
        </>
      )}
    </Ask>
  );
}

type Field = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

function Title({ label, value, onChange }: Field) {
  const id = useId();
  return (
    <div className="ask-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        maxLength={160}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
