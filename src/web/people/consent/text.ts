import { formatIn } from "../../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  title: "Consent",
  about:
    "What data is used for, on which ground, and what people said about it. The last word counts; without a word there is no consent.",
  add: "Add a purpose",
  usual: "Begin with four usual purposes",
  none: "No purpose has been named yet. Sources may speak of consent already; give their categories a purpose here.",
  name: "Name",
  description: "What it is used for, in plain words",
  basis: "Legal basis",
  bases: {
    consent: "Consent",
    contract: "Contract",
    "legal-obligation": "Legal obligation",
    "vital-interests": "Vital interests",
    "public-task": "Public task",
    "legitimate-interest": "Legitimate interest",
  },
  aliases: "What sources call it, separated by commas",
  save: "Save",
  change: "Change",
  ended: "Not used any more",
  counts: (yes: number, no: number) => `${en.number(yes)} agree · ${en.number(no)} do not`,
  of: (people: number) => `n = ${en.number(people)} people who said something about any purpose`,
  months: "By month",
  month: "Month",
  gave: "Agreed",
  withdrew: "Withdrew or refused",
  unknown: "Sources also speak of these, and no purpose is called so:",
  unknownOne: (name: string, people: number) => `${name} (${en.number(people)} people)`,
  texts: "Texts that people agree to",
  noText: "No text yet",
  version: (version: number, language: string, since: string, author: string) =>
    `Version ${en.number(version)}, ${language}, since ${since}, by ${author}`,
  newText: "New version",
  dutch: "In Dutch",
  english: "In English",
  since: "Shown from",
  languages: { nl: "Dutch", en: "English" },
  presets: [
    [
      "analytics",
      "Analytics",
      "We measure how our site and app are used, to improve them.",
      "consent",
    ],
    ["service", "Service", "We handle orders, questions and complaints.", "contract"],
    ["marketing", "Marketing", "We send news and offers.", "consent"],
    [
      "personalisation",
      "Personalisation",
      "We adapt what we show to what we know of you.",
      "consent",
    ],
  ],
  person: {
    title: "Consent",
    none: "No purpose rests on consent yet.",
    states: { yes: "agrees", no: "does not agree", none: "never said" },
    since: (state: string, when: string, how: string) =>
      [`${state} since ${when}`, how].filter(Boolean).join(", "),
    give: "Agrees",
    withdraw: "Withdraws",
    said: (purpose: string, said: string) => `${purpose}: ${said}.`,
    byPage: "told by a page: no ground against a withdrawal told otherwise",
    history: (count: number) => `All that was said (${en.number(count)})`,
    link: "Make a link for this customer",
    linkAbout:
      "By it the customer sees what he agreed to and changes it himself, for 30 days, without an account.",
    linkLabel: "Link; copy it now, it is shown once",
    links: "Links that work",
    revoke: "Withdraw",
    until: (day: string) => `works until ${day}`,
  },
  own: {
    title: "What you agree to",
    lead: (of: string, about: string) =>
      `This is what ${of || "we"} may use your data for (${about}). You can change your mind at any time; it holds at once.`,
    yes: "You agree",
    no: "You do not agree",
    none: "You have not said anything, so we do not do this",
    since: (day: string) => `since ${day}`,
    give: "I agree",
    withdraw: "I withdraw this",
    saved: "Kept. It holds from now on.",
    empty: "There is nothing to agree to.",
    until: (day: string) => `This page works until ${day}.`,
    gone: "This link does not work any more",
    goneHint: "Ask whoever sent it to you for a new one.",
    group: (name: string) => `Consent: ${name}`,
  },
};

export type ConsentText = Omit<typeof english, "presets"> & {
  readonly presets: readonly (readonly string[])[];
};

