import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { ADVISED, departmentsOf } from "../../../core/evidence/survey.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { useAnswer } from "../../app/answer.ts";
import { call } from "../../app/client.ts";
import { Trouble } from "../../app/trouble.tsx";
import { Waiting } from "../../app/waiting.tsx";
import { today } from "../../evidence/today.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { rememberedName } from "../../map/edit/identity.ts";
import { isOnlyHere } from "../../map/workshop/guest-link.ts";
import { SurveyLink } from "./survey-link.tsx";

const DAY = 86_400_000;
/** Long enough for who is on holiday, short enough to be remembered. */
const DAYS = 14;

type Starting = { readonly workspace: string; readonly onStarted: () => void };

/** Which map a survey is about; then the rest of it. */
export function StartSurvey({ workspace, onStarted }: Starting) {
  const t = useText().perception;
  const maps = useAnswer("maps", { workspace });
  const [chosen, setChosen] = useState("");
  const map = chosen || (maps.data?.[0]?.id ?? "");
  if (maps.isError) return <Trouble error={maps.error} onAgain={() => void maps.refetch()} />;
  if (maps.data === undefined) return <Waiting />;
  if (maps.data.length === 0) return <p>{t.noMaps}</p>;
  return (
    <div className="survey-start">
      {isOnlyHere(location.hostname) && <p className="survey-warning">{t.onlyHere}</p>}
      {maps.data.length > 1 && (
        <label>
          <span className="field-label">{t.map}</span>
          <select value={map} onChange={({ target }) => setChosen(target.value)}>
            {maps.data.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <OfMap key={map} workspace={workspace} map={map} onStarted={onStarted} />
    </div>
  );
}

function OfMap({ workspace, map, onStarted }: Starting & { readonly map: string }) {
  const journey = useAnswer("map", { workspace, map });
  if (journey.isError) return <Trouble error={journey.error} />;
  if (journey.data?.id !== map) return <Waiting />;
  return <Asking workspace={workspace} journey={journey.data} onStarted={onStarted} />;
}

function Asking({ workspace, journey, onStarted }: Starting & { readonly journey: Journey }) {
  const t = useText().perception;
  const format = useFormat();
  const all = journey.episodes.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id));
  const [question, setQuestion] = useState(t.questionDefault);
  const [chosen, setChosen] = useState<readonly string[]>(all);
  const [departments, setDepartments] = useState(() => departmentsOf(journey).join("\n"));
  const [until, setUntil] = useState(() => today(new Date(Date.now() + DAYS * DAY)));
  const names = [...new Set(departments.split("\n").map((line) => line.trim().slice(0, 80)))];
  const named = names.filter((name) => name !== "").slice(0, 40);
  const fits = question.trim() !== "" && chosen.length > 0 && named.length > 0 && until !== "";
  const start = useMutation({
    mutationFn: () =>
      call("startSurvey", {
        workspace,
        body: {
          author: rememberedName() ?? t.someone,
          survey: {
            map: journey.id,
            question: question.trim(),
            touchpoints: all.filter((id) => chosen.includes(id)).slice(0, 60),
            departments: named,
            ends: new Date(`${until}T23:59:59`).toISOString(),
          },
        },
      }),
    onSuccess: onStarted,
  });
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <form
      className="survey-form-start"
      onSubmit={(event) => {
        event.preventDefault();
        if (fits) start.mutate();
      }}
    >
      <label>
        <span className="field-label">{t.question}</span>
        <input
          type="text"
          dir="auto"
          required
          maxLength={200}
          value={question}
          onChange={({ target }) => setQuestion(target.value)}
        />
      </label>
      <fieldset className="note-moments">
        <legend className="field-label">{t.which}</legend>
        <p className="survey-all">
          <button type="button" className="link-button" onClick={() => setChosen(all)}>
            {t.all}
          </button>
          <button type="button" className="link-button" onClick={() => setChosen([])}>
            {t.noneOf}
          </button>
        </p>
        <div className="moments-list">
          {journey.episodes.map((episode) => (
            <div key={episode.id}>
              <p className="moments-episode" dir="auto">
                {episode.title}
              </p>
              {episode.touchpoints.map(({ id, title }) => (
                <label key={id} data-chosen={chosen.includes(id) || undefined}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(id)}
                    onChange={() => toggle(id)}
                  />
                  <span dir="auto">{title}</span>
                </label>
              ))}
            </div>
          ))}
        </div>
        {chosen.length > ADVISED && (
          <p className="quiet" role="status">
            {t.advise(format.number(chosen.length))}
          </p>
        )}
      </fieldset>
      <label>
        <span className="field-label">{t.departments}</span>
        <textarea
          dir="auto"
          rows={5}
          required
          maxLength={4000}
          value={departments}
          onChange={({ target }) => setDepartments(target.value)}
        />
        <span className="quiet">{t.departmentsHint}</span>
      </label>
      <label>
        <span className="field-label">{t.until}</span>
        <input
          type="date"
          required
          min={today()}
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={!fits || start.isPending}>
        {t.make}
      </button>
      {start.isError && <Trouble error={start.error} />}
      <div role="status">{start.data && <SurveyLink secret={start.data.secret} />}</div>
    </form>
  );
}
