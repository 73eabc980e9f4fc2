import { createContext, useCallback, useContext, useEffect, useState } from "react";
import type { ReactNode } from "react";
import { useText } from "../../language/text.ts";
import { useEditing } from "./editing.ts";
import "./notice.css";

/** What happened a moment ago. */
export type Notice = {
  readonly text: string;
  /** More to read; it then stays until it is closed. */
  readonly more?: readonly string[];
  /** As what it was said when it was done: it can be taken back from here while nothing came after it. */
  readonly undo?: string;
};

/** How long a notice stays; it waits while one points at it or has the focus in it. */
const STAY_MS = 8000;

const NoticeContext = createContext<(notice: Notice) => void>(() => undefined);

/** Tells what happened, quietly, at the foot of the page. */
export function useNotice(): (notice: Notice) => void {
  return useContext(NoticeContext);
}

export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const t = useText().map.edit;
  const editing = useEditing();
  const [shown, setShown] = useState<(Notice & { readonly count: number }) | null>(null);
  const close = useCallback(() => setShown(null), []);
  const announce = editing?.announce;
  const { undoKeys } = t;
  const tell = useCallback(
    (notice: Notice) => {
      setShown((before) => ({ ...notice, count: (before?.count ?? 0) + 1 }));
      const how = notice.undo === undefined ? [] : [undoKeys];
      announce?.([notice.text, ...(notice.more ?? []), ...how].join(". "));
    },
    [announce, undoKeys],
  );
  // What was done after it would be taken back first.
  const last = shown?.undo === undefined || editing?.canUndo === shown.undo;
  const over = !last && shown?.more === undefined;
  return (
    <NoticeContext value={tell}>
      {children}
      {shown && !over && <Shown key={shown.count} notice={shown} last={last} onClose={close} />}
    </NoticeContext>
  );
}

type ShownProps = {
  readonly notice: Notice;
  readonly last: boolean;
  readonly onClose: () => void;
};

function Shown({ notice, last, onClose }: ShownProps) {
  const t = useText().map;
  const editing = useEditing();
  const [held, setHeld] = useState(false);
  const { text, more = [], undo } = notice;
  const stays = held || more.length > 0;

  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(onClose, STAY_MS);
    return () => clearTimeout(timer);
  }, [stays, onClose]);

  return (
    // What is pointed at or has the focus only waits; there is nothing to activate.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className="notice"
      aria-label={t.edit.notice}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{text}</p>
      {more.length > 0 && (
        <ul>
          {more.map((line, at) => (
            <li key={`${at}`}>{line}</li>
          ))}
        </ul>
      )}
      {undo !== undefined && last && (
        <button
          type="button"
          className="notice-undo"
          onClick={() => {
            editing?.undo();
            onClose();
          }}
        >
          {t.edit.undo}
        </button>
      )}
      <button type="button" className="notice-close" aria-label={t.drawer.close} onClick={onClose}>
        <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
          <path d="M3 3 13 13M13 3 3 13" />
        </svg>
      </button>
    </section>
  );
}
