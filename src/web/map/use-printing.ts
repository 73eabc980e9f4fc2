import { useSyncExternalStore } from "react";

let printing = false;

/**
 * Is the page being printed? Told by `beforeprint`, which leaves time to draw the sheets; Chromium
 * announces the print medium only after it has laid out the pages. The medium alone counts where a
 * test or a preview wears it.
 */
export function usePrinting(): boolean {
  return useSyncExternalStore(follow, () => printing);
}

function follow(tell: () => void): () => void {
  const stop = new AbortController();
  const media = matchMedia("print");
  const become = (now: boolean) => () => {
    printing = now;
    tell();
  };
  printing = media.matches;
  addEventListener("beforeprint", become(true), stop);
  addEventListener("afterprint", become(false), stop);
  media.addEventListener("change", ({ matches }) => become(matches)(), stop);
  return () => stop.abort();
}
