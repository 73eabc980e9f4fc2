import { useRef, useState } from "react";
import type { ReactNode } from "react";
import { useLanguage } from "../../language/language.ts";
import { useEditing } from "../edit/editing.ts";
import { Composer } from "./composer.tsx";
import { useTalk } from "./talk.ts";
import { talkText } from "./text.ts";

type Props = {
  /** The part of the map that it is about. */
  readonly element: string;
  /** The field is there from the first: with the cursor in it, or quietly where nothing is said yet. */
  readonly open?: "focused" | "quiet" | null;
  readonly onPlaced?: (comment: string) => void;
  readonly children?: ReactNode;
};

/** Begins a thread about one part of the map. */
export function Saying({ element, open = null, onPlaced, children }: Props) {
  const t = talkText[useLanguage()];
  const talk = useTalk();
  const announce = useEditing()?.announce;
  const [writing, setWriting] = useState(open);
  const button = useRef<HTMLButtonElement>(null);
  if (!talk) return null;
  function leave(): void {
    setWriting(null);
    button.current?.focus();
  }
  return (
    <>
      {open !== "quiet" && (
        <button
          ref={button}
          type="button"
          className="link-button talk-write"
          aria-expanded={writing !== null}
          onClick={() => setWriting(writing === null ? "focused" : null)}
        >
          {t.write}
        </button>
      )}
      {(writing !== null || open === "quiet") && (
        <Composer
          label={t.say}
          draft={children === undefined ? `new ${element}` : "new"}
          send={t.send}
          focused={writing === "focused"}
          onSend={async (said) => {
            const id = await talk.deeds.add({ ...said, element, thread: null });
            announce?.(t.placed);
            leave();
            onPlaced?.(id);
          }}
          {...(open !== "quiet" && { onCancel: leave })}
        >
          {children}
        </Composer>
      )}
    </>
  );
}
