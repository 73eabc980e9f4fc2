import { useId } from "react";
import { dashes } from "../../core/map/sheet/emotion-lines.ts";
import { useText } from "../language/text.ts";
import type { Drawing } from "./drawing.ts";
import { EmotionMark } from "./emotion-mark.tsx";

type Props = {
  readonly drawing: Drawing;
  readonly editable: boolean;
  /** Null on paper, where it is a legend only. */
  readonly onPersona: ((persona: string | null) => void) | null;
};

/** Whose lines there are on the curve; the one that is chosen stands in front and is the one that is drawn on. */
export function WhoseFeeling({ drawing: { emotion, personas }, editable, onPersona }: Props) {
  const t = useText().map;
  const name = useId();
  const { lines, chosen } = emotion;
  const offered = editable && onPersona ? [null, ...personas] : lines.map((line) => line.persona);
  if (offered.length < 2) return null;
  return (
    <div
      className="whose-feeling"
      role={onPersona ? "radiogroup" : "group"}
      aria-label={t.edit.whose}
      data-own
    >
      {offered.map((persona) => {
        const line = lines.find((one) => one.persona?.id === persona?.id);
        return (
          <label key={persona?.id ?? ""} data-chosen={line === chosen || undefined}>
            {onPersona && (
              <input
                type="radio"
                className="visually-hidden"
                name={name}
                checked={line !== undefined && line === chosen}
                onChange={() => onPersona(persona?.id ?? null)}
              />
            )}
            <svg width="36" height="12" aria-hidden="true" data-look={line?.look}>
              {line && (
                <>
                  <path d="M1,6h34" strokeDasharray={dashes[line.look]?.join(" ")} />
                  <EmotionMark look={line.look} kind="research" x={18} y={6} radius={3.2} />
                </>
              )}
            </svg>
            <span title={persona?.name}>{persona?.name ?? t.everybody}</span>
          </label>
        );
      })}
    </div>
  );
}
