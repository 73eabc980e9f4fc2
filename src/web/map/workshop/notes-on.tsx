import type { Journey } from "../../../core/map/journey.ts";
import type { Note, Workshop } from "../../../protocol/map/workshop.ts";
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
  const workshop = useWorkshops()?.shown?.workshop;
  const journey = useEditing()?.journey;
  const notes = useNotesOf(touchpoint);
  if (!workshop || !journey || notes.length === 0) return null;
  return <Notes workshop={workshop} journey={journey} notes={notes} />;
}

type Props = {
  readonly workshop: Workshop;
  readonly journey: Journey;
  readonly notes: readonly Note[];
};

function Notes({ workshop, journey, notes }: Props) {
  const t = workshopText[useLanguage()];
  const remove = useRemoveNote();
  return (
    <Section title={t.source(workshop.question)} section="workshop">
      <ol className="led-notes">
        {notes.map((note) => (
          <LedNote
            key={note.id}
            workshop={workshop}
            note={note}
            journey={journey}
            placed={false}
            onRemove={() => remove.mutate({ workshop: workshop.id, note: note.id })}
          />
        ))}
      </ol>
    </Section>
  );
}
