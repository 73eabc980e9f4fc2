import { useState } from "react";
import { useAnswer } from "../../app/answer.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { compareText } from "./text.ts";
import { MOST, type Which } from "./which.ts";

type Slot = Which | null;

/** Chooses what is compared: in each row a map, as it is now or as it was. */
export function Pickers(props: {
  readonly workspace: string;
  readonly maps: readonly { readonly id: string; readonly title: string }[];
  readonly chosen: readonly Which[];
  readonly onChoose: (which: readonly Which[]) => void;
}) {
  const { workspace, maps, chosen, onChoose } = props;
  const t = compareText[useLanguage()];
  const [slots, setSlots] = useState<readonly Slot[]>(() => [
    ...chosen,
    ...Array.from({ length: Math.max(0, 2 - chosen.length) }, () => null),
  ]);
  const become = (next: readonly Slot[]) => {
    setSlots(next);
    const which = next.filter((slot) => slot !== null);
    if (which.length > 1) onChoose(which);
  };
  return (
    <div className="compare-pickers" role="group" aria-label={t.choose}>
      <ol>
        {slots.map((slot, at) => (
          <li key={`${at}`}>
            <select
              aria-label={t.map(at + 1)}
              value={slot?.map ?? ""}
              onChange={({ target }) =>
                become(slots.with(at, { map: target.value, version: null }))
              }
            >
              {slot === null && <option value="">{t.pick}</option>}
              {maps.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
            {slot && (
              <VersionPicker
                label={t.version(at + 1)}
                workspace={workspace}
                slot={slot}
                onChoose={(version) => become(slots.with(at, { ...slot, version }))}
              />
            )}
            {slots.length > 2 && (
              <button
                type="button"
                className="link-button"
                aria-label={t.remove(at + 1)}
                onClick={() => become(slots.toSpliced(at, 1))}
              >
                ×
              </button>
            )}
          </li>
        ))}
      </ol>
      <p className="compare-deeds">
        {slots.length < MOST && slots.every((slot) => slot !== null) && (
          <button type="button" className="link-button" onClick={() => setSlots([...slots, null])}>
            {t.add}
          </button>
        )}
        {chosen.length === 2 && (
          <button
            type="button"
            className="link-button"
            onClick={() => onChoose(chosen.toReversed())}
          >
            {t.swap}
          </button>
        )}
      </p>
    </div>
  );
}

function VersionPicker(props: {
  readonly label: string;
  readonly workspace: string;
  readonly slot: Which;
  readonly onChoose: (version: number | null) => void;
}) {
  const { workspace, slot } = props;
  const t = compareText[useLanguage()];
  const f = useFormat();
  const versions = useAnswer("versions", { workspace, map: slot.map });
  return (
    <select
      aria-label={props.label}
      value={slot.version ?? ""}
      onChange={({ target }) => props.onChoose(target.value === "" ? null : Number(target.value))}
    >
      <option value="">{t.now}</option>
      {(versions.data ?? []).map(({ number, name, at }) => (
        <option key={number} value={number}>
          {`${name ?? t.kept}, ${f.dateTime(at)}`}
        </option>
      ))}
    </select>
  );
}
