import type { Journey } from "../../../core/map/journey.ts";
import { useLanguage } from "../../language/language.ts";
import { talkText } from "./text.ts";

type Props = {
  readonly journey: Journey;
  readonly value: string;
  readonly onChange: (element: string) => void;
};

/** What a new comment is about: the whole map, an episode or a touchpoint. */
export function AboutChoice({ journey, value, onChange }: Props) {
  const t = talkText[useLanguage()];
  return (
    <label>
      <span className="field-label">{t.about}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value={journey.id}>{t.wholeMap}</option>
        {journey.episodes.map(({ id, title, touchpoints }) => (
          <optgroup key={id} label={title}>
            <option value={id}>{t.episodeItself(title)}</option>
            {touchpoints.map((each) => (
              <option key={each.id} value={each.id}>
                {each.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
