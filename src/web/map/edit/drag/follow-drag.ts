type Following = {
  /** What is scrolled sideways when the pointer comes near its edges. */
  readonly scroller: HTMLElement | null;
  /** Pixels at its left in which nothing can be dropped. */
  readonly rail: number;
  /** The pointer moved, or the page under it did. */
  readonly onMove: (x: number, y: number) => void;
  /** It was let go; false when it never moved or was taken back. */
  readonly onEnd: (dropped: boolean) => void;
};

/** Pixels after which pressing has become dragging. */
const SLACK = 5;
/** So near an edge the page scrolls, at most this many pixels in a frame. */
const EDGE = 64;
const SPEED = 24;

/** Follows a pressed pointer until it is let go; Esc and a lost pointer take the drag back. */
export function followDrag(begin: PointerEvent, following: Following): void {
  const { scroller, rail, onMove, onEnd } = following;
  const { pointerId, clientX, clientY } = begin;
  const page = document.documentElement;
  const over = new AbortController();
  const { signal } = over;
  let [x, y] = [clientX, clientY];
  let dragging = false;
  let frame = 0;

  function start() {
    dragging = true;
    // The page holds the pointer, so that letting go is no click on what lies under it.
    page.setPointerCapture(pointerId);
    page.dataset["dragging"] = "";
    frame = requestAnimationFrame(scroll);
  }

  function scroll() {
    const by = scroller ? pull(scroller.getBoundingClientRect(), rail, x) : 0;
    if (by !== 0) {
      scroller?.scrollBy(by, 0);
      onMove(x, y);
    }
    frame = requestAnimationFrame(scroll);
  }

  function end(dropped: boolean) {
    if (dragging) {
      cancelAnimationFrame(frame);
      delete page.dataset["dragging"];
      onEnd(dropped);
    }
    dragging = false;
  }

  const listen = <Name extends "pointermove" | "pointerup" | "pointercancel" | "keydown">(
    name: Name,
    does: (event: WindowEventMap[Name]) => void,
  ) => globalThis.addEventListener(name, does, { capture: true, signal });

  let cancelled = false;
  listen("pointermove", (event) => {
    if (event.pointerId !== pointerId || cancelled) return;
    [x, y] = [event.clientX, event.clientY];
    if (!dragging && Math.hypot(x - clientX, y - clientY) < SLACK) return;
    if (!dragging) start();
    onMove(x, y);
  });
  listen("keydown", (event) => {
    if (event.key !== "Escape" || !dragging) return;
    event.preventDefault();
    event.stopPropagation();
    cancelled = true;
    end(false);
  });
  for (const name of ["pointerup", "pointercancel"] as const)
    listen(name, (event) => {
      if (event.pointerId !== pointerId) return;
      over.abort();
      end(name === "pointerup");
    });
}

/** How far to scroll in this frame: faster, the nearer to the edge. */
function pull({ left, right }: DOMRect, rail: number, x: number): number {
  const before = left + rail + EDGE - x;
  const beyond = x - (right - EDGE);
  if (before > 0) return -Math.ceil((Math.min(before, EDGE) / EDGE) * SPEED);
  return beyond > 0 ? Math.ceil((Math.min(beyond, EDGE) / EDGE) * SPEED) : 0;
}
