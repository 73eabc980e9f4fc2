import type { Rate } from "../../core/evidence/interval.ts";
import type { ScoreStat, TouchpointFigures } from "../../core/evidence/overlay.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { feelingNote } from "./cell-note.ts";
import { FEW } from "../../core/evidence/interval.ts";
import type { Column } from "../../core/map/sheet/column.ts";
import { Section } from "./drawer-section.tsx";
import { shownScore } from "../../core/map/sheet/shown-score.ts";
import { Spark } from "./spark.tsx";
import { Whisker } from "./whisker.tsx";

/** Counts, and shares each on a line from 0 to 100 % with its interval. */
export function FigureTable({ figures }: { readonly figures: TouchpointFigures }) {
  const t = useText().map.drawer;
  const f = useFormat();
  const { n, medianSeconds, p25Seconds, p75Seconds } = figures.wait;
  return (
    <Section title={t.figures} section="figures">
      <dl className="drawer-counts">
        {(["people", "journeys", "events"] as const).map((what) => (
          <div key={what}>
            <dt>{t[what]}</dt>
            <dd>{f.number(figures[what])}</dd>
          </div>
        ))}
      </dl>
      <table className="drawer-figures">
        <tbody>
          <Share name={t.reach} rate={figures.reach} />
          {figures.conversion && <Share name={t.onward} rate={figures.conversion} />}
          <Share name={t.leave} rate={figures.leave} />
          <Share name={t.repeats} rate={figures.repeats} />
          <Share name={t.stream} rate={figures.still} />
          {medianSeconds !== null && (
            <tr data-few={n < FEW || undefined}>
              <th scope="row">{t.wait}</th>
              <td className="figure">{f.duration(medianSeconds)}</td>
              <td className="figure-range">
                {f.duration(p25Seconds)} – {f.duration(p75Seconds)}, {f.n(n)}
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </Section>
  );
}

function Share({ name, rate }: { readonly name: string; readonly rate: Rate }) {
  const f = useFormat();
  if (rate.share === null) return null;
  return (
    <tr data-few={rate.n < FEW || undefined}>
      <th scope="row">{name}</th>
      <td className="figure">{f.percent(rate.share)}</td>
      <td className="figure-range">
        <span className="drawn-range">
          <Whisker
            scale={[0, 1]}
            mean={{ n: rate.n, mean: rate.share, low: rate.low, high: rate.high }}
          />
          {f.interval(rate.low, rate.high)}, {f.n(rate.n)}
        </span>
      </td>
    </tr>
  );
}

type ScoresProps = { readonly column: Column; readonly scores: readonly ScoreStat[] };

/** How it felt, and every score with the answers it was made of. */
export function Scores({ column, scores }: ScoresProps) {
  const t = useText().map;
  const f = useFormat();
  if (!column.feeling && scores.length === 0) return null;
  return (
    <Section title={t.drawer.feeling} section="scores">
      {column.feeling && (
        <p className="drawer-feeling">
          <Spark feeling={column.feeling} />
          {feelingNote(column, t, f).join(" · ")}
        </p>
      )}
      {scores.map((score) => (
        <Answers key={score.name} score={score} />
      ))}
    </Section>
  );
}

function Answers({ score }: { readonly score: ScoreStat }) {
  const t = useText().map;
  const f = useFormat();
  const { name, scale, value, digits } = shownScore(score);
  const { counts } = score;
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const shown = (figure: number) => f.number(figure, digits);
  return (
    <div className="drawer-score" data-few={value.n < FEW || undefined}>
      <p>
        <strong>{name}</strong>{" "}
        {t.onScale(shown(value.mean), f.number(scale[0]), f.number(scale[1]))}
        <span className="figure-range">
          {value.low !== null && value.high !== null
            ? `${t.note.interval(shown(value.low), shown(value.high))}, `
            : ""}
          {t.drawer.answers(f.number(value.n))}
        </span>
      </p>
      {counts.length > 0 && (
        <ol className="answers">
          {counts.map(({ value, count }) => (
            <li key={value}>
              <span className="answers-count">{f.number(count)}</span>
              <i style={{ blockSize: `${(count / most) * 40}px` }} />
              <span>{f.number(value)}</span>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
