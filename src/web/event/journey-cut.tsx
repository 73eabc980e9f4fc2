import { useId } from "react";
import type { JourneyCut, Mapping } from "../../core/event/mapping.ts";
import { useText } from "../language/text.ts";
import { LateInput } from "./late-input.tsx";
import { namesIn } from "./source-change.ts";

const MONTH = 30;

/** How histories are cut into journeys, in plain words. */
export function JourneyCutChoice(props: {
  readonly mapping: Mapping;
  /** Events that are known to occur. */
  readonly events: readonly string[];
  readonly onChange: (mapping: Mapping) => void;
}) {
  const { mapping, events, onChange } = props;
  const t = useText().import.cut;
  const name = useId();
  const hasId = mapping.sources.some(({ rows }) => rows.some(({ journey }) => journey));
  const cut: JourneyCut = mapping.journeys ?? { by: hasId ? "id" : "person" };
  const set = (journeys: JourneyCut) => onChange({ ...mapping, journeys });
  const choices: readonly { by: JourneyCut["by"]; label: string; cut: JourneyCut }[] = [
    { by: "id", label: t.id, cut: { by: "id" } },
    { by: "person", label: t.person, cut: { by: "person" } },
    { by: "gap", label: t.gap, cut: { by: "gap", days: MONTH } },
    { by: "bounds", label: t.bounds, cut: { by: "bounds", start: [events[0] ?? ""], end: [] } },
  ];
  return (
    <fieldset className="cut">
      <legend>{t.title}</legend>
      {choices.map(({ by, label, cut: choice }) => (
        <div key={by}>
          <label className="choice">
            <input
              type="radio"
              name={name}
              checked={cut.by === by}
              disabled={by === "id" && !hasId}
              onChange={() => set(choice)}
            />
            <span>{label}</span>
          </label>
          {by === "gap" && cut.by === "gap" && (
            <label className="cut-more">
              <LateInput
                type="number"
                min={1}
                value={`${cut.days}`}
                onChange={(days) => {
                  if (Number(days) > 0) set({ by: "gap", days: Number(days) });
                }}
              />{" "}
              {t.gapDays}
            </label>
          )}
          {by === "bounds" && cut.by === "bounds" && (
            <div className="cut-more">
              <label>
                <span className="field-label">{t.boundsStart}</span>
                <LateInput
                  value={cut.start.join(", ")}
                  onChange={(names) => {
                    const start = namesIn(names);
                    if (start.length > 0) set({ ...cut, start });
                  }}
                />
              </label>
              <label>
                <span className="field-label">{t.boundsEnd}</span>
                <LateInput
                  value={cut.end.join(", ")}
                  onChange={(names) => set({ ...cut, end: namesIn(names) })}
                />
              </label>
              <p className="quiet">{t.boundsHint}</p>
            </div>
          )}
        </div>
      ))}
    </fieldset>
  );
}
