import { useLanguage } from "../../language/language.ts";
import { Section } from "../drawer-section.tsx";
import { useEditing } from "../edit/editing.ts";
import { LedNote } from "./led-note.tsx";
import { useNotesOf } from "./notes-of.ts";
import { workshopText } from "./text.ts";
import { useRemoveNote } from "./use-remove-note.ts";
import { useWorkshops } from "./workshops.ts";
import "./note.css";
import "./workshop.css";

/** In the drawer of a touchpoint: the notes that the workshop put there. */
export function NotesOn({ touchpoint }: { readonly touchpoint: string }) {
  const t = workshopText[useLanguage()];
  const table = useWorkshops()?.shown;
  const journey = useEditing()?.journey;
  const notes = useNotesOf(touchpoint);
  const remove = useRemoveNote();
  if (!table || !journey || notes.length === 0) return null;
  return (
    <Section title={t.source(table.workshop.question)} section="workshop">
      <ol className="led-notes">
        {notes.map((note) => (
          <LedNote
            key={note.id}
            workshop={table.workshop}
            note={note}
            journey={journey}
            placed={false}
            onRemove={() => remove.mutate({ workshop: table.workshop.id, note: note.id })}
          />
        ))}
      </ol>
    </Section>
  );
}
