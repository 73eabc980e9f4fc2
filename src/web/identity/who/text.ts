import type { Compared } from "../../../core/identity/comparison.ts";
import type { Says } from "../../../core/identity/decision.ts";
import { formatIn } from "../../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const pairsEn = (n: number) => `${en.number(n)} ${n === 1 ? "pair" : "pairs"}`;
const pairsNl = (n: number) => `${nl.number(n)} ${n === 1 ? "paar" : "paren"}`;

const english = {
  title: "Who is who",
  lead: "Two records can be one person for certain, or probably. What is certain Spoor links by itself; what is probable is for you to decide. Every decision can be taken back, and then all is as it was.",
  search: {
    none: "Nobody has looked for probable links here yet. Spoor compares names, birth dates, addresses, telephone numbers and e-mail addresses, and keeps what it finds until the next search.",
    start: "Look for probable links",
    again: "Look again",
    stop: "Stop",
    running: "Comparing people…",
    last: (day: string, by: string, people: number) =>
      `${by} looked on ${day}: ${en.number(people)} people compared.`,
    failed: (why: string) => `The search did not finish: ${why}. Try again.`,
    objecting: (people: number) =>
      people === 1
        ? "1 person objects and was compared with nobody."
        : `${en.number(people)} people object and were compared with nobody.`,
    leftOut: (people: number, rule: string) =>
      `${en.number(people)} people were not compared by ${rule}: too many are alike.`,
  },
  deriving: "Bringing people and journeys up to date…",
  derivingFailed: (why: string) =>
    `People could not be brought up to date: ${why}. Spoor tries again by itself.`,
  review: {
    title: "To decide",
    left: (review: number, sure: number, later: number) =>
      [
        pairsEn(review + sure),
        ...(sure > 0 ? [`${en.number(sure)} of them sure`] : []),
        ...(later > 0 ? [`${en.number(later)} put off`] : []),
      ].join(", "),
    nothing: "Nothing is left to decide.",
    place: (nth: number, of: number) => `Pair ${en.number(nth)} of the first ${en.number(of)}`,
    sure: (n: number) =>
      `${pairsEn(n)} ${n === 1 ? "is" : "are"} sure: 99 in 100 or more, and nothing contradicts.`,
    acceptAll: (n: number) => `Accept all ${en.number(n)}`,
    acceptSure: (n: number) =>
      `This makes one person of each of ${pairsEn(n)}. It counts as one decision and can be taken back as one.`,
    cancel: "Cancel",
    score: (p: number) =>
      p > 0.995
        ? "In more than 99 of 100 such pairs it is one person"
        : `In ${en.number(Math.round(p * 100))} of 100 such pairs it is one person`,
    later: "put off before",
    what: "What",
    one: "One",
    other: "The other",
    says: "What that says",
    for: "for",
    against: "against",
    unknown: "says nothing",
    known: "Known by",
    seen: (events: number, sources: string, last: string) =>
      `${en.number(events)} ${events === 1 ? "event" : "events"} in ${sources}${last === "" ? "" : `, last on ${last}`}`,
    toPerson: "All that he did",
    decisions: { same: "Same person", apart: "Not the same", later: "Later" } satisfies Record<
      Says,
      string
    >,
    undo: "Undo",
    before: "Previous",
    next: "Next",
    show: "Show identifiers in full",
    keys: "Keys while a button here has the focus: S same, D not the same, L later, U undo, arrows to leaf.",
    done: (says: Says) =>
      ({ same: "Made one person.", apart: "Kept apart.", later: "Put off." })[says],
    undone: "Taken back.",
    why: "Why, in a few words (optional)",
    who: "Say who you are first: your name stands beside what you decide.",
  },
  compared: {
    given: "First name",
    surname: "Surname",
    birth: "Born",
    address: "Address",
    phone: "Telephone",
    email: "E-mail",
    number: "Number",
  } satisfies Record<Compared, string>,
  decided: {
    title: "Decided",
    none: "Nothing has been decided yet. What you decide stands here and can be taken back at any time.",
    says: {
      same: (pairs: number) => (pairs === 1 ? "One person" : `${pairsEn(pairs)}: one person each`),
      apart: (pairs: number) =>
        pairs === 1 ? "Not one person" : `${pairsEn(pairs)}: not one person`,
      later: (pairs: number) => (pairs === 1 ? "Put off" : `${pairsEn(pairs)}: put off`),
    } satisfies Record<Says, unknown>,
    by: (by: string, when: string) => `${by}, ${when}`,
    probability: (p: number) => `probability ${en.number(p, 3)}`,
    takenBack: (by: string, when: string) => `taken back by ${by}, ${when}`,
    takeBack: "Take back",
    hold: "Let it hold again",
    more: (shown: number, total: number) =>
      `The newest ${en.number(shown)} of ${en.number(total)}.`,
    person: "To the person",
    due: "not in the journeys yet",
  },
  rules: {
    title: "Limits and blocked values",
    about:
      "An identifier that belongs to many says nothing about who somebody is: a household's telephone, a shop's tablet. What meets more others than its limit, or two values of which one has only one, is shared and joins nobody.",
    none: "No identifier is known here yet. Import data or connect a source first.",
    kind: "Kind",
    counts: (all: number, shared: number) =>
      `${en.number(all)} known, ${shared === 0 ? "none shared" : `${en.number(shared)} shared`}`,
    unique: "One person has one",
    limit: "Most others it may meet",
    noLimit: "no limit",
    blocked: "Values that identify nobody, one a line",
    byMapping: (values: string) => `The mapping blocks: ${values}`,
    save: "Save and derive anew",
    saved: "Saved. Everything is being derived anew.",
    undo: "Undo",
    undone: "As it was before. Everything is being derived anew.",
    shared: "Shared: these join nobody",
    sharedNone: "No identifier is shared.",
    met: (count: number, of: string) => `met ${en.number(count)} × ${of}`,
    onlyPages: "only by what web pages say; what systems say still counts",
    isBlocked: "blocked",
  },
};

