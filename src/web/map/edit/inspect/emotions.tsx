import { useId, useState } from "react";
import type { Emotion } from "../../../../core/map/claim.ts";
import type { Journey, Touchpoint } from "../../../../core/map/journey.ts";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { personasOf } from "./claims.tsx";
import { EvidenceOf } from "./evidence.tsx";
import { ChoiceOf, useField } from "./field.tsx";
import { NumberField } from "./inputs.tsx";
import { Items } from "./items.tsx";

type Props = { readonly of: Touchpoint; readonly journey: Journey };

/** On the screen a feeling is −2 … +2, in the file −1 … +1. */
const shown = (value: number) => Math.round(value * 2000) / 1000;
const stored = (value: number) => Math.round(value * 500) / 1000;

export function Emotions({ of, journey }: Props) {
  const t = useText().inspect;
  const personas = personasOf(journey);
  const whose = ({ persona }: Emotion) => personas.find(({ key }) => key === persona)?.label;
  return (
    <Items
      of={of}
      items={of.emotions ?? []}
      list="emotions"
      title={t.emotions}
      one={t.one.emotion}
      teach={t.teach.emotion}
      name={(emotion) => t.feelingOf(whose(emotion) ?? t.everybody)}
      fresh={(newId) => ({ id: newId("em"), value: 0, evidence: { kind: "assumed" } })}
    >
      {(emotion) => (
        <>
          <Feeling of={emotion} />
          {personas.length > 0 && (
            <ChoiceOf of={emotion} field="persona" label={t.persona} options={personas} />
          )}
          <SourceScale of={emotion} />
          <EvidenceOf of={emotion} />
        </>
      )}
    </Items>
  );
}

function Feeling({ of }: { readonly of: Emotion }) {
  const t = useText().inspect;
  const f = useFormat();
  const id = useId();
  const { change } = useField({ of, field: "value", label: t.feeling });
  const [held, setHeld] = useState<number | null>(null);
  const value = held ?? shown(of.value);

  function letGo() {
    if (held !== null) change(stored(held));
    setHeld(null);
  }

  return (
    <div className="inspect-feeling">
      <div className="inspect-field">
        <label htmlFor={id}>{t.feeling}</label>
        <input
          id={id}
          type="range"
          min={-2}
          max={2}
          step={0.1}
          value={value}
          aria-valuetext={t.feels(f.number(value), t.faces[Math.round(value) + 2] ?? "")}
          onChange={(event) => setHeld(Number(event.target.value))}
          onPointerUp={letGo}
          onKeyUp={letGo}
          onBlur={letGo}
        />
        <p className="inspect-ends" aria-hidden="true">
          <span>{t.faces[0]}</span>
          <span>{t.faces[4]}</span>
        </p>
      </div>
      <NumberField
        label={t.number}
        value={value}
        low={-2}
        high={2}
        onChange={(to) => to !== null && change(stored(to))}
      />
    </div>
  );
}

/** The scale on which it was asked: 1 to 5, 0 to 10. */
function SourceScale({ of }: { readonly of: Emotion }) {
  const t = useText().inspect;
  const { change } = useField({ of, field: "scale", label: t.scale });
  const { scale } = of;
  const label = (low: number, high: number) => t.scaleOf(String(low), String(high));
  const usual = [
    [1, 5],
    [1, 7],
    [1, 10],
    [0, 10],
    [-2, 2],
    [-5, 5],
  ] as const;
  const known = scale && !usual.some(([low, high]) => low === scale[0] && high === scale[1]);
  const scales = known ? [...usual, scale] : usual;
  const id = useId();
  return (
    <div className="inspect-field">
      <label htmlFor={id}>{t.scale}</label>
      <select
        id={id}
        value={scale ? scale.join("/") : ""}
        onChange={({ target }) => {
          const chosen = scales.find((each) => each.join("/") === target.value);
          change(chosen ? [...chosen] : null);
        }}
      >
        <option value="">{t.notSaid}</option>
        {scales.map(([low, high]) => (
          <option key={`${low}/${high}`} value={`${low}/${high}`}>
            {label(low, high)}
          </option>
        ))}
      </select>
    </div>
  );
}
