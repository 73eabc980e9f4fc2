import { useMutation } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import type { Comment } from "../../../protocol/map/comment.ts";
import { troubleWords } from "../../app/trouble.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useEditing } from "../edit/editing.ts";
import { Composer } from "./composer.tsx";
import { Said } from "./said.tsx";
import { useTalk } from "./talk.ts";
import { talkText } from "./text.ts";
import { toldWhen } from "./told-when.ts";
import { useNow } from "./use-now.ts";

type Props = {
  readonly comment: Comment;
  /** How many answers go with it when it goes. */
  readonly answers: number;
};

/** One comment: who, when, what; and for who said it, ways to change it and take it back. */
export function CommentLine({ comment, answers }: Props) {
  const { author, at, text, edited, mentions } = comment;
  const t = talkText[useLanguage()];
  const f = useFormat();
  const now = useNow();
  const talk = useTalk();
  const [doing, setDoing] = useState<"edit" | "remove" | null>(null);
  const line = useRef<HTMLDivElement>(null);
  const before = useRef(doing);
  useEffect(() => {
    // Back to where one came from.
    if (before.current !== null && doing === null)
      line.current?.querySelector<HTMLElement>(".talk-own button")?.focus();
    before.current = doing;
  }, [doing]);
  if (!talk) return null;
  const fresh = talk.isUnread(comment);
  return (
    <div ref={line} className="talk-comment">
      <p className="talk-by">
        <bdi>{author.name}</bdi>
        <time dateTime={at} title={f.dateTime(at)}>
          {toldWhen(at, now, t.when, f)}
        </time>
        {edited !== null && <span title={f.dateTime(edited)}>{t.edited}</span>}
        {fresh && <strong>{t.fresh}</strong>}
        {author.id === talk.person && doing === null && (
          <span className="talk-own">
            <button type="button" className="word-button" onClick={() => setDoing("edit")}>
              {t.edit}
            </button>
            <button type="button" className="word-button" onClick={() => setDoing("remove")}>
              {t.remove}
            </button>
          </span>
        )}
      </p>
      {doing === "edit" ? (
        <Composer
          label={t.editing}
          draft={`edit ${comment.id}`}
          initial={text}
          send={t.keep}
          focused
          onSend={async (said) => {
            await talk.deeds.edit(comment.id, said);
            setDoing(null);
          }}
          onCancel={() => setDoing(null)}
        />
      ) : (
        <Said text={text} names={mentions} />
      )}
      {doing === "remove" && (
        <Removal comment={comment} answers={answers} onLeave={() => setDoing(null)} />
      )}
    </div>
  );
}

/** Asks once more before a comment goes. */
function Removal({ comment, answers, onLeave }: Props & { readonly onLeave: () => void }) {
  const language = useLanguage();
  const t = talkText[language];
  const talk = useTalk();
  const announce = useEditing()?.announce;
  const id = useId();
  const sure = useRef<HTMLButtonElement>(null);
  useEffect(() => sure.current?.focus(), []);
  const removal = useMutation({
    mutationFn: async () => {
      const inside = comment.thread === null ? "[data-talk]" : "[data-thread]";
      const home = sure.current?.closest<HTMLElement>(inside);
      await talk?.deeds.remove(comment.id, talk.person);
      announce?.(t.removed);
      home?.focus();
    },
  });
  return (
    <p className="talk-removal">
      <span id={id}>{t.sure(answers)}</span>
      <button
        ref={sure}
        type="button"
        className="link-button"
        aria-describedby={id}
        onClick={() => removal.isPending || removal.mutate()}
      >
        {t.remove}
      </button>
      <button type="button" className="word-button" onClick={onLeave}>
        {t.cancel}
      </button>
      {removal.isError && (
        <span role="alert" className="talk-trouble">
          {troubleWords(removal.error, language)}
        </span>
      )}
    </p>
  );
}
