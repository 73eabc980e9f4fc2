import type { Facets } from "../../core/question/answers.ts";
import type { Filter } from "../../core/question/filter.ts";
import { useFormat } from "../language/format.ts";
import type { Format } from "../language/format.ts";
import type { Text } from "../language/text.ts";
import { useText } from "../language/text.ts";
import { dayOf, lastDays, momentOf, withParts } from "./filter-change.ts";
import { FilterWord } from "./filter-word.tsx";

const spans = [30, 90, 365] as const;

/** The period in words, e.g. "last 90 days" or "since 3 Nov 2025". */
function periodWords(filter: Filter, facets: Facets, t: Text, format: Format): string {
  const words = t.question.filter;
  const { from, to } = filter;
  for (const days of spans) {
    if (facets.to === null) break;
    const span = lastDays(days, facets.to);
    if (span.from === from && span.to === to) return spanWords(days, t);
  }
  if (from !== undefined && to !== undefined) {
    return format.period(from, new Date(Date.parse(to) - 1).toISOString());
  }
  if (from !== undefined) return words.since(format.date(from));
  return to === undefined ? words.allTime : words.until(format.date(to));
}

function spanWords(days: number, t: Text): string {
  const words = t.question.filter;
  return days === 365 ? words.lastMonths(12) : words.lastDays(days);
}

export function FilterPeriod(props: {
  readonly filter: Filter;
  readonly facets: Facets;
  readonly onChange: (filter: Filter) => void;
}) {
  const { filter, facets, onChange } = props;
  const t = useText();
  const format = useFormat();
  const words = t.question.filter;
  const chosen = filter.from !== undefined || filter.to !== undefined;
  const last = facets.to;
  return (
    <FilterWord label={words.period} value={periodWords(filter, facets, t, format)} chosen={chosen}>
      <div className="period-spans">
        <button
          type="button"
          className="word-button"
          aria-pressed={!chosen}
          onClick={() => onChange(withParts(filter, { from: undefined, to: undefined }))}
        >
          {words.allTime}
        </button>
        {last !== null &&
          spans.map((days) => {
            const span = lastDays(days, last);
            return (
              <button
                key={days}
                type="button"
                className="word-button"
                aria-pressed={span.from === filter.from && span.to === filter.to}
                onClick={() => onChange(withParts(filter, span))}
              >
                {spanWords(days, t)}
              </button>
            );
          })}
      </div>
      <div className="period-days">
        <label>
          <span className="field-label">{words.from}</span>
          <input
            type="date"
            value={dayOf(filter.from)}
            onChange={(event) =>
              onChange(withParts(filter, { from: momentOf(event.target.value) }))
            }
          />
        </label>
        <label>
          <span className="field-label">{words.to}</span>
          <input
            type="date"
            value={dayOf(filter.to, true)}
            onChange={(event) =>
              onChange(withParts(filter, { to: momentOf(event.target.value, true) }))
            }
          />
        </label>
      </div>
    </FilterWord>
  );
}
