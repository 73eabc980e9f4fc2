import { useEffect, useEffectEvent, useRef, useState } from "react";
import type { CSSProperties, RefObject } from "react";
import { createPortal } from "react-dom";
import { useText } from "../../../language/text.ts";
import type { Drawing } from "../../drawing.ts";
import { useEditing } from "../editing.ts";
import { useTouchpointDeeds } from "../use-touchpoint-deeds.ts";
import { episodeLanding, touchpointLanding } from "./drop-place.ts";
import { followDrag } from "./follow-drag.ts";
import { onTaken } from "./held.ts";
import type { Held } from "./held.ts";
import "./drag.css";

type Props = {
  readonly drawing: Drawing;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rail: number;
  /** The touchpoint that something was done with. */
  readonly onGo: (touchpoint: string) => void;
};

/** Something on its way: pixels from the map's left edge, whether it is over the map, and where on the screen. */
type Drag = {
  readonly held: Held;
  readonly x: number;
  readonly over: boolean;
  readonly at: readonly [x: number, y: number];
};

/** Over the map: where what is dragged would land. */
export function DropLayer({ drawing, scroller, rail, onGo }: Props) {
  const t = useText().map.edit;
  const editing = useEditing();
  const deeds = useTouchpointDeeds();
  const layer = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  /** Where it would land, and what letting go there does; null where it cannot be let go. */
  function landing({ held, x, over }: Drag): { line: number; drop: () => void } | null {
    const at = (x - rail) / drawing.width;
    const { columns, spans } = drawing;
    if (held.kind === "touchpoint") {
      const place = touchpointLanding(columns, at);
      if (!place) return null;
      const drop = () => deeds.moveTo(held.id, place.where) && onGo(held.id);
      return { line: place.line, drop };
    }
    if (held.kind === "episode") {
      const { where, line } = episodeLanding(spans, at);
      const first = columns[spans.find(({ id }) => id === held.id)?.first ?? 0]?.touchpoint.id;
      return { line, drop: () => deeds.moveEpisodeTo(held.id, where) && first && onGo(first) };
    }
    const under = over ? columns[Math.floor(at)] : undefined;
    if (!under) return null;
    const { id } = under.touchpoint;
    return { line: under.index, drop: () => deeds.bind(id, held.rule, held.title) && onGo(id) };
  }

  /** The map may have changed while it was on its way. */
  const ended = useEffectEvent((done: Drag) => landing(done)?.drop());
  const follow = useEffectEvent((held: Held, event: PointerEvent) => {
    let now: Drag | null = null;
    followDrag(event, {
      scroller: scroller.current,
      rail,
      onMove(clientX, clientY) {
        const corner = layer.current?.getBoundingClientRect();
        if (!corner) return;
        if (now === null) editing?.announce(t.dragged(held.title));
        const x = clientX - corner.left;
        const over = x > rail && isOverMap(clientX, clientY, layer.current);
        now = { held, x, over, at: [clientX, clientY] };
        setDrag(now);
      },
      onEnd(dropped) {
        setDrag(null);
        if (dropped && now) ended(now);
        else editing?.announce(t.putBack(held.title));
      },
    });
  });

  useEffect(() => onTaken((held, event) => follow(held, event)), []);

  const lands = drag && landing(drag);
  return (
    <div ref={layer} className="drop-layer" aria-hidden="true">
      {drag && (
        <>
          <Taken held={drag.held} drawing={drawing} />
          {lands && (
            <div
              className={drag.held.kind === "event" ? "drop-column" : "drop-line"}
              style={{ "--at": lands.line } as CSSProperties}
            />
          )}
          {createPortal(
            <div
              className="drop-chip"
              aria-hidden="true"
              data-over={lands !== null || undefined}
              style={{ translate: `${drag.at[0] + 14}px ${drag.at[1] + 10}px` }}
            >
              {drag.held.title}
            </div>,
            document.body,
          )}
        </>
      )}
    </div>
  );
}

/** Nothing else lies over the map at this point. */
function isOverMap(x: number, y: number, layer: HTMLElement | null): boolean {
  const grid = layer?.closest(".grid");
  return document.elementsFromPoint(x, y)[0]?.closest(".grid") === grid;
}

/** What was taken up stands faintly where it stood. */
function Taken({ held, drawing }: { readonly held: Held; readonly drawing: Drawing }) {
  if (held.kind === "event") return null;
  const column = drawing.columns.find(({ touchpoint }) => touchpoint.id === held.id)?.index;
  const span = drawing.spans.find(({ id }) => id === held.id);
  const [first, last] = span ? [span.first, span.last] : [column ?? 0, column ?? -1];
  return (
    <div
      className="drop-taken"
      style={{ "--at": first, "--count": last - first + 1 } as CSSProperties}
    />
  );
}
