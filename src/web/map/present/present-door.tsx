import { useCallback, useEffect, useState } from "react";
import type { Overlay } from "../../../core/evidence/overlay.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { useLanguage } from "../../language/language.ts";
import { Presentation } from "./presentation.tsx";
import { presentText } from "./text.ts";

type Props = {
  readonly journey: Journey;
  readonly overlay: Overlay | null;
  /** Whose journeys these are; null for everybody's. */
  readonly persona: string | null;
  /** A letter on a cell of the grid is typed into it. */
  readonly editing: boolean;
};

/** The word, and the key P, that show the map to a room. */
export function PresentDoor({ editing, ...shown }: Props) {
  const t = presentText[useLanguage()];
  const [open, setOpen] = useState(false);
  const start = useCallback(() => setOpen(true), []);
  const close = useCallback(() => setOpen(false), []);
  useKeyP(start, editing);
  return (
    <>
      <button type="button" className="word-button" title={t.key} onClick={start}>
        {t.door}
      </button>
      {open && <Presentation {...shown} onClose={close} />}
    </>
  );
}

function useKeyP(start: () => void, editing: boolean): void {
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const { key, ctrlKey, metaKey, altKey, target } = event;
      if (key.toLowerCase() !== "p" || ctrlKey || metaKey || altKey) return;
      const typed = "input, textarea, select, [contenteditable], [role=dialog], [role=menu]";
      if (target instanceof Element && target.closest(editing ? `${typed}, [role=grid]` : typed))
        return;
      event.preventDefault();
      start();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [start, editing]);
}
