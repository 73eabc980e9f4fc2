import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";

/** Up to this many columns all are in the document, so that find-in-page sees the whole map. */
const ALL = 120;

type Shown = {
  /** Columns to have in the document, ascending. */
  readonly columns: readonly number[];
  /** They are placed by position, because others are missing. */
  readonly sparse: boolean;
};

/**
 * The columns of a wide map that are in sight, or nearly; the focused one stays whatever happens.
 * `rail` is the width of what sticks to the left, in pixels.
 */
export function useColumns(
  scroller: HTMLElement | null,
  count: number,
  width: number,
  rail: number,
  focused: number | null,
): Shown {
  const sparse = count > ALL;
  const virtualizer = useVirtualizer({
    count,
    enabled: sparse,
    horizontal: true,
    estimateSize: () => width,
    paddingStart: rail,
    overscan: 3,
    useFlushSync: false,
    getScrollElement: () => scroller,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range);
      if (focused === null || inSight.includes(focused)) return inSight;
      return [...inSight, focused].toSorted((one, other) => one - other);
    },
  });
  if (!sparse) return { columns: Array.from({ length: count }, (_, index) => index), sparse };
  return { columns: virtualizer.getVirtualItems().map(({ index }) => index), sparse };
}
