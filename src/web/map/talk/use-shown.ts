import { useEffect, useRef } from "react";
import type { RefObject } from "react";

/**
 * Tells, when the element goes, that it has been on the screen: what is new stays marked as new for
 * as long as one looks at it.
 */
export function useShown(onShown: () => void): RefObject<HTMLElement | null> {
  const element = useRef<HTMLElement>(null);
  const tell = useRef(onShown);
  useEffect(() => {
    tell.current = onShown;
  });
  useEffect(() => {
    let shown = false;
    const observer = new IntersectionObserver(([entry]) => {
      shown ||= entry?.isIntersecting === true;
    });
    const leave = () => {
      if (shown) tell.current();
      shown = false;
    };
    if (element.current) observer.observe(element.current);
    addEventListener("pagehide", leave);
    return () => {
      removeEventListener("pagehide", leave);
      observer.disconnect();
      leave();
    };
  }, []);
  return element;
}
