import type { ExportFormat } from "../../../protocol/map/export.ts";

type Words = Readonly<Record<ExportFormat, readonly [name: string, use: string]>>;

const english = {
  export: "Export",
  title: "Export this map",
  figures: "With the figures",
  again: "To work on elsewhere, without figures",
  drawn:
    "A drawing holds the rows of the map as they are shown. The six questions, notes and goals stand in the files to work on.",
  left: "What does not fit in",
  formats: {
    pptx: ["PowerPoint", "slides whose shapes and words you can change"],
    pdf: ["PDF", "to print or send, A3"],
    png: ["PNG", "one picture"],
    svg: ["SVG", "one drawing, sharp at any size"],
    html: ["HTML", "one page that opens anywhere, with all words as a list"],
    xlsx: ["Excel", "a row for each touchpoint; what you change in it can come back"],
    csv: ["CSV", "the touchpoints as a plain table"],
    yaml: ["YAML", "the whole map as Spoor keeps it, for git"],
    json: ["JSON", "the whole map, for programs"],
    ojf: ["OpenJourney", "for other map editors (.ojf)"],
    cjml: ["CJML", "as a planned journey (XML)"],
    mermaid: ["Mermaid", "for documentation: sections, steps and feelings"],
  } satisfies Words as Words,
};

const dutch: typeof english = {
  export: "Exporteren",
  title: "Deze kaart exporteren",
  figures: "Met de cijfers",
  again: "Om elders mee verder te werken, zonder cijfers",
  drawn:
    "Een tekening bevat de rijen van de kaart zoals je ze ziet. De zes vragen, notities en doelen staan in de bestanden om mee verder te werken.",
  left: "Wat er niet in past",
  formats: {
    pptx: ["PowerPoint", "dia’s waarvan je vormen en woorden kunt aanpassen"],
    pdf: ["PDF", "om te printen of te sturen, A3"],
    png: ["PNG", "één plaatje"],
    svg: ["SVG", "één tekening, scherp op elk formaat"],
    html: ["HTML", "één pagina die overal opent, met alle woorden als lijst"],
    xlsx: ["Excel", "een rij per contactmoment; wat je erin verandert, kan weer terug"],
    csv: ["CSV", "de contactmomenten als gewone tabel"],
    yaml: ["YAML", "de hele kaart zoals Spoor hem bewaart, voor git"],
    json: ["JSON", "de hele kaart, voor programma’s"],
    ojf: ["OpenJourney", "voor andere kaarteditors (.ojf)"],
    cjml: ["CJML", "als geplande klantreis (XML)"],
    mermaid: ["Mermaid", "voor documentatie: hoofdstukken, stappen en gevoel"],
  },
};

/** The words of the export menu. */
export const exportText = { en: english, nl: dutch };
