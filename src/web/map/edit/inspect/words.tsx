import { useId, useRef, useState } from "react";
import type { ClipboardEvent, KeyboardEvent } from "react";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { useDraft } from "./use-draft.ts";

type Props = {
  readonly label: string;
  readonly value: string;
  /** False when the text was refused: it stays in the field. */
  readonly onChange: (text: string, from: string) => boolean;
  readonly max?: number;
  readonly lines?: boolean;
  readonly hint?: string;
  readonly list?: readonly string[];
  readonly strong?: boolean;
};

/** How near the limit it is told. */
const NEAR = 0.9;

/** A field for text: one line, or as many as it takes. */
export function Words(props: Props) {
  const { label, value, onChange, max = 4000, lines = false, hint, list, strong = false } = props;
  const t = useText().inspect;
  const f = useFormat();
  const id = useId();
  const [cut, setCut] = useState(false);
  const box = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const draft = useDraft(box, value, onChange);
  const length = draft.shown.length;

  function write(text: string) {
    setCut(text.length > max);
    draft.type(text.slice(0, max));
  }

  /** A text that does not fit never enters the page: only what fits of it does. */
  function paste(event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const from = selectionStart ?? length;
    const to = selectionEnd ?? length;
    const room = max - (length - (to - from));
    const text = event.clipboardData.getData("text/plain");
    if (text.length <= room) return;
    event.preventDefault();
    draft.type(draft.shown.slice(0, from) + text.slice(0, room) + draft.shown.slice(to));
    setCut(true);
  }

  function leaveByEnter(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
    if (event.key === "Enter" && (!lines || event.ctrlKey || event.metaKey)) draft.flush();
  }

  const field = {
    id,
    value: draft.shown,
    "aria-describedby": `${id}-note`,
    onPaste: paste,
    onSelect: draft.moved,
    onBlur: draft.leave,
    onKeyDown: leaveByEnter,
  };
  const note = cut
    ? t.cut(f.number(max))
    : length > max * NEAR
      ? t.left(f.number(max - length))
      : hint;
  return (
    <div className="inspect-field" data-strong={strong || undefined}>
      <label htmlFor={id}>{label}</label>
      {lines ? (
        <textarea {...field} ref={box} rows={1} onChange={(event) => write(event.target.value)} />
      ) : (
        <input
          {...field}
          ref={box}
          list={list ? `${id}-list` : undefined}
          onChange={(event) => write(event.target.value)}
        />
      )}
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </datalist>
      )}
      <p id={`${id}-note`} className="inspect-note" role={cut ? "status" : undefined}>
        {note}
      </p>
    </div>
  );
}
