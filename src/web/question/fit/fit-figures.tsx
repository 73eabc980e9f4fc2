import type { Fit } from "../../../core/question/fit/fit.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";

/** The three figures that say how a map and the data fit each other. */
export function FitFigures({ fit }: { readonly fit: Fit }) {
  const { fitness, perfect, precision } = fit;
  const t = useText();
  const format = useFormat();
  const sure = (low: number | null, high: number | null) =>
    t.question.interval(format.interval(low, high));
  return (
    <dl className="fit-figures">
      <div>
        <dt>{t.towards.fit.fitness}</dt>
        <dd>
          {format.percent(fitness?.value ?? null)}
          {fitness && <small>{sure(fitness.low, fitness.high)}</small>}
        </dd>
      </div>
      <div>
        <dt>{t.towards.fit.perfect}</dt>
        <dd>
          {format.percent(perfect.share)}
          <small>
            {sure(perfect.low, perfect.high)}, {format.n(perfect.n)}
          </small>
        </dd>
      </div>
      <div>
        <dt>{t.towards.fit.precision}</dt>
        <dd>{format.percent(precision)}</dd>
      </div>
    </dl>
  );
}
