import { createContext, useContext } from "react";
import type { AdoptedKind } from "../../../core/map/plan/adopt.ts";
import type { Note, Table, Workshop } from "../../../protocol/map/workshop.ts";

/** The workshops of the map around this part of the page. */
export type Workshops = {
  readonly workspace: string;
  readonly map: string;
  /** Newest first; undefined while they are not there. */
  readonly list: readonly Workshop[] | undefined;
  /** The workshop of which the notes stand on the map; null for none. */
  readonly shown: Table | null;
  readonly show: (workshop: string | null) => void;
  /** Puts a note on a part of the map; undo takes that back, and the mark on the note with it. */
  readonly adopt: (workshop: Workshop, note: Note, as: AdoptedKind, at: string) => void;
};

export const WorkshopsContext = createContext<Workshops | null>(null);

/** Null on pages that only show a map. */
export function useWorkshops(): Workshops | null {
  return useContext(WorkshopsContext);
}
