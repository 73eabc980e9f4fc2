import { writeCsv } from "../map/exchange/csv.ts";
import type { Language } from "../message/wording.ts";
import type { FieldKind, FieldNote } from "./field-note.ts";

type KindWords = Readonly<Record<FieldKind, string>>;

/** What the kinds of field notes are called. */
export const fieldKindWords: Readonly<Record<Language, KindWords>> = {
  en: {
    service: "Service",
    sales: "Sales",
    interview: "Interview",
    observation: "Observation",
    mystery: "Mystery visit",
    other: "Other",
  },
  nl: {
    service: "Service",
    sales: "Verkoop",
    interview: "Interview",
    observation: "Observatie",
    mystery: "Mystery visit",
    other: "Anders",
  },
};

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "Day",
    "Kind",
    "Map",
    "About",
    "What happened",
    "Quotes",
    "Feeling (−2 to +2)",
    "People",
    "Where it jams",
    "What would help",
    "Noted by",
    "Noted at",
  ],
  nl: [
    "Dag",
    "Soort",
    "Kaart",
    "Gaat over",
    "Wat er gebeurde",
    "Citaten",
    "Gevoel (−2 tot +2)",
    "Mensen",
    "Waar het knelt",
    "Wat zou helpen",
    "Genoteerd door",
    "Genoteerd op",
  ],
};

/** A note with the titles of its map and of what it is about. */
export type TitledNote = {
  readonly note: FieldNote;
  readonly map: string | null;
  readonly about: readonly string[];
};

/** Field notes for a spreadsheet in the reader's language. A formula in a note is text. */
export function fieldCsv(notes: readonly TitledNote[], language: Language): string {
  const rows = notes.map(({ note, map, about }) => [
    note.day,
    fieldKindWords[language][note.kind],
    map ?? "",
    about.join(" · "),
    note.text,
    note.quotes.map(({ text, by }) => (by ? `“${text}” (${by})` : `“${text}”`)).join("\n"),
    note.feeling ?? "",
    note.n,
    note.pain ?? "",
    note.opportunity ?? "",
    note.author,
    note.at,
  ]);
  // Excel takes a file for UTF-8 by its mark, and expects the sign of its own language.
  return `\uFEFF${writeCsv([heads[language], ...rows], language === "nl" ? ";" : ",")}`;
}
