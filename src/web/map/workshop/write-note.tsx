import { useEffect, useId, useRef, useState } from "react";
import type { FormEvent, KeyboardEvent } from "react";
import { NoteKind } from "../../../protocol/map/workshop.ts";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import type { Draft } from "./draft.ts";
import { workshopText } from "./text.ts";

const MOST = 280;
/** From here on the room that is left is also said aloud. */
const NEAR = 20;

type Props = {
  readonly draft: Draft;
  readonly title: string;
  /** Each time something is typed or chosen, so that it is kept. */
  readonly onDraft: (draft: Draft) => void;
  readonly onPlace: (draft: Draft) => void;
  readonly onCancel: () => void;
};

/** Where a guest writes: what it is, what it says, and how much room is left. */
export function WriteNote({ draft, title, onDraft, onPlace, onCancel }: Props) {
  const t = workshopText[useLanguage()];
  const f = useFormat();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [written, setWritten] = useState(draft);
  const { kind, text } = written;
  const left = MOST - text.trim().length;
  const fits = left >= 0 && text.trim() !== "";
  const room = left < 0 ? t.over(f.number(-left), left === -1) : t.left(f.number(left), left === 1);

  useEffect(() => {
    field.current?.focus();
    field.current?.scrollIntoView({ block: "center" });
  }, []);

  function change(part: Partial<Draft>) {
    setWritten({ ...written, ...part });
    onDraft({ ...written, ...part });
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (fits) onPlace({ ...written, text: text.trim() });
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape") onCancel();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
  }

  return (
    <form className="write-note" aria-label={title} onSubmit={submit}>
      <fieldset>
        <legend className="visually-hidden">{t.kind}</legend>
        {NoteKind.options.map((each) => (
          <label key={each} data-chosen={each === kind || undefined}>
            <input
              type="radio"
              name={`${id}-kind`}
              checked={each === kind}
              onChange={() => change({ kind: each })}
            />
            {t.kinds[each]}
          </label>
        ))}
      </fieldset>
      <label htmlFor={id} className="field-label">
        {title}
      </label>
      <textarea
        ref={field}
        id={id}
        dir="auto"
        rows={4}
        value={text}
        placeholder={t.kindHints[kind]}
        aria-describedby={`${id}-room`}
        aria-invalid={left < 0 || undefined}
        onChange={(event) => change({ text: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-room`} className="write-room" data-over={left < 0 || undefined}>
        {room}
      </p>
      <span className="visually-hidden" role="status">
        {left <= NEAR && room}
      </span>
      <p className="write-deeds">
        <button type="submit" className="button" disabled={!fits}>
          {t.place}
        </button>
        <button type="button" className="word-button" onClick={onCancel}>
          {t.cancel}
        </button>
      </p>
    </form>
  );
}
