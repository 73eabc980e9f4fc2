import { worded, type Wording } from "./wording.ts";

type Named = { readonly name: string };
type At = Named & { readonly line: number };

/** Why a file cannot be read. */
export const fileWords = {
  "file-empty": worded<Named>({
    en: ({ name }) => `${name} is empty. Choose a file with rows in it.`,
    nl: ({ name }) => `${name} is leeg. Kies een bestand met rijen erin.`,
  }),
  "file-without-rows": worded<Named>({
    en: ({ name }) => `${name} has no rows. Choose a file with rows in it.`,
    nl: ({ name }) => `${name} heeft geen rijen. Kies een bestand met rijen erin.`,
  }),
  "file-damaged": worded<Named>({
    en: ({ name }) => `${name} cannot be unpacked. Fetch the file again; this copy is damaged.`,
    nl: ({ name }) =>
      `${name} kan niet worden uitgepakt. Haal het bestand opnieuw op; dit exemplaar is beschadigd.`,
  }),
  "file-absent": worded<Named>({
    en: ({ name }) => `${name} does not exist. Check the name and the folder.`,
    nl: ({ name }) => `${name} bestaat niet. Controleer de naam en de map.`,
  }),
  "file-locked": worded<Named & { readonly said: string }>({
    en: ({ name, said }) => `${name} cannot be opened: ${said}.`,
    nl: ({ name, said }) => `${name} kan niet worden geopend: ${said}.`,
  }),
  "file-folder": worded<Named>({
    en: ({ name }) => `${name} is a folder. Choose the files in it.`,
    nl: ({ name }) => `${name} is een map. Kies de bestanden die erin staan.`,
    terminal: ({ name }) => `${name} is a folder. Name the files in it, for example ${name}/*.csv.`,
  }),
  "file-no-file": worded<Named>({
    en: ({ name }) => `${name} is not a file. Save its content to a file first, then import that.`,
    nl: ({ name }) =>
      `${name} is geen bestand. Bewaar de inhoud eerst in een bestand en importeer dat.`,
  }),
  "file-zip": worded<Named>({
    en: ({ name }) => `${name} is a zip archive. Unpack it, and import the files that are in it.`,
    nl: ({ name }) =>
      `${name} is een zipbestand. Pak het uit en importeer de bestanden die erin zitten.`,
  }),
  "file-old-excel": worded<Named>({
    en: ({ name }) =>
      `${name} is an old Excel file (.xls). Save it as .xlsx or CSV, then import that.`,
    nl: ({ name }) =>
      `${name} is een oud Excel-bestand (.xls). Sla het op als .xlsx of CSV en importeer dat.`,
  }),
  "file-pdf": worded<Named>({
    en: ({ name }) => `${name} is a PDF. Export the data as CSV instead.`,
    nl: ({ name }) => `${name} is een pdf. Exporteer de data als CSV.`,
  }),
  "file-no-table": worded<Named>({
    en: ({ name }) =>
      `${name} holds no text, whatever its name says: it may be a picture. Choose a CSV, TSV, JSON lines, Parquet, XES or XLSX file.`,
    nl: ({ name }) =>
      `In ${name} staat geen tekst, wat de naam ook zegt: misschien is het een plaatje. Kies een bestand in CSV, TSV, JSON lines, Parquet, XES of XLSX.`,
  }),
  "file-json-list": worded<Named>({
    en: ({ name }) =>
      `${name} is one JSON list. Export it with one object per line (JSON lines) instead.`,
    nl: ({ name }) =>
      `${name} is één JSON-lijst. Exporteer de data met één object per regel (JSON lines).`,
    terminal: ({ name }) =>
      `${name} is one JSON list. Write one object per line (JSON lines), for example with: jq -c '.[]' ${name}`,
  }),
  "file-parquet": worded<Named>({
    en: ({ name }) =>
      `${name} is not a readable Parquet file, or this engine cannot see it. Write it again, or import it as CSV.`,
    nl: ({ name }) =>
      `${name} is geen leesbaar Parquet-bestand, of de database kan er niet bij. Maak het opnieuw, of importeer het als CSV.`,
  }),
  "file-workbook": worded<Named>({
    en: ({ name }) =>
      `${name} is not a workbook that can be read. Save it again as .xlsx, or as CSV.`,
    nl: ({ name }) => `${name} is geen leesbare werkmap. Sla het opnieuw op als .xlsx, of als CSV.`,
  }),
  "log-empty": worded<Named>({
    en: ({ name }) => `${name} is a log without events. Export it with its events.`,
    nl: ({ name }) =>
      `${name} is een log zonder gebeurtenissen. Exporteer het met de gebeurtenissen erbij.`,
  }),
  "log-wrong-end": brokenLog<{ readonly tag: string; readonly open: string }>({
    en: ({ tag, open }) => `</${tag}> closes ${open === "" ? "nothing" : `<${open}>`}`,
    nl: ({ tag, open }) => `</${tag}> sluit ${open === "" ? "niets" : `<${open}>`}`,
  }),
  "log-wrong-start": brokenLog<{ readonly tag: string }>({
    en: ({ tag }) => `<${tag}> where <log> should be`,
    nl: ({ tag }) => `<${tag}> waar <log> hoort te staan`,
  }),
  "yaml-wrong": worded<{ readonly said: string; readonly rest?: number }>({
    en: ({ said, rest = 0 }) =>
      [said.replaceAll(/^/gm, "Line "), ...(rest > 0 ? [`and ${rest} more`] : [])].join("\n"),
    nl: ({ said, rest = 0 }) =>
      [said.replaceAll(/^/gm, "Regel "), ...(rest > 0 ? [`en nog ${rest}`] : [])].join("\n"),
  }),
  "yaml-too-deep": worded<{ readonly line: number }>({
    en: ({ line }) =>
      `Line ${line}: this goes too many levels deep. Is there a bracket too many, or is this another file?`,
    nl: ({ line }) =>
      `Regel ${line}: dit gaat te veel niveaus diep. Staat er een haakje te veel, of is dit een ander bestand?`,
  }),
  "yaml-too-large": worded<{ readonly line: number }>({
    en: ({ line }) => `This file is too large to read: it went on past line ${line}.`,
    nl: ({ line }) => `Dit bestand is te groot om te lezen: het ging nog door na regel ${line}.`,
  }),
  "log-no-xml": brokenLog({
    en: () => "this is not XML",
    nl: () => "dit is geen XML",
  }),
  "log-stray-text": brokenLog({
    en: () => "there is text where a tag should be",
    nl: () => "er staat tekst waar een tag hoort te staan",
  }),
  "log-open-tag": brokenLog({
    en: () => "a tag is not closed",
    nl: () => "een tag wordt niet gesloten",
  }),
  "log-cut-off": brokenLog<{ readonly tag: string }>({
    en: ({ tag }) => `the file ends inside <${tag}>`,
    nl: ({ tag }) => `het bestand houdt op binnen <${tag}>`,
  }),
  "log-missing": brokenLog({
    en: () => "there is no <log> in it",
    nl: () => "er staat geen <log> in",
  }),
};

function brokenLog<P = object>(what: Wording<P>): Wording<P & At> {
  return {
    en: (at) =>
      `${at.name} is broken at line ${at.line}: ${what.en(at)}. Export the log again, or mend that line.`,
    nl: (at) =>
      `${at.name} is beschadigd op regel ${at.line}: ${what.nl(at)}. Exporteer het log opnieuw, of herstel die regel.`,
  };
}
