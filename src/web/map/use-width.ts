import { useLayoutEffect, useState } from "react";
import type { RefObject } from "react";

/** Inner width of an element in whole pixels, followed as it changes. */
export function useWidth(element: HTMLElement | RefObject<HTMLElement | null> | null): number {
  const [width, setWidth] = useState(() => innerWidth);
  useLayoutEffect(() => {
    const box = element && "current" in element ? element.current : element;
    if (!box) return;
    const observer = new ResizeObserver(() => setWidth(box.clientWidth));
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
