import { useCallback, useEffect, useMemo, useRef } from "react";
import { find } from "../../../core/map/elements.ts";
import type { Touchpoint } from "../../../core/map/journey.ts";
import { feel } from "../../../core/map/plan/feel.ts";
import { shownFeeling } from "../../../core/map/sheet/shown-feeling.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";
import type { Drawing } from "../drawing.ts";
import type { Held } from "../lane-picture.tsx";
import { useEditing } from "./editing.ts";
import type { Hand } from "./feeling-hand.tsx";

/** Dragging the curve: one change of the map for each time that a feeling is laid down. */
export function useFeelingHand(
  drawing: Drawing,
  on: boolean,
  onHeld: (held: Held | null) => void,
): Hand | null {
  const t = useText();
  const f = useFormat();
  const editing = useEditing();
  const { persona } = drawing.emotion.chosen;
  const lay = useRef<(id: string, value: number) => void>(() => {});
  const { fixed } = t.map.edit;
  const announce = editing?.announce;

  useEffect(() => {
    lay.current = (id, value) => {
      const found = editing && find(editing.journey, id);
      if (!editing || !found) return;
      const touchpoint = found.element as Touchpoint;
      const command = feel(touchpoint, persona?.id ?? null, value, editing.newId);
      const face = t.inspect.faces[Math.round(value * 2) + 2] ?? "";
      const said = t.inspect.feels(shownFeeling(value, f), face);
      if (command) editing.edit(command, t.map.edit.felt(touchpoint.title, said));
    };
  });

  const onLay = useCallback((id: string, value: number) => lay.current(id, value), []);
  return useMemo(
    () =>
      on
        ? {
            persona,
            onHold: (id, value) => onHeld(value === null ? null : { id, value }),
            onLay,
            onFixed: () => announce?.(fixed),
          }
        : null,
    [on, persona, onHeld, onLay, announce, fixed],
  );
}