const dutch: ConsentText = {
  title: "Toestemming",
  about:
    "Waarvoor gegevens worden gebruikt, op welke grondslag, en wat mensen daarover zeiden. Het laatste woord telt; wie niets zei, heeft geen toestemming gegeven.",
  add: "Doel toevoegen",
  usual: "Begin met vier gebruikelijke doelen",
  none: "Er is nog geen doel benoemd. Misschien spreken bronnen al over toestemming; geef hun categorieën hier een doel.",
  name: "Naam",
  description: "Waarvoor het wordt gebruikt, in gewone woorden",
  basis: "Grondslag",
  bases: {
    consent: "Toestemming",
    contract: "Overeenkomst",
    "legal-obligation": "Wettelijke verplichting",
    "vital-interests": "Vitale belangen",
    "public-task": "Algemeen belang",
    "legitimate-interest": "Gerechtvaardigd belang",
  },
  aliases: "Hoe bronnen het noemen, gescheiden door komma’s",
  save: "Opslaan",
  change: "Wijzigen",
  ended: "Niet meer in gebruik",
  counts: (yes: number, no: number) =>
    `${nl.number(yes)} geven toestemming · ${nl.number(no)} niet`,
  of: (people: number) => `n = ${nl.number(people)} mensen die over enig doel iets zeiden`,
  months: "Per maand",
  month: "Maand",
  gave: "Gegeven",
  withdrew: "Ingetrokken of geweigerd",
  unknown: "Bronnen spreken ook hierover, en geen doel heet zo:",
  unknownOne: (name: string, people: number) => `${name} (${nl.number(people)} mensen)`,
  texts: "Teksten waarmee mensen instemmen",
  noText: "Nog geen tekst",
  version: (version: number, language: string, since: string, author: string) =>
    `Versie ${nl.number(version)}, ${language}, sinds ${since}, door ${author}`,
  newText: "Nieuwe versie",
  dutch: "In het Nederlands",
  english: "In het Engels",
  since: "Te zien vanaf",
  languages: { nl: "Nederlands", en: "Engels" },
  presets: [
    [
      "analytics",
      "Meten",
      "We meten hoe onze site en app worden gebruikt, om ze te verbeteren.",
      "consent",
    ],
    ["service", "Service", "We handelen bestellingen, vragen en klachten af.", "contract"],
    ["marketing", "Marketing", "We sturen nieuws en aanbiedingen.", "consent"],
    [
      "personalisation",
      "Personalisatie",
      "We stemmen wat we tonen af op wat we van je weten.",
      "consent",
    ],
  ],
  person: {
    title: "Toestemming",
    none: "Er is nog geen doel dat op toestemming berust.",
    states: { yes: "geeft toestemming", no: "geeft geen toestemming", none: "heeft niets gezegd" },
    since: (state: string, when: string, how: string) =>
      [`${state} sinds ${when}`, how].filter(Boolean).join(", "),
    give: "Geeft toestemming",
    withdraw: "Trekt in",
    said: (purpose: string, said: string) => `${purpose}: ${said}.`,
    byPage: "door een pagina gemeld: geldt niet tegenover een intrekking langs een andere weg",
    history: (count: number) => `Alles wat is gezegd (${nl.number(count)})`,
    link: "Link voor deze klant maken",
    linkAbout:
      "Daarmee ziet de klant waarvoor er toestemming is en verandert dat zelf, 30 dagen lang, zonder account.",
    linkLabel: "Link; kopieer hem nu, hij is één keer te zien",
    links: "Werkende links",
    revoke: "Intrekken",
    until: (day: string) => `werkt tot en met ${day}`,
  },
  own: {
    title: "Waar je toestemming voor geeft",
    lead: (of: string, about: string) =>
      `Hiervoor ${of === "" ? "mogen wij" : `mag ${of}`} je gegevens gebruiken (${about}). Je kunt je altijd bedenken; het geldt meteen.`,
    yes: "Je geeft toestemming",
    no: "Je geeft geen toestemming",
    none: "Je hebt hier niets over gezegd, dus we doen het niet",
    since: (day: string) => `sinds ${day}`,
    give: "Ik geef toestemming",
    withdraw: "Ik trek dit in",
    saved: "Vastgelegd. Het geldt vanaf nu.",
    empty: "Er is niets om toestemming voor te geven.",
    until: (day: string) => `Deze pagina werkt tot en met ${day}.`,
    gone: "Deze link werkt niet meer",
    goneHint: "Vraag een nieuwe aan wie hem je stuurde.",
    group: (name: string) => `Toestemming: ${name}`,
  },
};

export const consentText: { readonly en: ConsentText; readonly nl: ConsentText } = {
  en: english,
  nl: dutch,
};
