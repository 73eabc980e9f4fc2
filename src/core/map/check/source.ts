import type { Language } from "../../message/wording.ts";

/** The nine ways as a Dutch reader calls them; the names of people and years are the same to all. */
const dutch: Readonly<Record<string, string>> = {
  "nine ways: company-wide buy-in": "negen manieren: draagvlak in het hele bedrijf",
  "nine ways: keep adapting": "negen manieren: blijf bijstellen",
  "nine ways: lay data over the map": "negen manieren: leg de data over de kaart",
  "nine ways: align with sales": "negen manieren: stem af met sales",
  "nine ways: find every touchpoint": "negen manieren: vind elk contactmoment",
  "nine ways: several maps for several scenarios": "negen manieren: een kaart voor elk scenario",
  "nine ways: KPIs": "negen manieren: KPI’s",
};

/** Where a rule comes from, in the reader's language. */
export function sourceIn(source: string, language: Language): string {
  if (language === "en") return source;
  return source
    .split("; ")
    .map((one) => dutch[one] ?? one)
    .join("; ");
}
