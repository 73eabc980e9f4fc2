import { worded } from "./wording.ts";

type Of = { readonly file: string; readonly column: string };

const orders = {
  ymd: { en: "year, month, day", nl: "jaar, maand, dag" },
  dmy: { en: "day, month, year", nl: "dag, maand, jaar" },
  mdy: { en: "month, day, year", nl: "maand, dag, jaar" },
} as const;

/** How files and their mapping fit, and what was taken for granted. */
export const mappingWords = {
  "no-source": worded<{ readonly file: string; readonly patterns: string }>({
    en: ({ file, patterns }) =>
      `No source of the mapping is about ${file}: they are about ${patterns}. Rename the file, or use a mapping that has a source for it.`,
    nl: ({ file, patterns }) =>
      `Geen bron in de mapping gaat over ${file}: wel over ${patterns}. Geef het bestand een andere naam, of gebruik een mapping met een bron ervoor.`,
    terminal: ({ file, patterns }) =>
      `No source of the mapping is about ${file}: they are about ${patterns}. Add a source for it, or widen a pattern.`,
  }),
  "other-format": worded<{
    readonly file: string;
    readonly format: string;
    readonly source: string;
    readonly expected: string;
  }>({
    en: ({ file, format, source, expected }) =>
      `${file} is ${format}, and source "${source}" expects ${expected}. Correct the format in the mapping, or choose another file.`,
    nl: ({ file, format, source, expected }) =>
      `${file} is ${format}, maar bron "${source}" verwacht ${expected}. Verbeter het formaat in de mapping, of kies een ander bestand.`,
  }),
  "no-column": worded<Of & { readonly columns: string }>({
    en: ({ file, column, columns }) => `${file} has no column "${column}". It has: ${columns}.`,
    nl: ({ file, column, columns }) => `${file} heeft geen kolom "${column}". Wel: ${columns}.`,
  }),
  "no-column-but": worded<Of & { readonly near: string }>({
    en: ({ file, column, near }) => `${file} has no column "${column}". Did you mean "${near}"?`,
    nl: ({ file, column, near }) => `${file} heeft geen kolom "${column}". Bedoel je "${near}"?`,
  }),
  "no-times": worded<Of & { readonly example: string }>({
    en: ({ file, column, example }) =>
      `The column "${column}" of ${file} holds no times, but for example "${example}". Choose another column for the time.`,
    nl: ({ file, column, example }) =>
      `In kolom "${column}" van ${file} staan geen tijden, maar bijvoorbeeld "${example}". Kies een andere kolom voor de tijd.`,
  }),
  "no-date-order": worded<Of & { readonly example: string }>({
    en: (at) => `${untold(at)} Choose the order of dates for this file.`,
    nl: ({ file, column, example }) =>
      `In kolom "${column}" van ${file} kan "${example}" dag-maand of maand-dag zijn, en uit het bestand blijkt niet welke van de twee. Kies bij dit bestand de volgorde van datums.`,
    terminal: (at) =>
      `${untold(at)} Say which: \`dateOrder: dmy\` (or mdy) in the mapping, or --date-order dmy.`,
  }),
  "zone-taken": worded<{ readonly file: string; readonly zone: string }>({
    en: ({ file, zone }) =>
      `${file}: times without a zone are read as ${zone}. If that is wrong, choose another time zone at the file.`,
    nl: ({ file, zone }) =>
      `${file}: tijden zonder zone worden gelezen als ${zone}. Klopt dat niet, kies dan bij het bestand een andere tijdzone.`,
    terminal: ({ file, zone }) =>
      `${file}: times without a zone are read as ${zone}. \`zone\` in the mapping changes that.`,
  }),
  "date-order-taken": worded<Of & { readonly order: keyof typeof orders }>({
    en: ({ file, column, order }) =>
      `${file}: dates in "${column}" are read as ${orders[order].en}, since only then the rows are in order of time. If that is wrong, choose another order of dates at the file.`,
    nl: ({ file, column, order }) =>
      `${file}: datums in "${column}" worden gelezen als ${orders[order].nl}, want alleen dan staan de rijen op volgorde van tijd. Klopt dat niet, kies dan bij het bestand een andere volgorde van datums.`,
    terminal: ({ file, column, order }) =>
      `${file}: the order of day and month in "${column}" is taken to be ${order}, since only then the rows are in order of time. \`dateOrder\` in the mapping changes that.`,
  }),
  "no-mapping": worded<{ readonly source: string }>({
    en: ({ source }) =>
      `No mapping is known for source "${source}", whose rows are set aside. Try again with a mapping that has it.`,
    nl: ({ source }) =>
      `Er is geen mapping bekend voor bron "${source}", waarvan rijen apart staan. Probeer het opnieuw met een mapping waar die bron in staat.`,
    terminal: ({ source }) =>
      `No mapping is known for source "${source}", whose rows lie in quarantine. Give one that has it with --mapping FILE.`,
  }),
  "too-many-measures": worded({
    en: () => "A workspace holds at most 65,535 measures. Leave some out of the mapping.",
    nl: () =>
      "In een werkruimte passen hooguit 65.535 metrieken. Laat er een paar uit de mapping weg.",
  }),
};

function untold({ file, column, example }: Of & { readonly example: string }): string {
  return `In the column "${column}" of ${file}, "${example}" may be day-month or month-day, and nothing in the file tells.`;
}
