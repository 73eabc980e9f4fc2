import { useSyncExternalStore } from "react";

function follow(tell: () => void): () => void {
  for (const event of ["online", "offline"]) globalThis.addEventListener(event, tell);
  return () => {
    for (const event of ["online", "offline"]) globalThis.removeEventListener(event, tell);
  };
}

/** Does the browser think that it has a connection? That it says yes does not prove it. */
export function useOnline(): boolean {
  return useSyncExternalStore(follow, () => navigator.onLine);
}
