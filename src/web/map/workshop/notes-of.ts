import type { Note } from "../../../protocol/map/workshop.ts";
import { useWorkshops } from "./workshops.ts";

/** The notes that the shown workshop put on a touchpoint. */
export function useNotesOf(touchpoint: string): readonly Note[] {
  const notes = useWorkshops()?.shown?.notes ?? [];
  return notes.filter(({ element }) => element === touchpoint);
}
