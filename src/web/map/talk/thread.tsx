import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Person } from "../../../protocol/map/comment.ts";
import { troubleWords } from "../../app/trouble.tsx";
import { useFormat } from "../../language/format.ts";
import { useLanguage } from "../../language/language.ts";
import { useEditing } from "../edit/editing.ts";
import { CommentLine } from "./comment-line.tsx";
import { Composer } from "./composer.tsx";
import { useTalk } from "./talk.ts";
import { talkText } from "./text.ts";
import type { Placed } from "./threads.ts";
import { toldWhen } from "./told-when.ts";
import { partName } from "./use-announced.ts";
import { useNamed } from "./use-named.tsx";
import { useNow } from "./use-now.ts";
import { useShown } from "./use-shown.ts";

type Props = {
  readonly thread: Placed;
  /** What stands above it says already what it is about. */
  readonly plain?: boolean;
};

/** A comment with the answers to it: to be answered, and settled. */
export function ThreadView({ thread, plain = false }: Props) {
  const { first, answers, place } = thread;
  const language = useLanguage();
  const t = talkText[language];
  const f = useFormat();
  const now = useNow();
  const talk = useTalk();
  const announce = useEditing()?.announce;
  const [answering, setAnswering] = useState(false);
  const { ask, named } = useNamed();
  const answer = useRef<HTMLButtonElement>(null);
  const shown = useShown(() => talk?.read(thread));
  const settle = useMutation({
    mutationFn: (resolve: () => Promise<void>) => resolve(),
  });
  if (!talk) return null;
  const { deeds, read } = talk;
  const settled = first.resolved !== null;
  const about = partName(place, language);

  function leave(): void {
    setAnswering(false);
    answer.current?.focus();
  }

  function settleAs(author: Person): void {
    // Who does something with it has read it.
    read(thread);
    settle.mutate(async () => {
      await deeds.resolve(first.id, author, !settled);
      announce?.(settled ? t.reopened : t.settled);
    });
  }

  return (
    <article
      ref={shown}
      className="talk-thread"
      data-thread={first.id}
      data-settled={settled || undefined}
      tabIndex={-1}
      aria-label={t.thread(first.author.name, about)}
    >
      {(place.gone || !plain) && (
        <p className="talk-about">
          <bdi>{place.gone ? t.wasAbout(about) : about}</bdi>
        </p>
      )}
      <CommentLine comment={first} answers={answers.length} />
      {answers.length > 0 && (
        <ol className="talk-answers">
          {answers.map((each) => (
            <li key={each.id}>
              <CommentLine comment={each} answers={0} />
            </li>
          ))}
        </ol>
      )}
      {first.resolved !== null && (
        <p className="talk-settled">
          {t.settledBy(first.resolvedBy ?? "", toldWhen(first.resolved, now, t.when, f))}
        </p>
      )}
      <p className="talk-deeds">
        <button
          ref={answer}
          type="button"
          className="word-button"
          aria-expanded={answering}
          onClick={() => setAnswering(!answering)}
        >
          {t.answer}
        </button>
        <button type="button" className="word-button" onClick={() => named(settleAs)}>
          {settled ? t.reopen : t.settle}
        </button>
      </p>
      {ask}
      {settle.isError && (
        <p role="alert" className="talk-trouble">
          {troubleWords(settle.error, language)}
        </p>
      )}
      {answering && (
        <Composer
          label={t.answerTo(first.author.name)}
          draft={`answer ${first.id}`}
          send={t.send}
          focused
          onSend={async (said) => {
            read(thread);
            await deeds.add({ ...said, element: first.element, thread: first.id });
            announce?.(t.placed);
            leave();
          }}
          onCancel={leave}
        />
      )}
    </article>
  );
}
