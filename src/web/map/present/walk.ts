import { useEffect, useState } from "react";

/** Further than this, in CSS pixels, and a touch was a swipe. */
const SWIPE = 40;

/** Where in `count` slides one is, and the keys, clicks and swipes that lead on and back. */
export function useWalk(count: number, frame: HTMLElement | null) {
  const [at, setAt] = useState(0);
  useEffect(() => {
    if (!frame) return;
    const stage: HTMLElement = frame;
    const stop = new AbortController();
    const go = (by: number) => setAt((now) => Math.max(0, Math.min(count - 1, now + by)));
    let from: { x: number; y: number } | null = null;
    let swiped = false;
    const onButton = ({ target }: Event) =>
      target instanceof Element && target.closest("button, a") !== null;

    function onKey(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const by = steps(event, count, onButton(event));
      if (by === 0 || (scrolling.has(event.key) && hasMore(stage, by))) return;
      event.preventDefault();
      go(by);
    }
    function onDown({ clientX: x, clientY: y }: PointerEvent) {
      from = { x, y };
      swiped = false;
    }
    function onUp({ clientX, clientY, pointerType }: PointerEvent) {
      if (!from || pointerType === "mouse") return;
      const [x, y] = [clientX - from.x, clientY - from.y];
      if (Math.abs(x) < SWIPE || Math.abs(x) < Math.abs(y)) return;
      swiped = true;
      go(x < 0 ? 1 : -1);
    }
    function onClick(event: MouseEvent) {
      const marked = getSelection()?.isCollapsed === false;
      if (!swiped && !marked && !onButton(event)) go(1);
    }
    document.addEventListener("keydown", onKey, stop);
    stage.addEventListener("pointerdown", onDown, stop);
    stage.addEventListener("pointerup", onUp, stop);
    stage.addEventListener("click", onClick, stop);
    return () => stop.abort();
  }, [count, frame]);
  return [at, setAt] as const;
}

/** Keys that first lead to the rest of a slide that is longer than the screen. */
const scrolling: ReadonlySet<string> = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp", " "]);

/** Is there more of the slide under the edge of the screen, or above it? */
function hasMore(stage: HTMLElement, by: number): boolean {
  const slide = stage.querySelector("section");
  if (!slide) return false;
  const { scrollTop, clientHeight, scrollHeight } = slide;
  return by > 0 ? scrollTop + clientHeight < scrollHeight - 4 : scrollTop > 4;
}

/** How far a key leads; 0 for a key that leads nowhere. */
function steps({ key, shiftKey }: KeyboardEvent, count: number, onButton: boolean): number {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
    case "PageDown":
      return 1;
    case "ArrowLeft":
    case "ArrowUp":
    case "PageUp":
    case "Backspace":
      return -1;
    case " ":
      if (onButton) return 0;
      return shiftKey ? -1 : 1;
    case "Home":
      return -count;
    case "End":
      return count;
    default:
      return 0;
  }
}
