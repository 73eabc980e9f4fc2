import { useId, useState } from "react";
import { bare } from "../../core/map/exchange/words.ts";
import type { Journey } from "../../core/map/journey.ts";
import { useFormat } from "../language/format.ts";
import { useLanguage } from "../language/language.ts";
import { fieldText } from "./text.ts";

type Props = {
  readonly journey: Pick<Journey, "episodes">;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
};

/** The moments of a map by episode, to choose from; typing finds them by what they are called. */
export function Moments({ journey, chosen, onChange }: Props) {
  const t = fieldText[useLanguage()];
  const f = useFormat();
  const id = useId();
  const [typed, setTyped] = useState("");
  const asked = bare(typed);
  const fits = (title: string) => asked === "" || bare(title).includes(asked);
  const shown = journey.episodes
    .map(({ touchpoints, ...episode }) => ({
      ...episode,
      touchpoints: fits(episode.title)
        ? touchpoints
        : touchpoints.filter(({ title }) => fits(title)),
    }))
    .filter(({ touchpoints }) => touchpoints.length > 0);
  const toggle = (moment: string) =>
    onChange(
      chosen.includes(moment) ? chosen.filter((each) => each !== moment) : [...chosen, moment],
    );
  return (
    <fieldset className="note-moments">
      <legend className="field-label">
        {t.which}
        {chosen.length > 0 && <b>{` · ${t.chosen(f.number(chosen.length))}`}</b>}
      </legend>
      <input
        type="search"
        value={typed}
        placeholder={t.find}
        aria-label={t.find}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={(event) => {
          // Enter in a search field would send the form around it.
          if (event.key === "Enter") event.preventDefault();
        }}
      />
      <div className="moments-list">
        {shown.length === 0 && <p className="quiet">{t.noMoments}</p>}
        {shown.map((episode) => (
          <div key={episode.id} role="group" aria-labelledby={`${id}-${episode.id}`}>
            <p id={`${id}-${episode.id}`} className="moments-episode">
              {episode.title}
            </p>
            {episode.touchpoints.map((touchpoint) => (
              <label key={touchpoint.id} data-chosen={chosen.includes(touchpoint.id) || undefined}>
                <input
                  type="checkbox"
                  checked={chosen.includes(touchpoint.id)}
                  onChange={() => toggle(touchpoint.id)}
                />
                <span>{touchpoint.title}</span>
              </label>
            ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
