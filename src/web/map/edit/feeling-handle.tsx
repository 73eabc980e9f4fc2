import { useRef } from "react";
import type { KeyboardEvent, PointerEvent } from "react";
import { wholeScale } from "../../../core/map/sheet/emotion.ts";
import { shownFeeling } from "../../../core/map/sheet/shown-feeling.ts";
import { useFormat } from "../../language/format.ts";
import { useText } from "../../language/text.ts";

/** A step of 0.1 on the scale of −2 … +2 that is shown. */
const STEP = 0.05;
const LEAP = 0.25;

type Props = {
  /** Of the touchpoint. */
  readonly id: string;
  readonly label: string;
  /** What is claimed here on −1 … +1; null while nothing is. */
  readonly value: number | null;
  /** Where it would lie on the line as it is drawn around it. */
  readonly rest: number;
  readonly held: number | null;
  /** The cell around it takes the keyboard. */
  readonly active: boolean;
  /** Null puts back what was there. */
  readonly onHold: (id: string, value: number | null) => void;
  readonly onLay: (id: string, value: number) => void;
};

/** A point of the curve that can be dragged up and down, and is a slider to the keyboard. */
export function FeelingHandle(props: Props) {
  const { id, label, value, rest, held, active, onHold, onLay } = props;
  const t = useText();
  const f = useFormat();
  const from = useRef<{ readonly y: number; readonly value: number } | null>(null);
  // A blur may come before the page is drawn with what was held last, and while one holds a feeling
  // another may put a touchpoint before it: it stays that of the touchpoint where it was taken.
  const inHand = useRef<{ readonly id: string; readonly value: number } | null>(null);
  const now = held ?? value ?? rest;
  const said = t.inspect.feels(
    shownFeeling(now, f),
    t.inspect.faces[Math.round(now * 2) + 2] ?? "",
  );

  function hold(to: number): void {
    const value = Math.round(Math.max(-1, Math.min(1, to)) / STEP) * STEP;
    inHand.current = { id: inHand.current?.id ?? id, value };
    onHold(inHand.current.id, value);
  }

  function letGo(): void {
    from.current = null;
    inHand.current = null;
    onHold(id, null);
  }

  function lay(): void {
    if (inHand.current !== null) onLay(inHand.current.id, inHand.current.value);
    letGo();
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (event.key === "Tab" || event.ctrlKey || event.metaKey) return;
    event.stopPropagation();
    const to = valueAfter(event.key, now);
    if (to !== null) hold(to);
    else if (event.key === "Enter" || event.key === "Escape") {
      if (event.key === "Enter") lay();
      else letGo();
      event.currentTarget.closest<HTMLElement>(".cell")?.focus();
    } else return;
    event.preventDefault();
  }

  function onPointerDown(event: PointerEvent<HTMLElement>): void {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    event.preventDefault();
    from.current = { y: event.clientY, value: now };
  }

  function onPointerMove({ clientY }: PointerEvent): void {
    if (from.current === null) return;
    const { y, value: start } = from.current;
    if (held === null && Math.abs(clientY - y) < 2) return;
    hold(wholeScale.valueAt(wholeScale.heightOf(start) + clientY - y));
  }

  return (
    <span
      role="slider"
      className="feeling-handle"
      data-own
      data-claimed={value !== null || undefined}
      data-held={held !== null || undefined}
      tabIndex={active || held !== null ? 0 : -1}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={-2}
      aria-valuemax={2}
      aria-valuenow={Math.round(now * 20) / 10}
      aria-valuetext={value === null && held === null ? t.map.edit.notFelt : said}
      title={t.map.edit.drag}
      style={{ insetBlockStart: wholeScale.heightOf(now) }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={lay}
      onPointerCancel={letGo}
      onBlur={lay}
    >
      {held !== null && (
        <span className="feeling-held" aria-hidden="true">
          {said}
        </span>
      )}
    </span>
  );
}

function valueAfter(key: string, now: number): number | null {
  switch (key) {
    case "ArrowUp":
    case "ArrowRight":
      return now + STEP;
    case "ArrowDown":
    case "ArrowLeft":
      return now - STEP;
    case "PageUp":
      return now + LEAP;
    case "PageDown":
      return now - LEAP;
    case "Home":
      return -1;
    case "End":
      return 1;
    default:
      return null;
  }
}
