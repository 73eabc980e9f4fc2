import { useMutation } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import type { FormEvent, KeyboardEvent, ReactNode } from "react";
import type { Person } from "../../../protocol/map/comment.ts";
import { troubleWords } from "../../app/trouble.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useText } from "../../language/text.ts";
import { rememberName } from "../edit/identity.ts";
import { mentionsIn } from "./mention.ts";
import { useTalk } from "./talk.ts";
import { talkText } from "./text.ts";
import { useCompletion } from "./use-completion.ts";

const MOST = 4000;
/** How near the limit it is told. */
const NEAR = 0.9;

type Said = { readonly author: Person; readonly text: string; readonly mentions: string[] };

type Props = {
  readonly label: string;
  /** Under which what is typed is kept until it is placed. */
  readonly draft: string;
  readonly initial?: string;
  readonly send: string;
  readonly onSend: (said: Said) => Promise<void>;
  readonly onCancel?: () => void;
  /** The cursor goes to it as it appears. */
  readonly focused?: boolean;
  readonly children?: ReactNode;
};

/** A field to say something in, with completion of names behind an @. */
export function Composer(props: Props) {
  const { label, draft, initial = "", send, onSend, onCancel, focused = false, children } = props;
  const language = useLanguage();
  const t = talkText[language];
  const words = useText().inspect;
  const f = useFormat();
  const talk = useTalk();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const [text, setText] = useState(talk?.drafts.get(draft) ?? initial);
  const [name, setName] = useState("");
  const people = talk?.people ?? [];
  const sending = useMutation({
    mutationFn: onSend,
    onSuccess: () => write(initial),
  });
  const completion = useCompletion(text, people, (taken, at) => {
    write(taken);
    caret.current = at;
  });

  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);

  useEffect(() => {
    if (caret.current !== null) field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text]);

  if (!talk) return null;
  const { person, name: known, drafts } = talk;
  const author = (known ?? name).trim().slice(0, 80);
  const ready = text.trim() !== "" && author !== "";

  function write(now: string): void {
    setText(now);
    if (now === initial) drafts.delete(draft);
    else drafts.set(draft, now);
  }

  function submit(event?: FormEvent): void {
    event?.preventDefault();
    if (!ready || sending.isPending) return;
    if (known === null) rememberName(author);
    const mentions = [...new Set(mentionsIn(text, people).map((each) => each.name))].slice(0, 20);
    sending.mutate({ author: { id: person, name: author }, text: text.trim(), mentions });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (completion.onKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      submit();
    } else if (event.key === "Escape" && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  }

  const { names, chosen } = completion;
  const room = MOST - text.length;
  const note =
    room <= 0
      ? words.cut(f.number(MOST))
      : room < MOST * (1 - NEAR)
        ? words.left(f.number(room))
        : t.hint;
  return (
    <form className="talk-composer" onSubmit={submit}>
      {known === null && (
        <label>
          <span className="field-label">{t.yourName}</span>
          <input
            value={name}
            maxLength={80}
            required
            autoComplete="name"
            onChange={({ target }) => setName(target.value)}
          />
        </label>
      )}
      {children}
      <label>
        <span className="field-label">{label}</span>
        <textarea
          ref={field}
          rows={2}
          dir="auto"
          value={text}
          maxLength={MOST}
          aria-describedby={`${id}-note`}
          aria-autocomplete="list"
          aria-controls={names.length > 0 ? `${id}-names` : undefined}
          aria-activedescendant={
            chosen === undefined ? undefined : `${id}-${names.indexOf(chosen)}`
          }
          onChange={({ target }) => {
            write(target.value);
            completion.follow(target.value, target.selectionStart);
          }}
          onSelect={({ currentTarget }) =>
            completion.follow(currentTarget.value, currentTarget.selectionStart)
          }
          onBlur={completion.leave}
          onKeyDown={onKeyDown}
        />
      </label>
      {names.length > 0 && (
        <div id={`${id}-names`} role="listbox" aria-label={t.mention} className="talk-names">
          {names.map((each, at) => (
            // The cursor stays in the text: its keys choose, and say which name would be taken.
            // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events
            <div
              key={each}
              id={`${id}-${at}`}
              role="option"
              aria-selected={each === chosen}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => completion.take(each)}
            >
              <bdi>{each}</bdi>
            </div>
          ))}
        </div>
      )}
      <span className="visually-hidden" role="status">
        {names.length > 0 && t.names(names.length)}
      </span>
      <div className="talk-sending">
        <button type="submit" className="link-button" disabled={!ready}>
          {send}
        </button>
        {onCancel && (
          <button type="button" className="word-button" onClick={onCancel}>
            {t.cancel}
          </button>
        )}
        <p id={`${id}-note`} className="talk-note" role={room <= 0 ? "status" : undefined}>
          {note}
        </p>
      </div>
      {sending.isError && (
        <p role="alert" className="talk-trouble">
          {troubleWords(sending.error, language)}
        </p>
      )}
    </form>
  );
}
