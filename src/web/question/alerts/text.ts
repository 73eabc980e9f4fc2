import type { HolidayName } from "../../../core/question/alerts/holiday.ts";

const english = {
  title: "Odd days",
  lead: "Days on which far more or far fewer customers came somewhere than on such a day is usual.",
  fewer: (count: string, expected: string) => `${count} instead of ${expected} customers`,
  place: (at: string) => `at “${at}”`,
  way: (at: string, to: string) => `from “${at}” straight to “${to}”`,
  usual: (low: string, high: string) => `999 in 1,000 such days keep within ${low}–${high}`,
  z: (z: string) => `robust z ${z}`,
  reasons: {
    customers: "No source was silent and it is no holiday: customers did something else.",
    source: (source: string) =>
      `The source ${source} told hardly anything that day: we cannot know what customers did.`,
    holiday: (name: string) => `It was ${name}.`,
    everywhere:
      "Most touchpoints were odd in the same way that day: the cause lies outside one of them.",
  },
  holidays: {
    "new-year": "New Year’s Day",
    "kings-day": "King’s Day",
    "liberation-day": "Liberation Day",
    "christmas-eve": "Christmas Eve",
    christmas: "Christmas",
    "new-years-eve": "New Year’s Eve",
    "good-friday": "Good Friday",
    easter: "Easter",
    ascension: "Ascension",
    pentecost: "Whitsun",
  } satisfies Record<HolidayName, string>,
  filter: "Show",
  shown: { new: "new", all: "all", muted: "muted" },
  counted: (word: string, count: string) => `${word} (${count})`,
  seen: "Seen",
  explain: "Explain",
  note: "What was it?",
  save: "Save",
  mute: "Mute this",
  unmute: "Hear of it again",
  undo: "Undo",
  done: {
    seen: "Marked as seen.",
    explained: "Your explanation is kept.",
    muted: "You hear no more of it.",
  },
  states: {
    seen: (who: string, day: string) => `Seen by ${who}, ${day}`,
    explained: (who: string, day: string) => `Explained by ${who}, ${day}`,
  },
  withdrawn: "Late events came in: by now this day is not odd any more.",
  mutedBy: (who: string, day: string) => `Muted by ${who}, ${day}`,
  none: "Nothing new",
  noneHint: "No day is odd that nobody has looked at yet.",
  noneMuted: "Nothing is muted.",
  never: "Nothing was looked at yet",
  neverHint:
    "Odd days are looked for after data came in. It takes ten weeks of data to know what is usual.",
  run: (series: string, from: string, to: string, at: string) =>
    `${series} touchpoints and transitions, ${from} to ${to}; looked at on ${at}.`,
  table: "All as a table",
  columns: {
    day: "Day",
    where: "Where",
    count: "Customers",
    expected: "Expected",
    range: "99.9% within",
    state: "State",
  },
  stateWords: { new: "new", seen: "seen", explained: "explained" },
  receivers: {
    title: "Send them on",
    about: "New odd days go out once a day and receiver; muted ones and holidays do not.",
    add: "Add a receiver",
    kind: "To",
    kinds: { email: "an e-mail address", webhook: "a web address (webhook)" },
    targets: { email: "E-mail address", webhook: "Web address" },
    noMail:
      "Spoor has no mail server yet. Whoever runs it sets SPOOR_SMTP_URL and SPOOR_MAIL_FROM.",
    secret: "Calls to it are signed with this secret. It is shown only now:",
    delivered: (count: string, one: boolean) =>
      one ? "1 message arrived" : `${count} messages arrived`,
    problem: (said: string) => `The last message has not arrived yet: ${said}`,
    ended: (day: string) => `ended on ${day}`,
    end: "Stop",
    again: "Send again",
  },
  why: "Counted are the customers of a day at every touchpoint and on every transition. What is expected is the level of the last two weeks with what the weekday does otherwise (medians over eight weeks), on the scale 2√(n + ⅜) on which chance spreads all counts alike. How much days differ is told by the median deviation of the last eight weeks, never less than chance alone (Poisson). A day is odd when it is so by both, at a level that lets all touchpoints together raise one false alarm in ten months. What lasts over a week is a new level and stands under Drift. The day on which the data ends is not judged, nor what a source has not told yet.",
};

export type AlertsText = typeof english;

