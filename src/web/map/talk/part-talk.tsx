import { useId, useState } from "react";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { Saying } from "./saying.tsx";
import { useTalk } from "./talk.ts";
import { talkText } from "./text.ts";
import { ThreadView } from "./thread.tsx";

type Props = {
  readonly element: string;
  /** What the part is called. */
  readonly name: string;
};

/** A word at a part of the map behind which stands what is said of it. */
export function PartTalk({ element, name }: Props) {
  const t = talkText[useLanguage()];
  const f = useFormat();
  const talk = useTalk();
  const id = useId();
  const [open, setOpen] = useState(false);
  if (!talk) return null;
  const threads = (talk.threads ?? []).filter(({ first }) => first.element === element);
  const waiting = threads.filter(({ first }) => first.resolved === null).length;
  return (
    <div className="part-talk">
      <button
        type="button"
        className="word-button"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {waiting === 0 ? t.comment : t.commentCount(f.number(waiting))}
        <span className="visually-hidden">{` ${name}`}</span>
      </button>
      {open && (
        <div id={id} className="talk" data-talk tabIndex={-1}>
          {threads.map((thread) => (
            <ThreadView key={thread.first.id} thread={thread} plain />
          ))}
          <Saying element={element} />
        </div>
      )}
    </div>
  );
}
