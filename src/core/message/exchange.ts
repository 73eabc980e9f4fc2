import { worded, type Wording } from "./wording.ts";

type Named = { readonly name: string };

/** What of a map a format leaves out, by field. */
const fields: Readonly<Record<string, readonly [nl: string, en: string]>> = {
  state: ["soort reis", "state"],
  basedOn: ["waarop hij is gebaseerd", "what it is based on"],
  scenario: ["scenario", "scenario"],
  scope: ["reikwijdte", "scope"],
  owner: ["eigenaar", "owner"],
  reviewBy: ["datum van herziening", "review date"],
  personas: ["persona’s", "personas"],
  goals: ["doelen", "goals"],
  team: ["team", "team"],
  transitions: ["overgangen", "transitions"],
  lanes: ["rijen", "rows"],
  exceptions: ["uitzonderingen op de gezondheidscheck", "exceptions to the health check"],
  evidence: ["bewijs", "evidence"],
  predicate: ["wie bij een persona hoort", "who belongs to a persona"],
  text: ["toelichting", "explanation"],
  goal: ["doel per episode", "goal of an episode"],
  pains: ["pijnpunten", "pain points"],
  opportunities: ["kansen", "opportunities"],
  channel: ["kanaal", "channel"],
  ownership: ["eigenaarschap", "ownership"],
  stage: ["fase van de relatie", "stage of the relation"],
  importance: ["belang", "importance"],
  momentOfTruth: ["moment of truth", "moment of truth"],
  optional: ["of je een contactmoment mag overslaan", "whether a touchpoint may be left out"],
  repeats: ["of een contactmoment vaker mag voorkomen", "whether a touchpoint may come again"],
  anyOrder: ["of de volgorde vrij is", "whether the order is free"],
  doing: ["wat de klant doet", "what the customer does"],
  questions: ["zes vragen", "six questions"],
  pictures: ["afbeeldingen", "pictures"],
  emotions: ["gevoel", "feelings"],
  quotes: ["citaten", "quotes"],
  metrics: ["metrieken", "measures"],
  actions: ["acties", "actions"],
  backstage: ["wat er achter de schermen gebeurt", "what happens behind the scenes"],
  events: ["binding aan de data", "binding to the data"],
  opens: ["verwijzing naar een andere kaart", "link to another map"],
  cells: ["eigen rijen", "rows of your own"],
  notes: ["notities", "notes"],
  hidden: ["welke rijen verborgen zijn", "which rows are hidden"],
  scale: ["schaal van een gevoel", "scale of a feeling"],
  persona: ["van welke persona", "of which persona"],
  by: ["wie iets zei", "who said something"],
  severity: ["ernst", "severity"],
  value: ["hoe sterk een gevoel is", "how strong a feeling is"],
  "episode.pains": ["pijnpunten van een hele episode", "pain points of a whole episode"],
  "episode.opportunities": ["kansen van een hele episode", "opportunities of a whole episode"],
  "episode.goals": ["doelen van een episode", "goals of an episode"],
  "persona.text": ["omschrijving van persona’s", "description of personas"],
  "persona.goals": ["wat persona’s willen", "what personas want"],
};

/** Whose evidence, explanation or doing it is matters little: each field is named once. */
function named(what: string, at: 0 | 1): string {
  const names = what.split(",").map((path) => {
    const field = path.slice(path.indexOf(".") + 1);
    return (fields[path] ?? fields[field])?.[at] ?? field;
  });
  return [...new Set(names)].join(", ");
}

const broken = <P = object>(what: Wording<P>): Wording<P & Named & { readonly line: number }> => ({
  en: (at) => `${at.name}, line ${at.line}: ${what.en(at)}`,
  nl: (at) => `${at.name}, regel ${at.line}: ${what.nl(at)}`,
});

/** Where something stands; `row` is that of a sheet, 0 where there is none. */
type At = { readonly at: string; readonly row?: number };

const place = (at: string, row: number | undefined, word: string) =>
  at === "" ? "" : !row ? `${at}: ` : `${at}, ${word} ${row}: `;

