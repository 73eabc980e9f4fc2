import { useSyncExternalStore } from "react";
import { recall, remember } from "../../language/memory.ts";

const remembered = "spoor.editing";
const followers = new Set<() => void>();

function read(): boolean {
  return recall(remembered) === "1";
}

export function chooseEditing(on: boolean): void {
  remember(remembered, on ? "1" : "0");
  for (const tell of followers) tell();
}

/** Whether maps are shown to be changed, or to be read; remembered in this browser. */
export function useEditMode(): boolean {
  return useSyncExternalStore(
    (tell) => {
      followers.add(tell);
      return () => followers.delete(tell);
    },
    read,
    () => false,
  );
}
