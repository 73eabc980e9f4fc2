import type { TimeToGroup } from "../../core/question/time-to.ts";
import { ScrollRegion } from "../app/scroll-region.tsx";
import { useFormat } from "../language/format.ts";
import { useText } from "../language/text.ts";
import { dashes } from "./time-to-curves.tsx";
import { RateFigure } from "./rate-figure.tsx";

type Until = TimeToGroup["median"];

/** The figures behind the curves. */
export function TimeToTable({ groups }: { readonly groups: readonly TimeToGroup[] }) {
  const t = useText().towards.timeTo;
  const format = useFormat();
  return (
    <ScrollRegion label={t.title}>
      <table className="figures">
        <caption className="visually-hidden">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.group}</th>
            {[t.journeys, t.reached, t.quarter, t.median, t.mean].map((name) => (
              <th key={name} scope="col" data-numeric>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ name, journeys, reached, quarter, median, mean }, nth) => (
            <tr key={name}>
              <th scope="row">
                {groups.length > 1 && (
                  <svg width="24" height="8" aria-hidden="true" className="curve-key">
                    <line x2="24" y1="4" y2="4" strokeDasharray={dashes[nth]} />
                  </svg>
                )}
                {name !== "" ? name : groups.length === 1 ? t.all : t.unknown}
              </th>
              <td data-numeric>{format.number(journeys)}</td>
              <td data-numeric>
                <RateFigure rate={reached} />
              </td>
              <td data-numeric>
                <UntilFigure until={quarter} />
              </td>
              <td data-numeric>
                <UntilFigure until={median} />
              </td>
              <td data-numeric>
                <UntilFigure until={{ seconds: mean.value, low: mean.low, high: mean.high }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function UntilFigure({ until }: { readonly until: Until }) {
  const t = useText().towards.timeTo;
  const format = useFormat();
  const { seconds, low, high } = until;
  if (seconds === null) return <span className="quiet">{t.never}</span>;
  return (
    <span className="duration">
      {format.duration(seconds)}
      <span className="duration-quartiles">
        {low === null ? t.never : format.duration(low)} –{" "}
        {high === null ? t.never : format.duration(high)}
      </span>
    </span>
  );
}