export type WhoText = typeof english;

const dutch: WhoText = {
  title: "Wie is wie",
  lead: "Twee records kunnen zeker dezelfde persoon zijn, of waarschijnlijk. Wat zeker is koppelt Spoor zelf; over wat waarschijnlijk is beslis jij. Elke beslissing kun je terugdraaien, en dan is alles weer zoals het was.",
  search: {
    none: "Hier is nog niet naar waarschijnlijke koppelingen gezocht. Spoor vergelijkt namen, geboortedatums, adressen, telefoonnummers en e-mailadressen, en bewaart wat het vindt tot de volgende keer.",
    start: "Zoek waarschijnlijke koppelingen",
    again: "Zoek opnieuw",
    stop: "Stop",
    running: "Klanten vergelijken…",
    last: (day, by, people) => `${by} zocht op ${day}: ${nl.number(people)} klanten vergeleken.`,
    failed: (why) => `Het zoeken is niet afgemaakt: ${why}. Probeer het nog eens.`,
    objecting: (people) =>
      people === 1
        ? "1 klant maakt bezwaar en is met niemand vergeleken."
        : `${nl.number(people)} klanten maken bezwaar en zijn met niemand vergeleken.`,
    leftOut: (people, rule) =>
      `${nl.number(people)} klanten zijn niet vergeleken op ${rule}: te veel zijn daarin gelijk.`,
  },
  deriving: "Klanten en klantreizen bijwerken…",
  derivingFailed: (why) =>
    `De klanten konden niet worden bijgewerkt: ${why}. Spoor probeert het vanzelf opnieuw.`,
  review: {
    title: "Te beslissen",
    left: (review, sure, later) =>
      [
        pairsNl(review + sure),
        ...(sure > 0 ? [`waarvan ${nl.number(sure)} zeker`] : []),
        ...(later > 0 ? [`${nl.number(later)} uitgesteld`] : []),
      ].join(", "),
    nothing: "Er valt niets meer te beslissen.",
    place: (nth, of) => `Paar ${nl.number(nth)} van de eerste ${nl.number(of)}`,
    sure: (n) =>
      `${pairsNl(n)} ${n === 1 ? "is" : "zijn"} zeker: 99 van de 100 of meer, en niets spreekt het tegen.`,
    acceptAll: (n) => `Neem alle ${nl.number(n)} over`,
    acceptSure: (n) =>
      `Hiermee wordt elk van ${pairsNl(n)} één persoon. Het telt als één beslissing en is in één keer terug te draaien.`,
    cancel: "Annuleer",
    score: (p) =>
      p > 0.995
        ? "Bij meer dan 99 van de 100 zulke paren is het één persoon"
        : `Bij ${nl.number(Math.round(p * 100))} van de 100 zulke paren is het één persoon`,
    later: "eerder uitgesteld",
    what: "Wat",
    one: "De een",
    other: "De ander",
    says: "Wat dat zegt",
    for: "ervoor",
    against: "ertegen",
    unknown: "zegt niets",
    known: "Bekend als",
    seen: (events, sources, last) =>
      `${nl.number(events)} ${events === 1 ? "gebeurtenis" : "gebeurtenissen"} in ${sources}${last === "" ? "" : `, laatst op ${last}`}`,
    toPerson: "De hele klantreis",
    decisions: { same: "Dezelfde", apart: "Niet dezelfde", later: "Later" },
    undo: "Terugdraaien",
    before: "Vorige",
    next: "Volgende",
    show: "Toon gegevens volledig",
    keys: "Toetsen zolang een knop hier de focus heeft: S dezelfde, D niet dezelfde, L later, U terugdraaien, pijlen om te bladeren.",
    done: (says) =>
      ({ same: "Is nu één persoon.", apart: "Blijft apart.", later: "Uitgesteld." })[says],
    undone: "Teruggedraaid.",
    why: "Waarom, in een paar woorden (mag leeg)",
    who: "Zeg eerst wie je bent: je naam komt bij je beslissing te staan.",
  },
  compared: {
    given: "Voornaam",
    surname: "Achternaam",
    birth: "Geboren",
    address: "Adres",
    phone: "Telefoon",
    email: "E-mail",
    number: "Nummer",
  },
  decided: {
    title: "Beslist",
    none: "Er is nog niets beslist. Wat je beslist komt hier te staan en kun je altijd terugdraaien.",
    says: {
      same: (pairs) => (pairs === 1 ? "Eén persoon" : `${pairsNl(pairs)}: elk één persoon`),
      apart: (pairs) => (pairs === 1 ? "Niet één persoon" : `${pairsNl(pairs)}: niet één persoon`),
      later: (pairs) => (pairs === 1 ? "Uitgesteld" : `${pairsNl(pairs)}: uitgesteld`),
    },
    by: (by, when) => `${by}, ${when}`,
    probability: (p) => `kans ${nl.number(p, 3)}`,
    takenBack: (by, when) => `teruggedraaid door ${by}, ${when}`,
    takeBack: "Draai terug",
    hold: "Laat weer gelden",
    more: (shown, total) => `De nieuwste ${nl.number(shown)} van ${nl.number(total)}.`,
    person: "Naar de klant",
    due: "nog niet in de klantreizen",
  },
  rules: {
    title: "Grenzen en geblokkeerde waarden",
    about:
      "Een gegeven dat bij velen hoort zegt niets over wie iemand is: de telefoon van een gezin, de tablet in een winkel. Wat meer andere ontmoet dan de grens, of twee waarden waarvan een mens er maar één heeft, is gedeeld en koppelt niemand.",
    none: "Er zijn nog geen herkenningsgegevens bekend. Importeer eerst data of sluit een bron aan.",
    kind: "Soort",
    counts: (all, shared) =>
      `${nl.number(all)} bekend, ${shared === 0 ? "geen gedeeld" : `${nl.number(shared)} gedeeld`}`,
    unique: "Een persoon heeft er één",
    limit: "Meeste andere die het mag ontmoeten",
    noLimit: "geen grens",
    blocked: "Waarden die niemand aanwijzen, één per regel",
    byMapping: (values) => `De mapping blokkeert: ${values}`,
    save: "Bewaar en leid opnieuw af",
    saved: "Bewaard. Alles wordt opnieuw afgeleid.",
    undo: "Terugdraaien",
    undone: "Weer zoals het was. Alles wordt opnieuw afgeleid.",
    shared: "Gedeeld: deze koppelen niemand",
    sharedNone: "Geen gegeven wordt gedeeld.",
    met: (count, of) => `ontmoette ${nl.number(count)} × ${of}`,
    onlyPages: "alleen door wat webpagina's zeggen; wat systemen zeggen telt nog",
    isBlocked: "geblokkeerd",
  },
};

export const whoText = { en: english, nl: dutch };
