import type { RefObject } from "react";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { caretAfter } from "./caret.ts";

/** Others see what is typed after this pause. */
const PAUSE_MS = 350;

type Box = HTMLInputElement | HTMLTextAreaElement;
type Draft = { readonly text: string; readonly from: string };

/**
 * What is typed, until the map has it: after a pause, on leaving, and when the field goes away.
 * `commit` is told the text it came from, so that what another wrote meanwhile is kept; a text that
 * it refuses stays in the field until one leaves it.
 */
export function useDraft(
  box: RefObject<Box | null>,
  value: string,
  commit: (text: string, from: string) => boolean,
) {
  const [draft, setDraft] = useState<Draft | null>(null);
  const pending = useRef<Draft | null>(null);
  const send = useRef(commit);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const caret = useRef(0);
  const seen = useRef(value);
  const shown = draft?.text ?? value;

  useEffect(() => {
    send.current = commit;
  });

  function flush() {
    clearTimeout(timer.current);
    const waiting = pending.current;
    if (waiting === null) return;
    if (waiting.text !== waiting.from && !send.current(waiting.text, waiting.from)) return;
    pending.current = null;
    setDraft(null);
  }

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      const waiting = pending.current;
      if (waiting && waiting.text !== waiting.from) send.current(waiting.text, waiting.from);
    },
    [],
  );

  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = shown;
    if (before === shown || pending.current || box.current !== document.activeElement) return;
    const at = caretAfter(before, shown, caret.current);
    box.current?.setSelectionRange(at, at);
  }, [box, shown]);

  return {
    shown,
    flush,
    type(text: string) {
      const next = { text, from: pending.current?.from ?? value };
      pending.current = next;
      setDraft(next);
      caret.current = box.current?.selectionStart ?? 0;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    leave() {
      flush();
      pending.current = null;
      setDraft(null);
    },
    moved() {
      caret.current = box.current?.selectionStart ?? 0;
    },
  };
}
