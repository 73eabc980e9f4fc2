import { useEffect, useId, useRef } from "react";
import type { SurveyForm } from "../../../protocol/evidence/survey.ts";
import { useAnswer } from "../../app/answer.ts";
import { Preferences } from "../../app/preferences.tsx";
import { troubleWords } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { Wordmark } from "../../app/wordmark.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { Gone } from "../../map/share/gone.tsx";
import { SurveyScore } from "./survey-score.tsx";
import { surveyText } from "./text.ts";
import { useSurvey } from "./use-survey.ts";
import "../quick.css";
import "./survey.css";

/** What colleagues think that customers feel, on one page: no account, two minutes, on a phone. */
export function SurveyPage({ secret }: { readonly secret: string }) {
  const form = useAnswer("surveyForm", { secret });
  if (form.error && form.data === undefined)
    return <Gone error={form.error} onAgain={() => void form.refetch()} />;
  return (
    <div className="quick survey">
      <header className="quick-head">
        <Wordmark />
        <Preferences />
      </header>
      <main>
        {form.data === undefined ? <Waiting /> : <Form secret={secret} form={form.data} />}
      </main>
    </div>
  );
}

type Props = { readonly secret: string; readonly form: SurveyForm };

function Form({ secret, form }: Props) {
  const language = useLanguage();
  const t = surveyText[language];
  const f = useFormat();
  const { draft, fits, refusal, write, send, reopen } = useSurvey(secret, form);
  const until = f.date(form.ends);
  if (form.over && draft.state !== "waiting") {
    return (
      <div className="quick-done">
        <h1>{t.over}</h1>
        <p>{t.overHint}</p>
      </div>
    );
  }
  if (form.touchpoints.length === 0) {
    return (
      <>
        <h1 dir="auto">{form.question}</h1>
        <p>{t.nothing}</p>
      </>
    );
  }
  if (draft.state !== "open") {
    return (
      <>
        <h1 dir="auto">{form.question}</h1>
        <Done waiting={draft.state === "waiting"} until={until} onChange={reopen} />
      </>
    );
  }
  return (
    <>
      <h1 dir="auto">{form.question}</h1>
      <p className="survey-about">{t.about(until)}</p>
      <p className="quick-consent">{t.privacy}</p>
      {refusal && (
        <p className="quick-refused" role="alert">
          {t.refused(troubleWords(refusal, language))}
        </p>
      )}
      <Questions form={form} draft={draft} fits={fits} write={write} send={send} />
    </>
  );
}

type Survey = ReturnType<typeof useSurvey>;

function Questions(
  props: Pick<Survey, "draft" | "fits" | "write" | "send"> & { readonly form: SurveyForm },
) {
  const { form, draft, fits, write, send } = props;
  const t = surveyText[useLanguage()];
  const id = useId();
  const done = form.touchpoints.filter((each) => draft.scores[each.id] !== undefined).length;
  return (
    <form
      className="quick-form survey-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) send();
      }}
    >
      <label>
        <span className="field-label">{t.department}</span>
        <select
          required
          value={draft.department === null ? "" : `=${draft.department}`}
          onChange={({ target }) =>
            write({ department: target.value === "" ? null : target.value.slice(1) })
          }
        >
          <option value="">{t.choose}</option>
          {form.departments.map((name) => (
            <option key={name} value={`=${name}`}>
              {name}
            </option>
          ))}
          <option value="=">{t.other}</option>
        </select>
      </label>
      {form.touchpoints.map((each) => (
        <SurveyScore
          key={each.id}
          title={each.title}
          score={draft.scores[each.id]}
          onScore={(score) => write({ scores: { ...draft.scores, [each.id]: score } })}
        />
      ))}
      <div>
        <label className="field-label" htmlFor={`${id}-remark`}>
          {t.remark}
        </label>
        <textarea
          id={`${id}-remark`}
          dir="auto"
          rows={2}
          maxLength={500}
          value={draft.remark}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => write({ remark: target.value })}
        />
        <p id={`${id}-hint`} className="quick-consent">
          {t.remarkHint}
        </p>
      </div>
      <div className="quick-send">
        <p className="survey-progress" role="status">
          {fits ? t.answered(done, form.touchpoints.length) : t.needs}
        </p>
        <button type="submit" className="button" disabled={!fits}>
          {t.send}
        </button>
      </div>
    </form>
  );
}

function Done(props: {
  readonly waiting: boolean;
  readonly until: string;
  readonly onChange: () => void;
}) {
  const t = surveyText[useLanguage()];
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="quick-done">
      <p role="status" className="quick-sent">
        {props.waiting ? t.waiting : t.sent}
      </p>
      <p className="quiet">{t.changeable(props.until)}</p>
      <button ref={button} type="button" className="button" onClick={props.onChange}>
        {t.change}
      </button>
    </div>
  );
}