const dutch: AlertsText = {
  title: "Afwijkende dagen",
  lead: "Dagen waarop ergens veel meer of veel minder klanten kwamen dan op zo’n dag gebruikelijk is.",
  fewer: (count, expected) => `${count} in plaats van ${expected} klanten`,
  place: (at) => `bij ‘${at}’`,
  way: (at, to) => `van ‘${at}’ meteen door naar ‘${to}’`,
  usual: (low, high) => `999 van de 1.000 zulke dagen blijven binnen ${low}–${high}`,
  z: (z) => `robuuste z ${z}`,
  reasons: {
    customers: "Er viel geen bron stil en het was geen feestdag: klanten deden iets anders.",
    source: (source) =>
      `De bron ${source} leverde die dag vrijwel niets: wat klanten deden, kunnen we niet weten.`,
    holiday: (name) => `Het was ${name}.`,
    everywhere:
      "Die dag weken de meeste contactmomenten op dezelfde manier af: de oorzaak ligt buiten één ervan.",
  },
  holidays: {
    "new-year": "nieuwjaarsdag",
    "kings-day": "Koningsdag",
    "liberation-day": "Bevrijdingsdag",
    "christmas-eve": "kerstavond",
    christmas: "Kerstmis",
    "new-years-eve": "oudjaarsdag",
    "good-friday": "Goede Vrijdag",
    easter: "Pasen",
    ascension: "Hemelvaart",
    pentecost: "Pinksteren",
  },
  filter: "Toon",
  shown: { new: "nieuw", all: "alles", muted: "gedempt" },
  counted: (word, count) => `${word} (${count})`,
  seen: "Gezien",
  explain: "Verklaren",
  note: "Wat was er aan de hand?",
  save: "Bewaren",
  mute: "Dempen",
  unmute: "Weer melden",
  undo: "Ongedaan maken",
  done: {
    seen: "Als gezien gemarkeerd.",
    explained: "Je verklaring is bewaard.",
    muted: "Je hoort er niet meer van.",
  },
  states: {
    seen: (who, day) => `Gezien door ${who}, ${day}`,
    explained: (who, day) => `Verklaard door ${who}, ${day}`,
  },
  withdrawn: "Er kwam nog data binnen: inmiddels wijkt deze dag niet meer af.",
  mutedBy: (who, day) => `Gedempt door ${who}, ${day}`,
  none: "Niets nieuws",
  noneHint: "Er is geen afwijkende dag waar nog niemand naar heeft gekeken.",
  noneMuted: "Er is niets gedempt.",
  never: "Er is nog niet gekeken",
  neverHint:
    "Afwijkende dagen worden gezocht nadat er data is binnengekomen. Pas na tien weken data is bekend wat gebruikelijk is.",
  run: (series, from, to, at) =>
    `${series} contactmomenten en overgangen, van ${from} tot en met ${to}; bekeken op ${at}.`,
  table: "Alles als tabel",
  columns: {
    day: "Dag",
    where: "Waar",
    count: "Klanten",
    expected: "Verwacht",
    range: "99,9% binnen",
    state: "Status",
  },
  stateWords: { new: "nieuw", seen: "gezien", explained: "verklaard" },
  receivers: {
    title: "Doorsturen",
    about:
      "Nieuwe afwijkende dagen gaan eenmaal per dag naar elke ontvanger; wat gedempt is en feestdagen niet.",
    add: "Ontvanger toevoegen",
    kind: "Naar",
    kinds: { email: "een e-mailadres", webhook: "een webadres (webhook)" },
    targets: { email: "E-mailadres", webhook: "Webadres" },
    noMail:
      "Spoor heeft nog geen mailserver. De beheerder stelt SPOOR_SMTP_URL en SPOOR_MAIL_FROM in.",
    secret: "Aanroepen worden ondertekend met dit geheim. Het is alleen nu te zien:",
    delivered: (count, one) => (one ? "1 bericht aangekomen" : `${count} berichten aangekomen`),
    problem: (said) => `Het laatste bericht is nog niet aangekomen: ${said}`,
    ended: (day) => `gestopt op ${day}`,
    end: "Stoppen",
    again: "Weer sturen",
  },
  why: "Geteld zijn de klanten per dag bij elk contactmoment en op elke overgang. Verwacht wordt het niveau van de laatste twee weken met wat de weekdag anders doet (medianen over acht weken), op de schaal 2√(n + ⅜), waarop toeval alle aantallen evenveel spreidt. Hoeveel dagen verschillen volgt uit de mediane afwijking van de laatste acht weken, nooit minder dan toeval alleen (Poisson). Een dag wijkt af als beide dat zeggen, op een niveau waarbij alle contactmomenten samen één keer per tien maanden vals alarm geven. Wat langer dan een week duurt is een nieuw niveau en staat onder Verschuivingen. De dag waarop de data eindigt wordt niet beoordeeld, en wat een bron nog niet geleverd heeft ook niet.",
};

export const alertsText = { en: english, nl: dutch };
