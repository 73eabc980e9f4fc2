import { createContext } from "react";

/** The workspace whose field notes stand beside the map around this part; null on pages that only show a map. */
export const FieldPlace = createContext<string | null>(null);
