import { useEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { useText } from "../../language/text.ts";
import type { CellField } from "./cell-field.ts";

/** Where the hand goes after a cell was typed. */
export type Next = "stay" | "next" | "before";

type Props = {
  readonly field: CellField;
  readonly label: string;
  /** What was typed to begin with, in place of what stands there; null to go on with that. */
  readonly typed: string | null;
  /** False when the text cannot be taken; the field then stays open. */
  readonly onDone: (text: string, next: Next) => boolean;
  readonly onLeave: () => void;
  readonly onTyping: () => void;
};

/** A cell as a field: Enter and Tab take what is typed, Esc leaves what stood there. */
export function CellEditor({ field, label, typed, onDone, onLeave, onTyping }: Props) {
  const t = useText().map.edit;
  const [text, setText] = useState(typed ?? field.value);
  const [wrong, setWrong] = useState(false);
  const box = useRef<HTMLTextAreaElement & HTMLInputElement>(null);
  const over = useRef(false);

  useEffect(() => {
    const own = box.current;
    if (!own) return;
    own.focus({ preventScroll: true });
    if (typed === null) return own.select();
    // Whoever typed the first letter types on behind it.
    own.setSelectionRange(own.value.length, own.value.length);
  }, [typed]);

  function done(next: Next): void {
    if (over.current) return;
    over.current = onDone(text.replace(/^[ \t]+|\s+$/g, ""), next);
    setWrong(!over.current);
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      over.current = true;
      onLeave();
    } else if (event.key === "Enter" && !event.shiftKey) done("stay");
    else if (event.key === "Tab") done(event.shiftKey ? "before" : "next");
    else return;
    event.preventDefault();
  }

  const shared = {
    ref: box,
    className: "cell-editor",
    "data-own": true,
    "aria-label": label,
    "aria-invalid": wrong || undefined,
    value: text,
    maxLength: field.max,
    onKeyDown,
    onBlur: () => {
      done("stay");
      if (!over.current) onLeave();
    },
    onChange: ({ target }: { target: { value: string } }) => {
      setText(target.value);
      setWrong(false);
      onTyping();
    },
  };
  if (field.kind === "line" || field.kind === "lines") {
    return <textarea {...shared} rows={field.kind === "line" ? 2 : 4} />;
  }
  if (field.kind === "degrees") {
    return <input {...shared} type="text" inputMode="numeric" placeholder={t.degrees} />;
  }
  // Not a field of numbers: that one drops a minus that is typed first, and the comma of half the world.
  return <input {...shared} type="text" autoComplete="off" />;
}
