import { useLayoutEffect, useState } from "react";

/** Inner width of an element in whole pixels, followed as it changes. */
export function useWidth(element: HTMLElement | null): number {
  const [width, setWidth] = useState(() => innerWidth);
  useLayoutEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return width;
}
