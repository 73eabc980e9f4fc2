import { useId } from "react";
import type { TouchpointName } from "../../../core/question/answers.ts";
import {
  spanUnits,
  writePattern,
  type Expression,
  type Part,
  type SpanUnit,
} from "../../../core/question/pattern/expression.ts";
import { useText } from "../../language/text.ts";
import { AskTouchpoints } from "../ask-touchpoints.tsx";
import { useAsks } from "../asks.ts";
import { codesFor, labelsFor } from "./pattern-labels.ts";
import { PatternPart } from "./pattern-part.tsx";

const nothing: Omit<Expression, "parts"> = {
  starts: false,
  ends: false,
  within: null,
  without: [],
  unpreceded: [],
  unfollowed: [],
};
const MOST = 10;

/** The same pattern as a form; every change is asked at once. */
export function PatternForm(props: {
  readonly expression: Expression | null;
  readonly touchpoints: readonly TouchpointName[];
}) {
  const { touchpoints } = props;
  const t = useText().pattern;
  const [, ask] = useAsks();
  const expression = props.expression ?? { ...nothing, parts: [] };
  const { parts, starts, ends } = expression;
  const change = (next: Partial<Expression>) => {
    const whole = { ...expression, ...next };
    const [first, ...rest] = whole.parts;
    const asked =
      first && writePattern({ ...whole, parts: [{ ...first, direct: false }, ...rest] });
    ask({ pattern: asked });
  };
  const changePart = (nth: number, part: Part | null) =>
    change({ parts: parts.flatMap((each, at) => (at === nth ? (part ?? []) : each)) });
  const added = (labels: readonly string[]): Part => ({
    what: { labels, but: labels.length === 0 },
    direct: false,
    times: 1,
    row: false,
  });
  return (
    <div className="pattern-form">
      <ol className="pattern-parts">
        {parts.map((part, nth) => (
          <PatternPart
            key={`${nth}`}
            nth={nth}
            part={part}
            touchpoints={touchpoints}
            onChange={(next) => changePart(nth, next)}
          />
        ))}
        {parts.length < MOST && (
          <li>
            <AskTouchpoints
              single
              label={parts.length === 0 ? t.touchpoint : t.add}
              otherwise={t.choose}
              touchpoints={touchpoints}
              chosen={[]}
              onChange={([code]) => {
                const label = touchpoints.find((each) => each.code === code)?.label;
                if (label !== undefined) change({ parts: [...parts, added([label])] });
              }}
            />
          </li>
        )}
      </ol>
      {parts.length > 0 && (
        <div className="asks">
          <Within
            key={`${expression.within?.amount}${expression.within?.unit}`}
            within={expression.within}
            onChange={(within) => change({ within })}
          />
          {(["without", "unpreceded", "unfollowed"] as const).map((name) => (
            <AskTouchpoints
              key={name}
              label={t[name]}
              otherwise={t.nothing}
              touchpoints={touchpoints}
              chosen={codesFor(expression[name], touchpoints)}
              onChange={(codes) => change({ [name]: labelsFor(codes, touchpoints) })}
            />
          ))}
          <label className="pattern-tick">
            <input type="checkbox" checked={starts} onChange={() => change({ starts: !starts })} />
            {t.starts}
          </label>
          <label className="pattern-tick">
            <input type="checkbox" checked={ends} onChange={() => change({ ends: !ends })} />
            {t.ends}
          </label>
        </div>
      )}
    </div>
  );
}

function Within(props: {
  readonly within: Expression["within"];
  readonly onChange: (next: Expression["within"]) => void;
}) {
  const { within, onChange } = props;
  const t = useText().pattern;
  const id = useId();
  const unit: SpanUnit = within?.unit ?? "day";
  return (
    <span className="pattern-within">
      <label htmlFor={id}>{t.within}</label>
      <input
        id={id}
        type="number"
        min={1}
        max={9999}
        placeholder={t.noLimit}
        defaultValue={within?.amount ?? ""}
        onBlur={({ target: { value } }) => {
          const amount = Math.min(9999, Math.floor(Number(value)));
          const next = amount > 0 ? { amount, unit } : null;
          if (next?.amount !== within?.amount) onChange(next);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
      <select
        aria-label={t.withinUnit}
        value={unit}
        disabled={within === null}
        onChange={({ target: { value } }) => {
          const chosen = spanUnits.find((each) => each === value);
          if (within && chosen) onChange({ ...within, unit: chosen });
        }}
      >
        {spanUnits.map((each) => (
          <option key={each} value={each}>
            {t.units[each]}
          </option>
        ))}
      </select>
    </span>
  );
}
