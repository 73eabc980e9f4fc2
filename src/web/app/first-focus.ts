import { useEffect, useRef } from "react";
import type { RefObject } from "react";
import { afterFrames } from "./after-frames.ts";

/**
 * An element that has the keyboard once it is there: when a menu that it was asked for in has given the
 * keyboard back, and never again, so that who has gone on is not called back.
 */
export function useFirstFocus<Of extends HTMLElement>(): RefObject<Of | null> {
  const element = useRef<Of>(null);
  useEffect(() => afterFrames(2, () => element.current?.focus()), []);
  return element;
}
