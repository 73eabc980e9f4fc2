import { useEffect, useRef, useState } from "react";
import type { Overlay } from "../../../../core/evidence/overlay.ts";
import { useFormat } from "../../../language/format.ts";
import { useText } from "../../../language/text.ts";
import { afterFrames } from "../../../app/after-frames.ts";
import { take } from "../drag/held.ts";
import { useEditing } from "../editing.ts";
import { useAround } from "./around.ts";
import { AskBind } from "./ask-bind.tsx";
import { ruleOf, unclaimed, unsupported } from "./tray.ts";
import type { Unclaimed } from "./tray.ts";
import "./tray.css";

type Props = {
  readonly id: string;
  readonly overlay: Overlay;
  /** Opens all that stands behind a touchpoint. */
  readonly onOpen: (touchpoint: string) => void;
  readonly onClose: () => void;
};

/** Under the map: what the data has and the map does not, to drag onto it, and the other way round. */
export function BindingTray({ id, overlay, onOpen, onClose }: Props) {
  const t = useText();
  const words = t.inspect;
  const f = useFormat();
  const editing = useEditing();
  const facets = useAround()?.facets ?? null;
  const [asked, setAsked] = useState<Unclaimed | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const toHeading = () => heading.current?.focus();
  useEffect(toHeading, []);

  if (!editing?.allowed) return null;
  const loose = unclaimed(overlay, facets);
  const silent = unsupported(editing.journey, overlay);
  return (
    <aside className="tray" id={id} aria-labelledby={`${id}-title`}>
      <header className="tray-head">
        <h2 ref={heading} id={`${id}-title`} tabIndex={-1}>
          {words.tray}
        </h2>
        <button
          type="button"
          className="word-button"
          onClick={() => {
            document.querySelector<HTMLElement>(`[aria-controls="${id}"]`)?.focus();
            onClose();
          }}
        >
          {t.map.drawer.close}
        </button>
      </header>
      <section aria-label={words.unclaimed}>
        <h3>{words.unclaimed}</h3>
        <p className="tray-note">{loose.length === 0 ? words.allClaimed : words.unclaimedHint}</p>
        <ul className="tray-list">
          {loose.map((one) => (
            <li key={one.label}>
              <button
                type="button"
                className="tray-event"
                aria-haspopup="dialog"
                onPointerDown={(event) =>
                  take({ kind: "event", rule: ruleOf(one), title: one.label }, event.nativeEvent)
                }
                onClick={() => setAsked(one)}
              >
                {one.label} <span>{words.journeys(f.number(one.journeys))}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {silent.length > 0 && (
        <section aria-label={words.unsupported}>
          <h3>{words.unsupported}</h3>
          <p className="tray-note">{words.unsupportedHint}</p>
          <ul className="tray-list">
            {silent.map((one) => (
              <li key={one.id}>
                <button type="button" className="link-button" onClick={() => onOpen(one.id)}>
                  {one.title}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {asked && (
        <AskBind
          one={asked}
          onClose={() => setAsked(null)}
          // What is bound leaves the tray, and would take the keyboard along.
          onBound={() => afterFrames(2, toHeading)}
        />
      )}
    </aside>
  );
}
