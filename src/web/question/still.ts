import { createContext, useContext } from "react";

/** An answer that stands still: it was kept, so nothing on it leads on or changes what is asked. */
export const Still = createContext(false);

export function useStill(): boolean {
  return useContext(Still);
}
