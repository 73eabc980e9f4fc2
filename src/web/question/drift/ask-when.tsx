import { useState } from "react";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import { useAsks } from "../asks.ts";
import { FilterWord } from "../filter-word.tsx";

/** What is held against what: every day against what was before, those since a day, or two periods. */
export function AskWhen() {
  const t = useText().drift.when;
  const format = useFormat();
  const [{ since, before, after }, ask] = useAsks();
  const said = (period: string) => {
    const [from = "", to = ""] = period.split("/");
    return format.period(from, new Date(Date.parse(to) - 1).toISOString());
  };
  const value =
    before !== undefined && after !== undefined
      ? t.periods(said(before), said(after))
      : since !== undefined
        ? t.since(format.date(since))
        : t.ever;
  return (
    <FilterWord label={t.label} value={value} chosen={since !== undefined || before !== undefined}>
      <div className="period-spans">
        <button
          type="button"
          className="word-button"
          aria-pressed={since === undefined && before === undefined}
          onClick={() => ask({ since: undefined, before: undefined, after: undefined })}
        >
          {t.ever}
        </button>
      </div>
      <label>
        <span className="field-label">{t.sinceDay}</span>
        <input
          type="date"
          value={since ?? ""}
          onChange={({ target }) =>
            ask({
              since: target.value === "" ? undefined : target.value,
              before: undefined,
              after: undefined,
            })
          }
        />
      </label>
      <Periods before={before} after={after} />
    </FilterWord>
  );
}

function Periods(props: {
  readonly before: string | undefined;
  readonly after: string | undefined;
}) {
  const t = useText().drift.when;
  const [, ask] = useAsks();
  const [days, setDays] = useState(() => [
    ...(props.before ?? "/").split("/"),
    ...(props.after ?? "/").split("/"),
  ]);
  const [a = "", b = "", c = "", d = ""] = days;
  const whole = a !== "" && a < b && b <= c && c < d;
  const day = (place: number, label: string) => (
    <label>
      <span className="field-label">{label}</span>
      <input
        type="date"
        value={days[place] ?? ""}
        onChange={({ target }) =>
          setDays(days.map((each, nth) => (nth === place ? target.value : each)))
        }
      />
    </label>
  );
  return (
    <>
      <fieldset className="drift-period">
        <legend>{t.before}</legend>
        <div className="period-days">
          {day(0, t.from)}
          {day(1, t.to)}
        </div>
      </fieldset>
      <fieldset className="drift-period">
        <legend>{t.after}</legend>
        <div className="period-days">
          {day(2, t.from)}
          {day(3, t.to)}
        </div>
      </fieldset>
      <button
        type="button"
        className="word-button"
        disabled={!whole}
        onClick={() => ask({ since: undefined, before: `${a}/${b}`, after: `${c}/${d}` })}
      >
        {t.compare}
      </button>
    </>
  );
}
