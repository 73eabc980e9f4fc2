import { useEffect, useRef } from "react";
import { kindNames } from "../../../core/map/change-words.ts";
import { useFormat } from "../../language/format.ts";
import type { Language } from "../../language/language.ts";
import { useLanguage } from "../../language/language.ts";
import { useEditing } from "../edit/editing.ts";
import { talkText } from "./text.ts";
import { saidIn, type Place, type Placed } from "./threads.ts";

/** So long one waits for more before what others said is told. */
const PAUSE = 1500;

/** Tells whoever listens to the page what others say while it is open: several at once as one. */
export function useAnnounced(threads: readonly Placed[] | null, person: string): void {
  const language = useLanguage();
  const t = talkText[language];
  const f = useFormat();
  const announce = useEditing()?.announce;
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (threads === null || announce === undefined) return;
    const all = threads.flatMap((thread) =>
      saidIn(thread).map((comment) => ({ comment, place: thread.place })),
    );
    const ids = new Set(all.map(({ comment }) => comment.id));
    const before = known.current ?? ids;
    const fresh = all.filter(
      ({ comment }) => !before.has(comment.id) && comment.author.id !== person,
    );
    const tell = () => {
      known.current = ids;
      const [one] = fresh;
      if (one === undefined) return;
      const names = [...new Set(fresh.map(({ comment }) => comment.author.name))].join(", ");
      announce(
        fresh.length === 1
          ? t.newOne(names, partName(one.place, language))
          : t.newMore(f.number(fresh.length), names),
      );
    };
    if (fresh.length === 0) return tell();
    const timer = setTimeout(tell, PAUSE);
    return () => clearTimeout(timer);
  }, [threads, announce, person, language, t, f]);
}

/** A part as it is spoken of in a sentence: pain point “Slow”, the journey. */
export function partName({ kind, title }: Place, language: Language): string {
  return talkText[language].part(kindNames[kind][language], title);
}