/** What is told of a map that comes from a file, or goes into one. */
export const exchangeWords = {
  "map-not-held": worded<{ readonly format: string; readonly what: string }>({
    en: ({ format, what }) => `${format} has no place for: ${named(what, 1)}.`,
    nl: ({ format, what }) => `In ${format} is geen plaats voor: ${named(what, 0)}.`,
  }),
  "map-pictures-elsewhere": worded<{ readonly count: number }>({
    en: ({ count }) =>
      `Pictures left out: ${count}. They are kept beside the map in its workspace; export it from there to have them.`,
    nl: ({ count }) =>
      `Weggelaten afbeeldingen: ${count}. Die staan naast de kaart in de werkruimte; exporteer de kaart daar om ze mee te krijgen.`,
  }),
  "map-rounded": worded<{ readonly format: string; readonly what: string }>({
    en: ({ format, what }) =>
      `${format} knows fewer degrees, so this is rounded: ${named(what, 1)}.`,
    nl: ({ format, what }) =>
      `${format} kent minder gradaties, dus dit is afgerond: ${named(what, 0)}.`,
  }),
  "map-cell-full": worded<At & { readonly field: string; readonly count: number }>({
    en: ({ at, row, field, count }) =>
      `${place(at, row, "row")}not everything under “${field}” fits in one cell; ${count} stayed out.`,
    nl: ({ at, row, field, count }) =>
      `${place(at, row, "rij")}niet alles onder “${field}” past in één cel; ${count} bleven eruit.`,
  }),
  "map-value-unknown": worded<At & { readonly field: string; readonly value: string }>({
    en: ({ at, row, field, value }) =>
      `${place(at, row, "row")}“${value}” is not a value that “${field}” can have. It was left out.`,
    nl: ({ at, row, field, value }) =>
      `${place(at, row, "rij")}“${value}” kan niet bij “${field}” staan. Het is weggelaten.`,
  }),
  "map-value-noted": worded<At & { readonly field: string; readonly value: string }>({
    en: ({ at, row, field, value }) =>
      `${place(at, row, "row")}“${value}” is not a value that “${field}” can have. It stands in the notes.`,
    nl: ({ at, row, field, value }) =>
      `${place(at, row, "rij")}“${value}” kan niet bij “${field}” staan. Het staat in de notities.`,
  }),
  "map-channel-unknown": worded<At & { readonly value: string }>({
    en: ({ at, row, value }) =>
      `${place(at, row, "row")}the channel “${value}” became “other”; its name is a note.`,
    nl: ({ at, row, value }) =>
      `${place(at, row, "rij")}het kanaal “${value}” is “anders” geworden; de naam staat in de notities.`,
  }),
  "map-left-out": worded<At & { readonly field: string; readonly value: string }>({
    en: ({ at, row, field, value }) =>
      `${place(at, row, "row")}${field} “${value}” does not fit. It was left out.`,
    nl: ({ at, row, field, value }) =>
      `${place(at, row, "rij")}${field} “${value}” past niet. Het is weggelaten.`,
  }),
  "map-part-left-out": worded<At & { readonly value: string }>({
    en: ({ at, row, value }) =>
      `${place(at, row, "row")}a part is incomplete and was left out: ${value}`,
    nl: ({ at, row, value }) =>
      `${place(at, row, "rij")}een onderdeel is onvolledig en weggelaten: ${value}`,
  }),
  "map-cut": worded<At & { readonly field: string; readonly most: number }>({
    en: ({ at, row, field, most }) =>
      `${place(at, row, "row")}${field} is too long: the first ${most} characters are kept.`,
    nl: ({ at, row, field, most }) =>
      `${place(at, row, "rij")}${field} is te lang: de eerste ${most} tekens zijn bewaard.`,
  }),
  "map-new-id": worded<At & { readonly id: string }>({
    en: ({ at, row, id }) =>
      `${place(at, row, "row")}the id ${id} is taken or not an id; there is a new one.`,
    nl: ({ at, row, id }) =>
      `${place(at, row, "rij")}het id ${id} is bezet of geen id; er is een nieuw gemaakt.`,
  }),
  "map-no-title": worded<{ readonly kind: string }>({
    en: ({ kind }) => `Something has no title (${kind}). It is called “…” for now.`,
    nl: ({ kind }) => `Iets heeft geen titel (${kind}). Het heet voorlopig “…”.`,
  }),
  "map-two-titles": worded<{ readonly taken: string; readonly other: string }>({
    en: ({ taken, other }) =>
      `One sheet calls an episode “${taken}”, another “${other}”. The first was taken.`,
    nl: ({ taken, other }) =>
      `Een episode heet op het ene blad “${taken}” en op het andere “${other}”. De eerste is gekozen.`,
  }),
  "map-title-from-file": worded<{ readonly title: string }>({
    en: ({ title }) =>
      `The file does not say what the journey is called; it is “${title}” for now.`,
    nl: ({ title }) =>
      `Het bestand zegt niet hoe de klantreis heet; voorlopig heet hij “${title}”.`,
  }),
  "map-new-lane": worded<{ readonly column: string }>({
    en: ({ column }) => `The column “${column}” became a row of your own on the map.`,
    nl: ({ column }) => `De kolom “${column}” is een eigen rij op de kaart geworden.`,
  }),
  "map-new-persona": worded<Named>({
    en: ({ name }) => `“${name}” is mentioned without being described; it became a persona.`,
    nl: ({ name }) => `“${name}” wordt genoemd zonder beschrijving; er is een persona van gemaakt.`,
  }),
  "map-guessed-place": worded<At & { readonly count: number }>({
    en: ({ at, row, count }) =>
      `${place(at, row, "row")}the file does not say which touchpoint its notes belong with (${count}); they were spread in order.`,
    nl: ({ at, row, count }) =>
      `${place(at, row, "rij")}het bestand zegt niet bij welk contactmoment notities horen (${count}); ze zijn op volgorde verdeeld.`,
  }),
  "map-no-icons": worded({
    en: () => "Icons and colours of single notes are not kept.",
    nl: () => "Iconen en kleuren van losse notities zijn niet bewaard.",
  }),
  "map-line-not-read": worded<{ readonly line: number; readonly text: string }>({
    en: ({ line, text }) => `Line ${line} was not understood: ${text}`,
    nl: ({ line, text }) => `Regel ${line} is niet begrepen: ${text}`,
  }),
  "map-more": worded<{ readonly count: number }>({
    en: ({ count }) => `And ${count} remarks more.`,
    nl: ({ count }) => `En nog ${count} opmerkingen.`,
  }),
  "map-older-encoding": worded({
    en: () => "The file is not UTF-8; it was read as Windows-1252. Look whether accents are right.",
    nl: () =>
      "Het bestand is geen UTF-8; het is gelezen als Windows-1252. Kijk of de accenten kloppen.",
  }),
  "map-id-taken": worded<{ readonly id: string }>({
    en: ({ id }) => `There is a map ${id} already; this one got an id of its own.`,
    nl: ({ id }) => `Er is al een kaart ${id}; deze heeft een eigen id gekregen.`,
  }),
  "cjml-others": worded<{ readonly planned: number; readonly actual: number }>({
    en: ({ planned, actual }) =>
      `The first planned journey was read. Not read: other planned journeys (${planned}), and what single customers did (${actual}), which is data, not a map.`,
    nl: ({ planned, actual }) =>
      `De eerste geplande reis is gelezen. Niet gelezen: andere geplande reizen (${planned}), en wat losse klanten deden (${actual}); dat is data, geen kaart.`,
  }),
  "cjml-no-phase": worded<{ readonly count: number }>({
    en: ({ count }) =>
      `Some touchpoints (${count}) belong to no phase; they stand in one at the end.`,
    nl: ({ count }) =>
      `Sommige contactmomenten (${count}) horen bij geen fase; ze staan aan het eind in een eigen episode.`,
  }),
  "cjml-only-actual": worded<Named & { readonly count: number }>({
    en: ({ name, count }) =>
      `${name} holds ${count} actual journeys and no planned one. What single customers did is data, not a map. Export the planned journey.`,
    nl: ({ name, count }) =>
      `In ${name} staan ${count} werkelijke reizen en geen geplande. Wat losse klanten deden is data, geen kaart. Exporteer de geplande reis.`,
  }),
  "cjml-no-journey": worded<Named>({
    en: ({ name }) =>
      `There is no journey in ${name}. Export it again with a planned journey in it.`,
    nl: ({ name }) =>
      `Er staat geen klantreis in ${name}. Exporteer het opnieuw met een geplande reis erin.`,
  }),
  "map-file-empty": worded<Named>({
    en: ({ name }) => `${name} is empty. Choose a file with a map in it.`,
    nl: ({ name }) => `${name} is leeg. Kies een bestand met een kaart erin.`,
  }),
  "map-file-too-large": worded<Named & { readonly megabytes: number }>({
    en: ({ name, megabytes }) =>
      `${name} is larger than ${megabytes} MB, which no map is. Is it data? Then import it as data.`,
    nl: ({ name, megabytes }) =>
      `${name} is groter dan ${megabytes} MB; zo groot is geen kaart. Is het data? Importeer het dan als data.`,
  }),
  "map-too-many-rows": worded<Named & { readonly most: number }>({
    en: ({ name, most }) =>
      `${name} has more than ${most} rows, which is no map any more. Is it a list of what happened? Then import it as data.`,
    nl: ({ name, most }) =>
      `${name} heeft meer dan ${most} rijen; dat is geen kaart meer. Is het een lijst van gebeurtenissen? Importeer het dan als data.`,
  }),
  "map-no-touchpoint-column": worded<Named>({
    en: ({ name }) =>
      `${name} has no column “Touchpoint”. Give each touchpoint a row, and name that column in the first row.`,
    nl: ({ name }) =>
      `${name} heeft geen kolom “Contactmoment”. Geef elk contactmoment een rij en zet die naam boven de kolom.`,
  }),
  "map-nothing-drawn": worded<Named>({
    en: ({ name }) => `There are no touchpoints in ${name}. Choose a file with a map in it.`,
    nl: ({ name }) =>
      `Er staan geen contactmomenten in ${name}. Kies een bestand met een kaart erin.`,
  }),
  "map-does-not-fit": worded<Named>({
    en: ({ name }) => `${name} cannot be made a map: too much of it does not fit.`,
    nl: ({ name }) => `Van ${name} is geen kaart te maken: te veel ervan past niet.`,
  }),
  "map-other-xml": worded<Named & { readonly tag: string }>({
    en: ({ name, tag }) =>
      `${name} is <${tag}>, not a map. Of the XML formats only CJML is read; export the map as one of the others, for example Excel.`,
    nl: ({ name, tag }) =>
      `${name} is <${tag}>, geen kaart. Van de XML-formaten wordt alleen CJML gelezen; exporteer de kaart anders, bijvoorbeeld als Excel.`,
  }),
  "map-not-recognised": worded<Named>({
    en: ({ name }) =>
      `${name} is not recognised as a map. These are read: Spoor (YAML, JSON), Excel (.xlsx), CSV, OpenJourney, CJML and Mermaid.`,
    nl: ({ name }) =>
      `${name} wordt niet als kaart herkend. Dit wordt gelezen: Spoor (YAML, JSON), Excel (.xlsx), CSV, OpenJourney, CJML en Mermaid.`,
  }),
  "map-broken-json": worded<Named & { readonly said: string }>({
    en: ({ name, said }) => `${name} is broken: ${said}. Export it again, or mend that place.`,
    nl: ({ name, said }) =>
      `${name} is beschadigd: ${said}. Exporteer het opnieuw, of herstel die plek.`,
  }),
  "map-too-deep": worded<Named>({
    en: ({ name }) => `${name} is nested too deeply to be a map.`,
    nl: ({ name }) => `${name} zit te diep in elkaar om een kaart te zijn.`,
  }),
  "map-too-heavy": worded<Named>({
    en: ({ name }) =>
      `${name} takes too much to read for a map. Leave out what is no part of the map, and try again.`,
    nl: ({ name }) =>
      `${name} is te zwaar om als kaart te lezen. Laat weg wat niet bij de kaart hoort en probeer het opnieuw.`,
  }),
  "map-workbook-swells": worded<Named & { readonly megabytes: number }>({
    en: ({ name, megabytes }) =>
      `${name} would swell to more than ${megabytes} MB when it is unpacked. Save only the sheets of the map.`,
    nl: ({ name, megabytes }) =>
      `${name} zou uitgepakt groter worden dan ${megabytes} MB. Bewaar alleen de bladen van de kaart.`,
  }),
  "xml-broken": broken({
    en: () => "this is not XML as it should be. Export the file again.",
    nl: () => "dit is geen goede XML. Exporteer het bestand opnieuw.",
  }),
  "xml-doctype": broken({
    en: () =>
      "a document type (<!DOCTYPE>) is not read, since it can name other files. Take it out.",
    nl: () =>
      "een documenttype (<!DOCTYPE>) wordt niet gelezen, omdat het naar andere bestanden kan verwijzen. Haal het weg.",
  }),
  "xml-entity": broken<{ readonly entity: string }>({
    en: ({ entity }) => `${entity} is not known. Write the character itself, or &amp; for &.`,
    nl: ({ entity }) => `${entity} is onbekend. Schrijf het teken zelf, of &amp; voor &.`,
  }),
  "xml-wrong-end": broken<{ readonly tag: string }>({
    en: ({ tag }) => `</${tag}> closes something that is not open there.`,
    nl: ({ tag }) => `</${tag}> sluit iets wat daar niet openstaat.`,
  }),
  "xml-cut-off": broken<{ readonly tag: string }>({
    en: ({ tag }) => `the file ends inside <${tag}>. Export it again.`,
    nl: ({ tag }) => `het bestand houdt op binnen <${tag}>. Exporteer het opnieuw.`,
  }),
  "xml-too-deep": broken({
    en: () => "the file is nested too deeply to be a map.",
    nl: () => "het bestand zit te diep in elkaar om een kaart te zijn.",
  }),
};
