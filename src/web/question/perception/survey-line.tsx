import type { ShownSurvey } from "../../../protocol/evidence/survey.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { Sure } from "../../map/workshop/sure.tsx";

/** A survey: what it is about, how many answered, until when, and what can be done with it. */
export function SurveyLine(props: {
  readonly shown: ShownSurvey;
  readonly onEnd: () => void;
  readonly onInvite: () => void;
  readonly onDelete: () => void;
}) {
  const { survey, title, answers, over } = props.shown;
  const t = useText().perception;
  const format = useFormat();
  const end = format.date(survey.closed ?? survey.ends);
  return (
    <li>
      <p dir="auto">{survey.question}</p>
      <p className="quiet">
        {`${t.line(title, format.number(answers))} · ${(over ? t.over : t.runs)(end)}`}
      </p>
      <div className="survey-deeds">
        {!over && (
          <>
            <button type="button" className="link-button" onClick={props.onInvite}>
              {t.again}
              <span className="visually-hidden">{` ${survey.question}`}</span>
            </button>
            <Sure
              word={t.end}
              label={`${t.end}: ${survey.question}`}
              question={t.endAsk}
              yes={t.yes}
              no={t.no}
              onYes={props.onEnd}
            />
          </>
        )}
        <button type="button" className="link-button" onClick={props.onDelete}>
          {t.remove}
          <span className="visually-hidden">{` ${survey.question}`}</span>
        </button>
      </div>
    </li>
  );
}
