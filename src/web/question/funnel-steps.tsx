import type { Funnel } from "../../core/question/funnel.ts";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { DurationFigure } from "./duration-figure.tsx";
import "./funnel.css";
import { RateFigure } from "./rate-figure.tsx";
import { TouchpointLabel } from "./touchpoint-label.tsx";

/** The steps under each other, as wide as the share that is still there; who drops out stands between. */
export function FunnelSteps({ funnel }: { readonly funnel: Funnel }) {
  const t = useText().towards.funnel;
  const format = useFormat();
  return (
    <table className="figures funnel">
      <caption className="visually-hidden">{t.title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.steps}</th>
          <th scope="col" className="funnel-picture" aria-hidden="true" />
          <th scope="col" data-numeric>
            {t.journeys}
          </th>
          <th scope="col" data-numeric>
            {t.ofFirst}
          </th>
          <th scope="col" data-numeric>
            {t.ofPrevious}
          </th>
          <th scope="col" data-numeric>
            {t.wait}
          </th>
        </tr>
      </thead>
      <tbody>
        {funnel.steps.map(({ touchpoint, journeys, ofFirst, ofPrevious, wait }, nth) => {
          const next = funnel.steps[nth + 1];
          const lost = next === undefined ? 0 : journeys - next.journeys;
          return (
            <tr key={`${touchpoint.code} ${nth}`}>
              <th scope="row">
                <TouchpointLabel {...touchpoint} />
              </th>
              <td className="funnel-picture">
                <span className="funnel-bar" style={{ width: `${100 * (ofFirst.share ?? 0)}%` }} />
                {next !== undefined && lost > 0 && (
                  <span className="funnel-lost">
                    {t.lost(lost, format.percent(journeys === 0 ? null : lost / journeys))}
                  </span>
                )}
              </td>
              <td data-numeric>{format.number(journeys)}</td>
              <td data-numeric>
                <RateFigure rate={ofFirst} />
              </td>
              <td data-numeric>
                <RateFigure rate={ofPrevious} />
              </td>
              <td data-numeric>{nth === 0 ? "" : <DurationFigure duration={wait} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
