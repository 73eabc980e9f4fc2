import { useAnswer } from "../../app/answer.ts";
import { ScrollRegion } from "../../app/scroll-region.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { sourceText } from "./text.ts";
import { watchText } from "./watch-text.ts";

const SHOWN = 48;
const HOUR = 3_600_000;
const HEIGHT = 44;
const BAR = 10;
const FRESH = 15_000;
const parts = ["received", "stored", "duplicate", "quarantined", "suppressed"] as const;

/** What a source told, hour by hour: a bar an hour, the part that was set aside in its own colour; and as a table. */
export function Hours(props: { readonly workspace: string; readonly source: string }) {
  const t = sourceText[useLanguage()];
  const { asTable } = watchText[useLanguage()];
  const f = useFormat();
  const asked = useAnswer(
    "sourceHours",
    { ...props, hours: SHOWN },
    { refetchInterval: () => FRESH },
  );
  const told = asked.data ?? [];
  const [newest] = told;
  if (newest === undefined) return null;
  const now = Math.floor(asked.dataUpdatedAt / HOUR) * HOUR;
  const byHour = new Map(told.map(({ hour, ledger }) => [Date.parse(hour), ledger]));
  const recent = [...byHour.keys()].filter((hour) => now - hour < SHOWN * HOUR);
  const first = Math.min(now, ...recent);
  const count = (now - first) / HOUR + 1;
  const hours = Array.from({ length: count }, (_, nth) => first + nth * HOUR);
  const most = Math.max(1, ...recent.map((hour) => byHour.get(hour)!.received));
  const height = (events: number) => (events === 0 ? 0 : Math.max(1.5, (events / most) * HEIGHT));
  return (
    <figure className="source-hours">
      <figcaption className="quiet">{t.hours(count)}</figcaption>
      <svg
        viewBox={`0 0 ${SHOWN * BAR} ${HEIGHT + 1}`}
        width={SHOWN * BAR}
        height={HEIGHT + 1}
        aria-hidden="true"
      >
        <path className="source-base" d={`M0,${HEIGHT + 0.5}h${SHOWN * BAR}`} />
        {hours.map((hour, nth) => {
          const ledger = byHour.get(hour);
          if (!ledger) return null;
          const [all, aside] = [height(ledger.received), height(ledger.quarantined)];
          const x = (SHOWN - count + nth) * BAR + 1;
          return (
            <g key={hour}>
              <rect className="source-bar" x={x} y={HEIGHT - all} width={BAR - 2} height={all} />
              <rect
                className="source-aside"
                x={x}
                y={HEIGHT - aside}
                width={BAR - 2}
                height={aside}
              />
            </g>
          );
        })}
      </svg>
      <details className="source-fold">
        <summary>{asTable}</summary>
        <ScrollRegion label={t.hours(count)}>
          <table className="figures small">
            <caption className="visually-hidden">{t.hours(count)}</caption>
            <thead>
              <tr>
                <th scope="col">{t.hour}</th>
                {parts.map((part) => (
                  <th key={part} scope="col" data-numeric>
                    {t[part]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {hours.toReversed().flatMap((hour) => {
                const ledger = byHour.get(hour);
                return ledger
                  ? [
                      <tr key={hour}>
                        <th scope="row">{f.dateTime(new Date(hour).toISOString())}</th>
                        {parts.map((part) => (
                          <td key={part} data-numeric>
                            {f.number(ledger[part])}
                          </td>
                        ))}
                      </tr>,
                    ]
                  : [];
              })}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    </figure>
  );
}
