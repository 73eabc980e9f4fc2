import type { ReactNode } from "react";
import type { Scores } from "../../../core/question/scores/scores.ts";
import { useAnswer } from "../../app/answer.ts";
import { useWorkspaceSlug } from "../../app/workspace.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useAsks } from "../asks.ts";
import { useFilter } from "../filter-address.ts";
import { QuestionPage } from "../question-page.tsx";
import { useStill } from "../still.ts";
import { ThemeList } from "../themes/theme-list.tsx";
import { FEW } from "../../../core/evidence/interval.ts";
import { intervalText, scoreKey, valueText, wayText } from "./said-figure.ts";
import { ScoreMonths } from "./score-months.tsx";
import { ScoreTable } from "./score-table.tsx";
import "./scores.css";

/** What customers answer, along the journey, by persona and by month. */
export function ScoresRoute() {
  const workspace = useWorkspaceSlug();
  const t = useText().scores;
  const [filter] = useFilter();
  const [{ drawn }] = useAsks();
  const asked = { workspace, filter, ...(drawn !== undefined && { map: drawn }) };
  const answer = useAnswer("scores", asked);
  return (
    <QuestionPage
      title={t.title}
      lead={t.lead}
      why={t.why}
      question="scores"
      asked={asked}
      answer={answer}
    >
      {(found) => (
        <>
          <WhatTheyAnswer found={found} />
          {found.whole.scores.length > 0 && <ThemeList />}
        </>
      )}
    </QuestionPage>
  );
}

export function WhatTheyAnswer({ found }: { readonly found: Scores }) {
  const t = useText().scores;
  return found.whole.scores.length === 0 ? (
    <div className="none scores">
      <h2>{t.none}</h2>
      <p>{t.noneHint}</p>
    </div>
  ) : (
    <Found found={found} />
  );
}

function Found({ found }: { readonly found: Scores }) {
  const t = useText().scores;
  const format = useFormat();
  const { touchpoints, undrawn, episodes, personas, months, peakEnd, whole } = found;
  const [lowest, highest] = extremes(found);
  const named = new Map(episodes.map(({ id, title }) => [id, title]));
  const along = touchpoints.map((each) => ({
    ...each,
    label: each.title,
    note: each.episode === null ? undefined : named.get(each.episode),
    sore: each.id === lowest?.id,
  }));
  return (
    <div className="scores">
      <dl className="score-heads">
        {whole.scores.map((figure) => (
          <div key={scoreKey(figure)}>
            <dd>{valueText(figure, figure.value, format)}</dd>
            <dt>
              <strong>{figure.name}</strong> {wayText(figure, t)}
              <br />
              {intervalText(figure, format)}, {format.n(figure.n)}
            </dt>
          </div>
        ))}
      </dl>
      {lowest && highest && (
        <p className="headline">
          {t.worst(lowest.title)} {t.best(highest.title)}
        </p>
      )}
      <h2 className="figure-title">{t.touchpoints}</h2>
      <ScoreTable
        caption={t.touchpoints}
        head={t.touchpoint}
        rows={[
          ...along,
          ...(undrawn.scores.length > 0 ? [{ ...undrawn, id: "", label: t.undrawn }] : []),
          { ...whole, id: "whole", label: t.all },
        ]}
      />
      {peakEnd && (
        <p className="score-peak">
          {t.peakEnd(
            format.number(peakEnd.mean.n),
            felt(peakEnd.mean.mean, peakEnd.mean.low, peakEnd.mean.high),
            felt(peakEnd.peakEnd.mean, peakEnd.peakEnd.low, peakEnd.peakEnd.high),
          )}
        </p>
      )}
      <Further words={t.further}>
        {episodes.some(({ scores }) => scores.length > 0) && (
          <>
            <h2 className="figure-title">{t.episodes}</h2>
            <ScoreTable
              caption={t.episodes}
              head={t.episode}
              rows={episodes.map((each) => ({ ...each, label: each.title }))}
            />
          </>
        )}
        {personas.length > 0 && (
          <>
            <h2 className="figure-title">{t.personas}</h2>
            <ScoreTable
              caption={t.personas}
              head={t.persona}
              rows={personas.map((each) => ({ ...each, label: each.name }))}
            />
          </>
        )}
        <h2 className="figure-title">{t.months}</h2>
        <div className="score-multiples">
          {whole.scores.map((figure) => (
            <ScoreMonths key={scoreKey(figure)} months={months} whole={figure} />
          ))}
        </div>
        <details className="score-more">
          <summary>{t.table}</summary>
          <ScoreTable
            caption={t.months}
            head={t.month}
            rows={months.map((each) => ({
              ...each,
              id: each.month,
              label: each.month.slice(0, 7),
            }))}
          />
        </details>
      </Further>
    </div>
  );

  function felt(mean: number, low: number | null, high: number | null): string {
    const digits = 2;
    return `${format.signed(mean, digits)} (${format.signed(low, digits)} – ${format.signed(high, digits)})`;
  }
}

/** What a report keeps a word away, and the page tells at once. */
function Further(props: { readonly words: string; readonly children: ReactNode }) {
  if (!useStill()) return props.children;
  return (
    <details className="answer-more">
      <summary>{props.words}</summary>
      {props.children}
    </details>
  );
}

/** The touchpoints that feel worst and best, of those with enough answers. */
function extremes({ touchpoints }: Scores) {
  const sure = touchpoints
    .filter(({ emotion }) => (emotion?.n ?? 0) >= FEW)
    .toSorted((one, other) => (one.emotion?.mean ?? 0) - (other.emotion?.mean ?? 0));
  return sure.length < 2 ? [undefined, undefined] : [sure[0], sure.at(-1)];
}
