import { formatIn } from "../../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  title: "Kinds of customers",
  lead: "Personas that the data proposes: customers who are alike, do something else than the others, and can be named by what is known of them.",
  found: (count: number) => `The data tells ${en.number(count)} kinds of customers apart.`,
  none: "No kinds of customers stand out: whatever is known of them, they do the same.",
  unknown:
    "Nothing is known of nearly all customers by which they could be told apart. Import attributes of customers (from the CRM, say) to ask this.",
  and: " · ",
  or: " or ",
  is: (attribute: string, values: string) => `${attribute}: ${values}`,
  customers: (count: string) => `${count} customers`,
  ofJourneys: "of the journeys",
  against: (what: string, one: string, other: string) => `${what}: ${one}, others ${other}`,
  all: (told: number, sure: number, compared: number) =>
    sure > told
      ? `The ${en.number(told)} largest of ${en.number(sure)} differences that are sure; ${en.number(compared)} were compared`
      : `${en.number(sure)} differences that are sure; ${en.number(compared)} were compared`,
  these: "These",
  others: "All others",
  differs: (name: string) => `What sets apart: ${name}`,
  nothing: "Nothing that was compared differs surely.",
  drawn: (name: string, share: string) =>
    `On the map as “${name}”: ${share} of the same customers.`,
  near: (name: string, share: string) =>
    `Nearest persona on a map: “${name}”, ${share} of the same customers.`,
  journeys: "Their journeys",
  adopt: "Make it a persona",
  name: "Name of the persona",
  onto: "On the map",
  yours: "Your name",
  put: "Put on the map",
  adopted: (name: string) => `“${name}” is a persona of the map now.`,
  undo: "Take it off again",
  undone: "Taken off the map again.",
  open: "Open the map",
  noMap: "Draw a map first; then it can become a persona there.",
  unplaced: (count: string, share: string) =>
    `${count} journeys (${share}) fit none: of them too little is known.`,
  sought: (names: string) => `Told apart by: ${names}.`,
  left: (names: string) =>
    `Not used, since fewer than four in five customers have it: ${names}. It would tell how far somebody came, not who he is.`,
  why: "All customers are parted in two by one value of an attribute, and the parts again, each time where it tells most about their other attributes and about the touchpoints they pass (twice the log-likelihood ratio, less what Schwarz’s criterion asks for, widened for the number of comparisons). A parting must tell something of what customers do, and hold at least 30 journeys and 4% of all. Groups that nothing but one attribute tells apart are one again. Only attributes that customers keep and that four in five have are used. Each proposal is its predicate: the filter shows exactly who was counted. What differs is tested against all other journeys (G-tests for shares, rank tests for times and scores), all p-values adjusted together (Benjamini–Hochberg). The effect is how much more often one of them has it, takes longer or scores higher than one of the others. A journey counts once; a customer with several journeys counts with each. Association, not cause.",
};

export type SegmentsText = typeof english;

const dutch: SegmentsText = {
  title: "Soorten klanten",
  lead: "Persona’s die de data voorstelt: klanten die op elkaar lijken, iets anders doen dan de rest, en te herkennen zijn aan wat je van ze weet.",
  found: (count) => `De data onderscheidt ${nl.number(count)} soorten klanten.`,
  none: "Er springen geen soorten klanten uit: wat er ook van ze bekend is, ze doen hetzelfde.",
  unknown:
    "Er is niets van bijna alle klanten bekend waaraan ze te onderscheiden zijn. Importeer kenmerken van klanten (bijvoorbeeld uit het CRM) om deze vraag te stellen.",
  and: " · ",
  or: " of ",
  is: (attribute, values) => `${attribute}: ${values}`,
  customers: (count) => `${count} klanten`,
  ofJourneys: "van de klantreizen",
  against: (what, one, other) => `${what}: ${one}, de rest ${other}`,
  all: (told, sure, compared) =>
    sure > told
      ? `De ${nl.number(told)} grootste van ${nl.number(sure)} aantoonbare verschillen; er zijn er ${nl.number(compared)} vergeleken`
      : `${nl.number(sure)} aantoonbare verschillen; er zijn er ${nl.number(compared)} vergeleken`,
  these: "Deze klanten",
  others: "Alle anderen",
  differs: (name) => `Wat hen onderscheidt: ${name}`,
  nothing: "Niets van wat vergeleken is verschilt aantoonbaar.",
  drawn: (name, share) => `Staat op de kaart als ‘${name}’: ${share} dezelfde klanten.`,
  near: (name, share) => `Lijkt het meest op de persona ‘${name}’: ${share} dezelfde klanten.`,
  journeys: "Hun klantreizen",
  adopt: "Maak er een persona van",
  name: "Naam van de persona",
  onto: "Op de kaart",
  yours: "Je naam",
  put: "Zet op de kaart",
  adopted: (name) => `‘${name}’ is nu een persona van de kaart.`,
  undo: "Haal hem er weer af",
  undone: "Weer van de kaart gehaald.",
  open: "Open de kaart",
  noMap: "Teken eerst een kaart; daarna kan dit er een persona van worden.",
  unplaced: (count, share) =>
    `${count} klantreizen (${share}) passen nergens bij: daarvan is te weinig bekend.`,
  sought: (names) => `Onderscheiden op: ${names}.`,
  left: (names) =>
    `Niet gebruikt, omdat minder dan vier op de vijf klanten het heeft: ${names}. Dat zou zeggen hoe ver iemand kwam, niet wie hij is.`,
  why: "Alle klanten zijn in tweeën gedeeld op één waarde van een kenmerk, en de delen weer, telkens waar dat het meest zegt over hun andere kenmerken en over de contactmomenten waar ze langskomen (tweemaal de log-aannemelijkheidsverhouding, min wat het criterium van Schwarz vraagt, verruimd voor het aantal vergelijkingen). Een deling moet iets zeggen over wat klanten doen, en elk deel telt minstens 30 klantreizen en 4% van het geheel. Groepen die alleen in één kenmerk verschillen, worden weer één. Alleen kenmerken die klanten houden en die vier op de vijf klanten hebben, doen mee. Elk voorstel ís zijn voorwaarde: het filter toont precies wie geteld is. Wat verschilt is getoetst tegen alle andere klantreizen (G-toetsen voor aandelen, rangtoetsen voor tijden en scores), met alle p-waarden samen gecorrigeerd (Benjamini–Hochberg). Het effect is hoeveel vaker een van hen het heeft, er langer over doet of hoger scoort dan een van de anderen. Een klantreis telt één keer; een klant met meer klantreizen telt met elk mee. Dit is samenhang, geen oorzaak.",
};

export const segmentsText = { en: english, nl: dutch };
