import { useCallback, useEffect, useRef } from "react";
import type { Journey } from "../../../core/map/journey.ts";
import { adopt, adoptedAs } from "../../../core/map/plan/adopt.ts";
import { call, Refusal } from "../../app/client.ts";
import { useLanguage } from "../../language/language.ts";
import { useEditing } from "../edit/editing.ts";
import { workshopText } from "./text.ts";
import type { Workshops } from "./workshops.ts";

/** Milliseconds until what could not be told to the server is told again. */
const LATER = 3000;

/**
 * Puts notes on the map by the map's own commands. Whether a note is marked as adopted follows from
 * the map: undo, redo or somebody else's removal change the mark too.
 */
export function useAdoption(workspace: string, map: string): Workshops["adopt"] {
  const editing = useEditing();
  const t = workshopText[useLanguage()];
  /** Notes that were adopted here, with what the server was told of each. */
  const touched = useRef(new Map<string, { workshop: string; told: string | null }>());
  const latest = useRef(editing);
  const journey = editing?.journey;

  useEffect(() => {
    latest.current = editing;
  });

  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    function tell(now: Journey | undefined): void {
      if (!now) return;
      for (const [note, known] of touched.current) {
        const before = known.told;
        const as = adoptedAs(now, note)?.id ?? null;
        if (as === before) continue;
        known.told = as;
        const { workshop } = known;
        call("adoptNote", { workspace, map, workshop, note, body: { as } }).catch(
          (error: unknown) => {
            known.told = before;
            // The note may have been removed meanwhile; then there is nothing to mark.
            if (error instanceof Refusal && error.code === "not-found")
              touched.current.delete(note);
            else again = setTimeout(() => tell(latest.current?.journey), LATER);
          },
        );
      }
    }
    tell(journey);
    return () => clearTimeout(again);
  }, [journey, workspace, map]);

  return useCallback(
    ({ id: workshop, question, opened }, note, as, at) => {
      if (!latest.current) return;
      const date = opened.slice(0, 10);
      // Who sat at the table is not known: customers, or colleagues who guess.
      const evidence = { kind: "assumed", source: t.source(question), date } as const;
      const command = adopt(latest.current.journey, note, { as, at, evidence });
      if (!command) return;
      const known = touched.current.get(note.id);
      touched.current.set(note.id, { workshop, told: known?.told ?? note.adopted });
      latest.current.edit(command, t.saidAdopted(t.adoptedKinds[as]));
    },
    [t],
  );
}
