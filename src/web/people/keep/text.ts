import { formatIn } from "../../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  title: "How long events are kept",
  about:
    "Everything is kept until a rule says otherwise. A rule is applied once a day, for the first time tomorrow; what comes in is held against it at once.",
  none: "No rule yet: everything is kept.",
  noneHint: "Begin with what you need least: page views, or a source that tells much.",
  add: "Make a rule",
  kind: "What",
  kinds: { "": "everything", event: "events", feedback: "feedback", person: "facts about people" },
  event: "Name of the event",
  eventHint: "Empty for every name.",
  source: "Source",
  anySource: "every source",
  days: "Days after which they go",
  count: "What would go?",
  make: "Make this rule",
  cancel: "Cancel",
  reach: (events: number, of: number, people: number, whole: number) =>
    events === 0
      ? `None of ${en.number(of)} events is that old yet.`
      : `${en.number(events)} of ${en.number(of)} events are that old and go tomorrow. People concerned: ${en.number(people)}; of whom nothing is left then: ${en.number(whole)}.`,
  first: (date: string) => `The oldest is of ${date}.`,
  rule: (kind: string, event: string | null, source: string | null, days: number) =>
    `${event === null ? kind : `“${event}”`} from ${source ?? "every source"}: ${en.number(days)} days`,
  made: (date: string, who: string) => `Since ${date}, by ${who}`,
  gone: (events: number, last: string) => `${en.number(events)} went so far, the last on ${last}`,
  nothingGone: "Nothing went by it yet",
  ended: (date: string, who: string) => `Ended on ${date} by ${who}; what went stays gone`,
  end: "End this rule",
  again: "Make it count again",
};
export type KeepText = typeof english;

const dutch: KeepText = {
  title: "Hoe lang gebeurtenissen bewaard worden",
  about:
    "Alles wordt bewaard totdat een regel iets anders zegt. Een regel wordt één keer per dag toegepast, voor het eerst morgen. Wat binnenkomt, wordt er meteen aan getoetst.",
  none: "Nog geen regel: alles wordt bewaard.",
  noneHint: "Begin met wat je het minst nodig hebt: paginaweergaven, of een bron die veel vertelt.",
  add: "Maak een regel",
  kind: "Wat",
  kinds: {
    "": "alles",
    event: "gebeurtenissen",
    feedback: "feedback",
    person: "feiten over mensen",
  },
  event: "Naam van de gebeurtenis",
  eventHint: "Leeg voor elke naam.",
  source: "Bron",
  anySource: "elke bron",
  days: "Na hoeveel dagen ze verdwijnen",
  count: "Wat zou er verdwijnen?",
  make: "Maak deze regel",
  cancel: "Annuleer",
  reach: (events: number, of: number, people: number, whole: number) =>
    events === 0
      ? `Van de ${nl.number(of)} gebeurtenissen is er nog geen zo oud.`
      : `Van de ${nl.number(of)} gebeurtenissen zijn er ${nl.number(events)} zo oud: die verdwijnen morgen. Om hoeveel mensen het gaat: ${nl.number(people)}; van wie daarna niets overblijft: ${nl.number(whole)}.`,
  first: (date: string) => `De oudste is van ${date}.`,
  rule: (kind: string, event: string | null, source: string | null, days: number) =>
    `${event === null ? kind : `‘${event}’`} uit ${source ?? "elke bron"}: ${nl.number(days)} dagen`,
  made: (date: string, who: string) => `Sinds ${date}, door ${who}`,
  gone: (events: number, last: string) =>
    `${nl.number(events)} tot nu toe verdwenen, het laatst op ${last}`,
  nothingGone: "Er is nog niets door verdwenen",
  ended: (date: string, who: string) =>
    `Beëindigd op ${date} door ${who}; wat weg is, komt niet terug`,
  end: "Beëindig deze regel",
  again: "Laat weer gelden",
};

export const keepText = { en: english, nl: dutch };
