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
  "intake-behind": worded({
    en: () =>
      "More is coming in than can be stored for the moment. Send it again in a few seconds.",
    nl: () =>
      "Er komt op dit moment meer binnen dan kan worden opgeslagen. Stuur het over een paar seconden opnieuw.",
  }),
  "intake-disk-full": worded({
    en: () =>
      "The disk is full: nothing can be taken in. Make room where Spoor keeps its data; the sender will try again.",
    nl: () =>
      "De schijf is vol: er kan niets binnenkomen. Maak ruimte waar Spoor zijn data bewaart; de afzender probeert het opnieuw.",
  }),
  "no-live-source": worded<{ readonly source: string }>({
    en: ({ source }) => `There is no source ${source} in this workspace.`,
    nl: ({ source }) => `In deze werkruimte is geen bron ${source}.`,
  }),
  "source-taken": worded<{ readonly source: string }>({
    en: ({ source }) => `There is a source ${source} already. Choose another name.`,
    nl: ({ source }) => `Er is al een bron ${source}. Kies een andere naam.`,
  }),
  "no-key": worded({
    en: () => "There is no such key at this source.",
    nl: () => "Zo'n sleutel heeft deze bron niet.",
  }),
  "key-unknown": worded({
    en: () =>
      "This key does not work: it is unknown, was withdrawn, or its source is stopped. Take a key from the page of sources.",
    nl: () =>
      "Deze sleutel werkt niet: hij is onbekend of ingetrokken, of de bron staat stil. Neem een sleutel van de pagina met bronnen.",
  }),
  "wrong-signature": worded({
    en: () =>
      "The signature of this call is missing, wrong or too old. Compare the secret in the tool with the one at this source, and the clocks of both.",
    nl: () =>
      "De handtekening van deze aanroep ontbreekt, klopt niet of is te oud. Vergelijk het geheim in het systeem met dat bij deze bron, en de klokken van beide.",
  }),
  "no-tool": worded<{ readonly tool: string }>({
    en: ({ tool }) => `There is no ready mapping for ${tool}.`,
    nl: ({ tool }) => `Er ligt geen mapping klaar voor ${tool}.`,
  }),
  "too-swollen": worded<{ readonly bytes: number }>({
    en: ({ bytes }) =>
      `Unpacked, the body is larger than ${bytes / 1048576} MB. Send it in smaller batches.`,
    nl: ({ bytes }) =>
      `Uitgepakt is de inhoud groter dan ${numeral(bytes / 1048576, "nl")} MB. Stuur het in kleinere stukken.`,
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
