import { useId, useState } from "react";
import { fieldName, kindNames } from "../../../core/map/change-words.ts";
import type { Kind } from "../../../core/map/elements.ts";
import { foldEpisode, foldTouchpoint } from "../../../core/map/plan/fold.ts";
import { foldSummary } from "../../../core/map/plan/fold-summary.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { Ask } from "./ask.tsx";
import { useEditing } from "./editing.ts";
import { useTouchpointDeeds } from "./use-touchpoint-deeds.ts";

type Part = { readonly id: string; readonly title: string };
type Props = {
  readonly id: string;
  readonly kind: "touchpoint" | "episode";
  readonly onClose: () => void;
};

/** With which neighbour a touchpoint or episode is made one, and what becomes of what both say. */
export function AskMerge({ id, kind, onClose }: Props) {
  const t = useText().map.edit.ask;
  const deeds = useTouchpointDeeds();
  const journey = useEditing()?.journey;
  const parts: readonly Part[] =
    kind === "episode"
      ? (journey?.episodes ?? [])
      : (journey?.episodes.flatMap(({ touchpoints }) => touchpoints) ?? []);
  const at = parts.findIndex((one) => one.id === id);
  const [before, own, after] = [parts[at - 1], parts[at], parts[at + 1]];
  const [chosen, setChosen] = useState<"before" | "after">(after ? "after" : "before");
  const name = useId();
  if (!journey || !own) return null;
  const ways = [
    { key: "before", part: before },
    { key: "after", part: after },
  ] as const;
  const [into, gone] = chosen === "after" ? [own, after] : [before, own];
  return (
    <Ask
      title={t.mergeTitle(own.title)}
      submit={t.merge}
      impossible={!into || !gone}
      onSubmit={() => into && gone && deeds.merge(kind, into.id, gone.id)}
      onClose={onClose}
    >
      <fieldset className="ask-choice">
        <legend>{t.mergeWith}</legend>
        {ways.map(
          ({ key, part }) =>
            part && (
              <label key={key}>
                <input
                  type="radio"
                  name={name}
                  checked={chosen === key}
                  onChange={() => setChosen(key)}
                />
                {t.merging[key](part.title)}
              </label>
            ),
        )}
      </fieldset>
      {into && gone ? (
        <WhatHappens kind={kind} into={into} gone={gone} />
      ) : (
        <p className="ask-note">{t.nothingBeside}</p>
      )}
    </Ask>
  );
}

type Happens = { readonly kind: Kind; readonly into: Part; readonly gone: Part };

function WhatHappens({ kind, into, gone }: Happens) {
  const t = useText().map.edit.ask;
  const f = useFormat();
  const language = useLanguage();
  const journey = useEditing()?.journey;
  const fold = kind === "episode" ? foldEpisode : foldTouchpoint;
  const command = journey && fold(journey, into.id, gone.id);
  if (!journey || !command) return null;
  const { along, joined, dropped } = foldSummary(journey, into.id, gone.id, command);
  const field = (name: string) => {
    const lane = journey.lanes?.find(({ id }) => name === `cells.${id}`);
    return fieldName(kind, name, lane?.title ?? null, language);
  };
  return (
    <div className="ask-what" role="status">
      <p className="ask-note">{t.goesInto(gone.title, into.title)}</p>
      {along.length > 0 && (
        <p className="ask-note">
          {t.along(
            along.map(([one, count]) => t.counted(kindNames[one][language], f.number(count))),
          )}
        </p>
      )}
      {joined.length > 0 && <p className="ask-note">{t.joined(joined.map(field))}</p>}
      {dropped.length > 0 && (
        <p className="ask-note">
          {t.dropped(
            into.title,
            dropped.map((one) => field(one.field)),
          )}
        </p>
      )}
    </div>
  );
}
