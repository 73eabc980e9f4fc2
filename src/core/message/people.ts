import { worded } from "./wording.ts";

/** What is told about people's data: requests, consent, what is held. */
export const peopleWords = {
  "consent-unreadable": worded({
    en: () =>
      "What this row says about consent is neither yes nor no. Give the word a meaning in the mapping (values).",
    nl: () =>
      "Wat deze rij over toestemming zegt is geen ja en geen nee. Geef het woord een betekenis in de koppeling (values).",
  }),
  "consent-without-time": worded({
    en: () =>
      "A row that tells of consent needs a time: the last word counts. Name the column with the time in the mapping.",
    nl: () =>
      "Een rij over toestemming heeft een tijd nodig: het laatste woord telt. Geef in de koppeling aan in welke kolom de tijd staat.",
  }),
  "consent-nobody": worded({
    en: () =>
      "These identifiers identify nobody: they are empty or a word that systems write for unknown.",
    nl: () =>
      "Deze herkenningsgegevens wijzen niemand aan: ze zijn leeg, of een woord dat systemen voor onbekend schrijven.",
  }),
  "no-purpose": worded<{ readonly purpose: string }>({
    en: ({ purpose }) => `There is no purpose ${purpose} in this workspace.`,
    nl: ({ purpose }) => `In deze werkruimte is geen doel ${purpose}.`,
  }),
  "purpose-name-taken": worded<{ readonly name: string; readonly purpose: string }>({
    en: ({ name, purpose }) => `${name} already stands for the purpose ${purpose}.`,
    nl: ({ name, purpose }) => `${name} staat al voor het doel ${purpose}.`,
  }),
  "purpose-without-consent": worded({
    en: () => "This purpose does not rest on consent, so there is nothing to give or withdraw.",
    nl: () => "Dit doel berust niet op toestemming, dus er valt niets te geven of in te trekken.",
  }),
  "consent-link-over": worded({
    en: () => "This link does not work any more. Ask whoever sent it to you for a new one.",
    nl: () => "Deze link werkt niet meer. Vraag een nieuwe aan wie hem je stuurde.",
  }),
  "consent-link-nobody": worded({
    en: () =>
      "A link needs an identifier that is this person's alone. This one has none, or shares all of them.",
    nl: () =>
      "Voor een link is een gegeven nodig dat alleen van deze persoon is. Dat is er niet, of wordt met anderen gedeeld.",
  }),
  "consent-word": worded<{ readonly purpose: string }>({
    en: ({ purpose }) => `What is said about ${purpose} is neither yes nor no.`,
    nl: ({ purpose }) => `Wat over ${purpose} wordt gezegd is geen ja en geen nee.`,
  }),
  "nobody-with-identifier": worded({
    en: () => "Nothing is held under this identifier.",
    nl: () => "Onder dit gegeven is niets vastgelegd.",
  }),
  "identifier-of-several": worded<{ readonly people: number }>({
    en: ({ people }) =>
      `${people} people share this identifier. Use one that is this person's alone.`,
    nl: ({ people }) =>
      `Dit gegeven wordt door ${people} mensen gedeeld. Neem er een dat alleen van deze persoon is.`,
  }),
  "no-privacy-request": worded({
    en: () => "There is no such request in the register of this workspace.",
    nl: () => "Dit verzoek staat niet in het register van deze werkruimte.",
  }),
  "request-not-received-yet": worded({
    en: () => "A request cannot have been received after today. Check the date.",
    nl: () => "Een verzoek kan niet na vandaag zijn ontvangen. Controleer de datum.",
  }),
  "request-closed": worded<{ readonly number: number }>({
    en: ({ number }) => `Request ${number} is closed. Open it again to go on with it.`,
    nl: ({ number }) => `Verzoek ${number} is afgesloten. Heropen het om ermee verder te gaan.`,
  }),
  "request-open": worded({
    en: () => "This request is open already.",
    nl: () => "Dit verzoek staat al open.",
  }),
  "request-extended-already": worded({
    en: () => "The term was extended already; the law allows that once.",
    nl: () => "De termijn is al verlengd; de wet staat dat één keer toe.",
  }),
  "request-extended-late": worded({
    en: () =>
      "The person must be told of an extension within the first month. Enter the day on which that was done.",
    nl: () =>
      "De betrokkene moet binnen de eerste maand horen dat de termijn wordt verlengd. Vul de dag in waarop dat is gebeurd.",
  }),
  "refusal-without-reason": worded({
    en: () => "A refusal needs its reason: the person has a right to hear it.",
    nl: () => "Bij een weigering hoort een reden: de betrokkene heeft er recht op die te horen.",
  }),
};
