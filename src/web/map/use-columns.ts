import { useEffect, useMemo, useState } from "react";
import type { RefObject } from "react";
import { usePainted } from "../app/painted.tsx";

/** Up to this many columns all are in the document, so that find-in-page sees the whole map. */
export const ALL = 120;
/** So many columns on either side of those in sight are there before one scrolls to them. */
const BESIDE = 3;

type Shown = {
  /** Columns to have in the document, ascending. */
  readonly columns: readonly number[];
  /** They are placed by position, because others are missing. */
  readonly sparse: boolean;
};

type Sight = { readonly first: number; readonly last: number };

/**
 * The columns of a wide map that are in sight, or nearly; the focused one stays whatever happens. The
 * first frame has those in sight alone. `rail` is the width of what sticks to the left, in pixels.
 */
export function useColumns(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  width: number,
  rail: number,
  focused: number | null,
): Shown {
  const sparse = count > ALL;
  const beside = usePainted() ? BESIDE : 0;
  const [sight, setSight] = useState(() => inSight(0, innerWidth, width, rail));

  useEffect(() => {
    const box = scroller.current;
    if (!sparse || !box) return;
    const look = () => {
      const now = inSight(box.scrollLeft, box.clientWidth, width, rail);
      setSight((before) => (before.first === now.first && before.last === now.last ? before : now));
    };
    const stop = new AbortController();
    box.addEventListener("scroll", look, { passive: true, signal: stop.signal });
    // It looks at once, too.
    const observer = new ResizeObserver(look);
    observer.observe(box);
    return () => {
      stop.abort();
      observer.disconnect();
    };
  }, [scroller, sparse, width, rail]);

  return useMemo(() => {
    if (!sparse) return { columns: Array.from({ length: count }, (_, index) => index), sparse };
    const first = Math.max(0, sight.first - beside);
    const last = Math.min(count - 1, sight.last + beside);
    const columns = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    if (focused === null || (focused >= first && focused <= last)) return { columns, sparse };
    return { columns: [...columns, focused].toSorted((one, other) => one - other), sparse };
  }, [sparse, count, sight, beside, focused]);
}

/** The columns that lie, wholly or in part, beside the rail. */
function inSight(scrolled: number, room: number, width: number, rail: number): Sight {
  const first = Math.floor(scrolled / width);
  return { first, last: Math.ceil((scrolled + room - rail) / width) - 1 };
}
