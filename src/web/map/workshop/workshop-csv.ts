import { writeCsv } from "../../../core/map/exchange/csv.ts";
import type { Journey } from "../../../core/map/journey.ts";
import { adoptedAs } from "../../../core/map/plan/adopt.ts";
import type { Note } from "../../../protocol/map/workshop.ts";
import type { Language } from "../../language/language.ts";
import { placeOf } from "./note-place.ts";
import { workshopText } from "./text.ts";

/** The notes of a workshop for a spreadsheet, most dots first, in the reader's language. */
export function workshopCsv(notes: readonly Note[], journey: Journey, language: Language): string {
  const t = workshopText[language];
  const rows = notes.map((note) => {
    const place = placeOf(journey, note.element);
    const adopted = adoptedAs(journey, note.id);
    return [
      note.dots,
      t.kinds[note.kind],
      note.text,
      place ? (place.touchpoint ?? "") : note.element === null ? t.free : t.gone,
      place?.episode ?? "",
      note.author,
      note.at,
      adopted ? t.adoptedKinds[adopted.as] : "",
    ];
  });
  // Excel takes a file for UTF-8 by its mark, and expects the sign of its own language.
  return `\uFEFF${writeCsv([t.columns, ...rows], language === "nl" ? ";" : ",")}`;
}
