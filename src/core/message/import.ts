import { numeral, worded } from "./wording.ts";

type Said = { readonly said: string };

/** What an import tells about itself. */
export const importWords = {
  "identical-rows": worded<{ readonly source: string; readonly rows: number }>({
    en: ({ source, rows }) =>
      `${source}: ${numeral(rows, "en")} rows are the same as another row in every column and were counted once. If each is an event of its own, say so at the file and import it again.`,
    nl: ({ source, rows }) =>
      `${source}: ${numeral(rows, "nl")} rijen zijn in elke kolom gelijk aan een andere rij en zijn één keer geteld. Is elke rij een eigen gebeurtenis, geef dat dan bij het bestand aan en importeer het opnieuw.`,
    terminal: ({ source, rows }) =>
      `${source}: ${rows} rows are the same as another row in every column and were counted once. \`identicalRows: separate\` in the mapping counts each.`,
  }),
  "imported-before": worded<{ readonly import: number }>({
    en: ({ import: id }) => `These files were imported before (import ${id}): nothing was added.`,
    nl: ({ import: id }) =>
      `Deze bestanden zijn al eerder geïmporteerd (import ${id}): er is niets toegevoegd.`,
  }),
  "import-failed": worded<Said>({
    en: ({ said }) => `The import failed, and nothing of it stays: ${said}`,
    nl: ({ said }) => `De import is mislukt en er is niets van bewaard: ${said}`,
  }),
  "not-taken-out": worded<Said>({
    en: ({ said }) =>
      `Taking out what was in already failed too (${said}): the next start of Spoor does that.`,
    nl: ({ said }) =>
      `Ook het weghalen van wat al binnen was mislukte (${said}): dat gebeurt wanneer Spoor opnieuw start.`,
  }),
  "import-cut-short": worded({
    en: () =>
      "Spoor stopped before this import was finished, and nothing of it was kept. Import the same files again.",
    nl: () =>
      "Spoor stopte voordat deze import klaar was, en er is niets van bewaard. Importeer dezelfde bestanden opnieuw.",
  }),
  "nothing-to-replay": worded({
    en: () =>
      "No row that is set aside can be read again: there is none, or they are broken as rows. Mend those in their file, and import it again.",
    nl: () =>
      "Er staat geen rij apart die opnieuw te lezen is: er zijn er geen, of de rijen zelf zijn kapot. Herstel ze in hun bestand en importeer dat opnieuw.",
    terminal: () =>
      "No row in quarantine can be read again: there is none, or they are broken as rows. Mend those in their file, and import it again.",
  }),
  "no-upload": worded<{ readonly upload: string }>({
    en: ({ upload }) => `There is no upload ${upload} in this workspace. Send the file again.`,
    nl: ({ upload }) =>
      `Bestand ${upload} is niet in deze werkruimte ontvangen. Verstuur het opnieuw.`,
  }),
  "no-import": worded<{ readonly import: number }>({
    en: ({ import: id }) => `There is no import ${id} in this workspace.`,
    nl: ({ import: id }) => `In deze werkruimte is geen import ${id}.`,
  }),
  "import-disk-full": worded({
    en: () =>
      "The disk is full. Make room where Spoor keeps its data, then import again; nothing of this import stays.",
    nl: () =>
      "De schijf is vol. Maak ruimte waar Spoor zijn data bewaart en importeer opnieuw; van deze import is niets bewaard.",
  }),
  "too-many-touchpoints": worded<{ readonly most: number }>({
    en: ({ most }) =>
      `The data has more than ${numeral(most, "en")} different touchpoints (event and channel together), and Spoor holds no more. Map a column with fewer different values to the event, such as the page's type instead of its address.`,
    nl: ({ most }) =>
      `De data heeft meer dan ${numeral(most, "nl")} verschillende contactmomenten (gebeurtenis en kanaal samen), en meer kan Spoor niet aan. Kies voor wat er gebeurde een kolom met minder verschillende waarden, zoals de soort pagina in plaats van het adres.`,
  }),
};
