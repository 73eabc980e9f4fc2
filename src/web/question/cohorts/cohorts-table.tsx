import { FEW, type Rate } from "../../../core/evidence/interval.ts";
import type { Cohorts } from "../../../core/question/cohorts.ts";
import { ScrollRegion } from "../../app/scroll-region.tsx";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";

/** Cohorts below each other, periods since beside each other: the darker, the more are back. */
export function CohortsTable({ found }: { readonly found: Cohorts }) {
  const t = useText().cohorts;
  const format = useFormat();
  const { unit, mean, cohorts } = found;
  const shares = cohorts.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell && cell.n >= FEW ? [cell.share ?? 0] : [])),
  );
  const most = Math.max(...shares, 0.05);
  const day = unit === "month" ? format.month : format.calendarDay;
  return (
    <ScrollRegion label={t.title}>
      <table className="figures cohorts">
        <caption className="visually-hidden">{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{t.cohort}</th>
            <th scope="col" data-numeric>
              {t.people}
            </th>
            {mean.map((_, at) => (
              <th key={`${at}`} scope="col" data-numeric>
                {t.later[unit](at + 1)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="cohorts-all">
            <th scope="row">{t.all}</th>
            <td data-numeric>{format.number(found.people)}</td>
            {mean.map((rate, at) => (
              <Cell key={`${at}`} rate={rate} most={most} />
            ))}
          </tr>
          {cohorts.map(({ from, people, cells }) => (
            <tr key={from}>
              <th scope="row">{day(from)}</th>
              <td data-numeric>{format.number(people)}</td>
              {mean.map((_, at) => (
                <Cell key={`${at}`} rate={cells[at]} most={most} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** A share; nothing where it cannot be known yet, a dot where there are too few to tell. */
function Cell({ rate, most }: { readonly rate: Rate | null | undefined; readonly most: number }) {
  const t = useText();
  const format = useFormat();
  if (rate === undefined)
    return (
      <td className="cohorts-unknown">
        <span className="visually-hidden">{t.cohorts.unknown}</span>
      </td>
    );
  if (rate === null)
    return (
      <td data-numeric className="quiet">
        <span aria-hidden="true">·</span>
        <span className="visually-hidden">{t.cohorts.hidden}</span>
      </td>
    );
  const said = `${t.question.interval(format.interval(rate.low, rate.high))}, ${format.n(rate.n)}`;
  const few = rate.n < FEW;
  const depth = few ? 0 : Math.round((45 * (rate.share ?? 0)) / most);
  return (
    <td
      data-numeric
      title={said}
      className={few ? "cohorts-few" : undefined}
      style={{
        background: `color-mix(in srgb, var(--measured) ${Math.min(45, depth)}%, transparent)`,
      }}
    >
      {format.percent(rate.share)}
      <span className="visually-hidden"> {said}</span>
    </td>
  );
}
