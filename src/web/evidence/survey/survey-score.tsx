import { useId } from "react";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { Face } from "../faces.tsx";
import { surveyText } from "./text.ts";

const feelings = [-2, -1, 0, 1, 2] as const;

/** One touchpoint: five faces, and that one does not know. */
export function SurveyScore(props: {
  readonly title: string;
  /** Undefined as long as nothing was chosen. */
  readonly score: number | null | undefined;
  readonly onScore: (score: number | null) => void;
}) {
  const { title, score, onScore } = props;
  const t = surveyText[useLanguage()];
  const f = useFormat();
  const name = useId();
  return (
    <fieldset className="faces survey-score">
      <legend dir="auto">{title}</legend>
      <div>
        {feelings.map((each) => (
          <label key={each} data-chosen={score === each || undefined}>
            <input
              type="radio"
              name={name}
              checked={score === each}
              aria-label={`${t.faces[each + 2]} (${f.signed(each)})`}
              onChange={() => onScore(each)}
            />
            <Face feeling={each} />
          </label>
        ))}
      </div>
      <label className="survey-unknown" data-chosen={score === null || undefined}>
        <input type="radio" name={name} checked={score === null} onChange={() => onScore(null)} />
        <span>{t.unknown}</span>
      </label>
    </fieldset>
  );
}
