import type { TailEvent } from "../../../core/event/tail.ts";
import { formatIn } from "../../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  well: "All is well.",
  silent: (since: string) => `Silent since ${since}, longer than it usually is.`,
  refusing: (calls: number, last: string) =>
    `Refusing calls: ${en.number(calls)} with a wrong signature so far, the last ${last}. Check the secret.`,
  behind: (seconds: number) =>
    `Behind: what came in ${en.number(seconds)} s ago is not in people’s journeys yet.`,
  aside: (share: number, events: number) =>
    `${en.percent(share)} of the last day was set aside (${en.number(events)} events). Look why, mend how it is read, and try them again.`,
  unbalanced:
    "The books do not balance. Keep the data folder as it is and tell whoever runs Spoor.",
  lag: (seconds: number) =>
    `What came last was in people’s journeys after ${en.number(seconds, 1)} s.`,
  lagUnknown: "How long it takes until an event is in people’s journeys shows after the next one.",
  asTable: "As a table",
  asideTitle: "Set aside",
  asideNone: "Nothing of this source is set aside.",
  asideRows: (rows: number) =>
    rows === 1
      ? "1 row could not be read. Why:"
      : `${en.number(rows)} rows could not be read. Why, most frequent first:`,
  reason: "Reason",
  rows: "Rows",
  rest: "other reasons",
  replay: "Try them again",
  replaying: "One moment",
  replayHint:
    "They are read as the source is read now. What fits becomes events; what does not comes back here.",
  rowsOf: "Look at the rows",
  tail: "Watch live",
  tailHint:
    "What comes in, as it comes in. Who it is about is masked; of what else was told you see the names of the fields.",
  tailWaits: "Nothing has come in since this page was opened.",
  tailLost: "The connection was lost. It is being made again.",
  pause: "Hold still",
  goOn: "Go on",
  skipped: (count: number) => `${en.number(count)} more came in than can be shown.`,
  at: "Came in",
  what: "What",
  who: "Who",
  fields: "Also told",
  kinds: {
    event: "event",
    feedback: "feedback",
    person: "about a person",
    line: "as the tool tells it",
    unfit: "set aside",
  } satisfies Record<TailEvent["kind"], string>,
};

export const watchText: { readonly en: typeof english; readonly nl: typeof english } = {
  en: english,
  nl: {
    well: "Alles gaat goed.",
    silent: (since) => `Stil sinds ${since}, langer dan gewoonlijk.`,
    refusing: (calls, last) =>
      `Weigert aanroepen: al ${nl.number(calls)} met een verkeerde handtekening, de laatste ${last}. Controleer het geheim.`,
    behind: (seconds) =>
      `Loopt achter: wat ${nl.number(seconds)} s geleden binnenkwam, zit nog niet in de klantreizen.`,
    aside: (share, events) =>
      `${nl.percent(share)} van het laatste etmaal is apart gezet (${nl.number(events)} gebeurtenissen). Kijk waarom, herstel hoe het gelezen wordt en probeer ze opnieuw.`,
    unbalanced:
      "De boeken kloppen niet. Laat de datamap zoals hij is en vertel het wie Spoor beheert.",
    lag: (seconds) =>
      `Wat het laatst binnenkwam, zat na ${nl.number(seconds, 1)} s in de klantreizen.`,
    lagUnknown:
      "Hoelang het duurt tot een gebeurtenis in de klantreizen zit, zie je na de volgende.",
    asTable: "Als tabel",
    asideTitle: "Apart gezet",
    asideNone: "Van deze bron staat niets apart.",
    asideRows: (rows) =>
      rows === 1
        ? "1 rij kon niet gelezen worden. Waarom:"
        : `${nl.number(rows)} rijen konden niet gelezen worden. Waarom, vaakst eerst:`,
    reason: "Reden",
    rows: "Rijen",
    rest: "andere redenen",
    replay: "Probeer ze opnieuw",
    replaying: "Een ogenblik",
    replayHint:
      "Ze worden gelezen zoals de bron nu gelezen wordt. Wat past wordt een gebeurtenis; wat niet past komt hier terug.",
    rowsOf: "Bekijk de rijen",
    tail: "Live meekijken",
    tailHint:
      "Wat er binnenkomt, terwijl het binnenkomt. Over wie het gaat is gemaskeerd; van de rest zie je hoe de velden heten.",
    tailWaits: "Er kwam nog niets binnen sinds deze pagina openging.",
    tailLost: "De verbinding is weg. Hij wordt opnieuw gemaakt.",
    pause: "Zet stil",
    goOn: "Ga door",
    skipped: (count) => `Er kwamen ${nl.number(count)} meer binnen dan er te tonen zijn.`,
    at: "Binnen",
    what: "Wat",
    who: "Wie",
    fields: "Ook verteld",
    kinds: {
      event: "gebeurtenis",
      feedback: "feedback",
      person: "over een persoon",
      line: "zoals het systeem het vertelt",
      unfit: "apart gezet",
    },
  },
};
