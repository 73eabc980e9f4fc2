import type { TouchpointName } from "../../../core/question/answers.ts";
import type { Part } from "../../../core/question/pattern/expression.ts";
import { useText } from "../../language/text.ts";
import { AskTouchpoints } from "../ask-touchpoints.tsx";
import { codesFor, labelsFor } from "./pattern-labels.ts";

/** One part of a pattern: how it follows, what it is, how often; `onChange(null)` takes it out. */
export function PatternPart(props: {
  readonly nth: number;
  readonly part: Part;
  readonly touchpoints: readonly TouchpointName[];
  readonly onChange: (next: Part | null) => void;
}) {
  const { nth, part, touchpoints, onChange } = props;
  const t = useText().pattern;
  const { labels, but } = part.what;
  return (
    <li>
      {nth > 0 && (
        <select
          aria-label={`${t.link}, ${t.part(nth + 1)}`}
          value={part.direct ? "direct" : "loose"}
          onChange={({ target: { value } }) => onChange({ ...part, direct: value === "direct" })}
        >
          <option value="loose">{t.links.loose}</option>
          <option value="direct">{t.links.direct}</option>
        </select>
      )}
      <AskTouchpoints
        label={but && labels.length > 0 ? t.but : t.part(nth + 1)}
        otherwise={t.anyStep}
        touchpoints={touchpoints}
        chosen={codesFor(labels, touchpoints)}
        onChange={(codes) => {
          const next = labelsFor(codes, touchpoints);
          const other = next.length === 0 || (but && labels.length > 0);
          onChange({ ...part, what: { labels: next, but: other } });
        }}
      />
      {labels.length > 0 && (
        <label className="pattern-tick">
          <input
            type="checkbox"
            checked={but}
            onChange={() => onChange({ ...part, what: { labels, but: !but } })}
          />
          {t.but}
        </label>
      )}
      <label className="pattern-tick">
        <input
          type="number"
          min={1}
          max={9}
          aria-label={`${t.times}, ${t.part(nth + 1)}`}
          value={part.times}
          onChange={({ target: { value } }) => {
            const times = Math.min(9, Math.max(1, Math.floor(Number(value)) || 1));
            onChange({ ...part, times, row: part.row && times > 1 });
          }}
        />
        {t.timesBehind}
      </label>
      {part.times > 1 && (
        <label className="pattern-tick">
          <input
            type="checkbox"
            checked={part.row}
            onChange={() => onChange({ ...part, row: !part.row })}
          />
          {t.row}
        </label>
      )}
      <button
        type="button"
        className="link-button"
        aria-label={t.remove(nth + 1)}
        onClick={() => onChange(null)}
      >
        ×
      </button>
    </li>
  );
}
