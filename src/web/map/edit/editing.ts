import { createContext, useContext } from "react";
import type { Command, Value } from "../../../core/map/command.ts";
import type { Journey } from "../../../core/map/journey.ts";
import type { Author, Presence } from "../../../protocol/map/live.ts";

/** What a part of the page needs to change the map. It hides how the change travels. */
export type Editing = {
  /** The map with all that this browser did, whether the server has it or not. */
  readonly journey: Journey;
  /** False for who may only look; nothing that edits is then shown. */
  readonly allowed: boolean;
  /**
   * Does a command and remembers how to undo it. `said` is announced and stands on the undo button
   * ("Contactmoment verplaatst"). False when the rules refuse it; why is shown and announced.
   */
  readonly edit: (command: Command, said: string) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** What undo would take back; null when there is nothing. */
  readonly canUndo: string | null;
  readonly canRedo: string | null;
  /** A new id: `newId("tp")` → `tp_k3v9x2ab`. */
  readonly newId: (prefix: string) => string;
  readonly announce: (text: string) => void;
  readonly me: Author;
  readonly others: readonly Presence[];
  /** Tells the others what one looks at. */
  readonly look: (at: string | null, field: string | null, typing: boolean) => void;
  readonly state: "saved" | "saving" | "offline";
};

export const EditingContext = createContext<Editing | null>(null);

/** The editing of the map around this part; null on pages that only show one. */
export function useEditing(): Editing | null {
  return useContext(EditingContext);
}

/** Sets a field of an element: `set("tp_bill", "title", "Bill", "I get a bill")`; null = not there. */
export function set(at: string, field: string, from: Value, to: Value): Command {
  return { do: "set", at, field, from, to };
}
