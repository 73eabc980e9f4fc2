import { useState } from "react";
import type { Journey } from "../../../core/map/journey.ts";
import type { Table } from "../../../protocol/map/workshop.ts";
import { useLanguage } from "../../language/language.ts";
import { GuestNote } from "./guest-note.tsx";
import type { Act } from "./guest-note.tsx";
import { workshopText } from "./text.ts";

type Props = { readonly table: Table; readonly journey: Journey; readonly act: Act };

/**
 * The notes with most dots first, as it was when one came to look; what comes later stands last, so
 * that nothing moves away under a finger.
 */
export function GuestRanking({ table: { notes, left }, journey, act }: Props) {
  const t = workshopText[useLanguage()];
  const [first] = useState(() =>
    notes.toSorted((one, other) => other.dots - one.dots).map(({ id }) => id),
  );
  const place = (id: string) => (first.includes(id) ? first.indexOf(id) : first.length);
  if (notes.length === 0) return <p className="quiet">{t.nothing}</p>;
  return (
    <ol className="guest-notes">
      {notes
        .toSorted((one, other) => place(one.id) - place(other.id))
        .map((note) => (
          <GuestNote key={note.id} note={note} journey={journey} left={left} act={act} />
        ))}
    </ol>
  );
}
