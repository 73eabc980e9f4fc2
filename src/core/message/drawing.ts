import { numeral, worded } from "./wording.ts";

const dutch: Readonly<Record<string, string>> = {
  journey: "de klantreis",
  episode: "de episode",
  touchpoint: "het contactmoment",
  persona: "de persona",
  transition: "de overgang",
  pain: "het pijnpunt",
  opportunity: "de kans",
  quote: "het citaat",
  emotion: "de emotie",
  picture: "de afbeelding",
  metric: "de metriek",
  goal: "het doel",
  action: "de actie",
  member: "het teamlid",
  lane: "de rij",
  exception: "de uitzondering",
  element: "dit onderdeel",
};

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

/** Why a change of a map was not done. */
export const drawingWords = {
  gone: worded<{ readonly what: string; readonly id: string }>({
    en: ({ what, id }) =>
      `The ${what} ${id} is not on the map any more: somebody took it out in the meantime.`,
    nl: ({ what, id }) =>
      `${capital(dutch[what] ?? what)} ${id} staat niet meer op de kaart: iemand heeft dit intussen weggehaald.`,
  }),
  "no-field": worded<{ readonly kind: string; readonly field: string }>({
    en: ({ kind, field }) => `A ${kind} has no ${field} that can be changed this way.`,
    nl: ({ kind, field }) => `Bij ${dutch[kind] ?? kind} kan ${field} niet zo worden veranderd.`,
  }),
  "id-taken": worded<{ readonly id: string }>({
    en: ({ id }) => `There is a part ${id} on this map already. Give the new one another id.`,
    nl: ({ id }) => `Er staat al een onderdeel ${id} op deze kaart. Geef het nieuwe een ander id.`,
  }),
  "not-the-journey": worded({
    en: () => "A map cannot be taken out of itself. Delete it from the list of maps.",
    nl: () => "Een kaart kun je niet uit zichzelf weghalen. Verwijder hem in de lijst met kaarten.",
  }),
  "last-episode": worded({
    en: () => "A journey needs at least one episode. Add another one before you take this one out.",
    nl: () => "Een klantreis heeft minstens één episode nodig. Voeg er eerst een toe.",
  }),
  "wrong-place": worded<{ readonly kind: string; readonly parent: string }>({
    en: ({ kind, parent }) => `A ${kind} cannot stand in a ${parent}.`,
    nl: ({ kind, parent }) =>
      `${capital(dutch[kind] ?? kind)} kan niet in ${dutch[parent] ?? parent} staan.`,
  }),
  unfit: worded<{ readonly kind: string; readonly field: string; readonly fault: string }>({
    en: ({ kind, field, fault }) => `This does not fit as ${field} of a ${kind}: ${fault}.`,
    nl: ({ kind, field, fault }) =>
      `Dit past niet als ${field} bij ${dutch[kind] ?? kind}: ${fault}.`,
  }),
  needed: worded<{ readonly kind: string; readonly field: string }>({
    en: ({ kind, field }) => `A ${kind} cannot be without ${field}.`,
    nl: ({ kind, field }) => `${capital(dutch[kind] ?? kind)} kan niet zonder ${field}.`,
  }),
  "too-long": worded<{ readonly most: number }>({
    en: ({ most }) => `This text is too long: at most ${numeral(most, "en")} characters fit here.`,
    nl: ({ most }) => `Deze tekst is te lang: hier passen hoogstens ${numeral(most, "nl")} tekens.`,
  }),
  "odd-characters": worded({
    en: () => "There are signs in this text that are no characters. Type it without them.",
    nl: () => "In deze tekst staan tekens die geen letters zijn. Typ hem zonder die tekens.",
  }),
};
