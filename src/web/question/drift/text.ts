const english = {
  title: "What changed",
  lead: "What customers did differently from one day on: which day, how much, and how surely it is no chance.",
  when: {
    label: "When",
    ever: "at any time",
    since: (day: string) => `since ${day}`,
    sinceDay: "Since",
    periods: (before: string, after: string) => `${before} against ${after}`,
    before: "First period",
    after: "Second period",
    compare: "Compare",
    from: "From",
    to: "To",
  },
  /** The change as a sentence; `who` says where they came, `to` what it is about. */
  said: {
    reach: (who: string, to: string, more: boolean) =>
      `${more ? "More" : "Fewer"} ${who} come to “${to}”`,
    next: (who: string, to: string, more: boolean) =>
      `${more ? "More" : "Fewer"} ${who} go straight on to “${to}”`,
    leave: (who: string, _to: string, more: boolean) =>
      `${more ? "More" : "Fewer"} ${who} do nothing more in the time it usually takes`,
    wait: (who: string, to: string, more: boolean) =>
      `From ${who} to “${to}” takes ${more ? "longer" : "less long"}`,
    score: (score: string, to: string, more: boolean) =>
      `${score} at “${to}” is ${more ? "higher" : "lower"}`,
    goal: (who: string, _to: string, more: boolean) =>
      `${more ? "More" : "Fewer"} ${who} reach the goal`,
    fresh: (who: string, to: string) => `New: ${who} come to “${to}”`,
    gone: (who: string, to: string) => `Gone: no ${who} come to “${to}” any more`,
  },
  customers: "customers",
  ofThose: (at: string) => `customers who come to “${at}”`,
  place: (at: string) => `“${at}”`,
  noPlace: "the start",
  between: (from: string, to: string) => `95% sure: between ${from} and ${to}`,
  onTheDay: "95% sure: on this very day",
  arrow: (before: string, after: string) => `${before} → ${after}`,
  difference: (value: string, low: string, high: string) =>
    `difference ${value} points (95% interval ${low} to ${high})`,
  differenceWait: (value: string, low: string, high: string) =>
    `the share waiting longer than the median of all: ${value} points (95% interval ${low} to ${high})`,
  differenceScore: (value: string, low: string, high: string) =>
    `difference ${value} (95% interval ${low} to ${high})`,
  chance: (p: string) => `p ${p} after correction`,
  people: (before: string, after: string) => `n = ${before} before, ${after} after`,
  more: (count: string, one: boolean) =>
    one
      ? "1 more change that may be of the same day"
      : `${count} more changes that may be of the same day`,
  weeks: (from: string, to: string) =>
    `Week by week from ${from} to ${to}; the line is the day of the change`,
  none: "Nothing surely changed",
  noneHint: (tested: string) =>
    `${tested} figures were tested: what customers do next, how long it takes, what they answer. None differs more than chance makes likely.`,
  untested: "There is too little to compare",
  untestedHint:
    "It takes at least 60 people at a touchpoint, over a month or more, to tell a change from chance.",
  apart: "Changed in the figures, not necessarily for customers",
  sourceBegan: (source: string) =>
    `The source ${source} only began then: we cannot know what was before.`,
  sourceStopped: (source: string) =>
    `The source ${source} fell silent then: we cannot know what came after.`,
  others: (attribute: string, value: string) =>
    `Other customers came: among those with the same ${attribute} the difference is ${value} points.`,
  table: "All changes as a table",
  columns: {
    what: "Change",
    before: "Before",
    after: "After",
    size: "Size",
    p: "p",
    day: "Day",
    between: "95% interval",
  },
  sum: (tested: string, people: string, from: string, to: string) =>
    `${tested} figures tested on ${people} people, ${from} to ${to}.`,
  begunBefore: (count: string) =>
    `${count} journeys are left out because they may have begun before the data does.`,
  goTo: "Their journeys",
  reminder: {
    said: (since: string, count: string, one: boolean, day: string) =>
      `Since this map was last reviewed (${since}) ${one ? "one thing" : `${count} things`} surely changed at its touchpoints, most of all on ${day}.`,
    see: "See what changed",
  },
  why: "Of each person one journey counts, so that what is compared is independent. Every touchpoint is told at its gate: the last touchpoint that nearly all who come there passed before. A person counts on the day when he came to the gate, and only when he could be followed as long as 95% take; so journeys that are not finished weigh nothing. Shares are split at every week (twice the log-likelihood ratio, divided by how much more neighbouring weeks differ than chance would have it), waits by the share above the median, scores by their means; the chance of the best split follows Miller & Siegmund (1982), and is corrected for everything that is tested (Benjamini & Hochberg): of what stands here, one in a hundred may be chance. What differs by less than 0.1 (Cohen’s h or d) is left out. The day is the likeliest, its interval is by likelihood (Siegmund 1988). A change that goes away among customers alike, or begins with a source, stands apart. What comes back every year cannot be told from a change in less than two years of data. A change is no proof of its cause.",
};

export type DriftText = typeof english;

const dutch: DriftText = {
  title: "Wat er veranderde",
  lead: "Wat klanten vanaf een bepaalde dag anders deden: welke dag dat was, hoeveel het scheelt, en hoe zeker het is dat het geen toeval is.",
  when: {
    label: "Wanneer",
    ever: "op elk moment",
    since: (day) => `sinds ${day}`,
    sinceDay: "Sinds",
    periods: (before, after) => `${before} tegenover ${after}`,
    before: "Eerste periode",
    after: "Tweede periode",
    compare: "Vergelijken",
    from: "Van",
    to: "Tot",
  },
  said: {
    reach: (who, to, more) => `${more ? "Meer" : "Minder"} ${who} komen bij ‘${to}’`,
    next: (who, to, more) => `${more ? "Meer" : "Minder"} ${who} gaan meteen door naar ‘${to}’`,
    leave: (who, _to, more) =>
      `${more ? "Meer" : "Minder"} ${who} doen daarna niets meer binnen de gebruikelijke tijd`,
    wait: (who, to, more) => `Van ${who} naar ‘${to}’ duurt ${more ? "langer" : "korter"}`,
    score: (score, to, more) => `${score} bij ‘${to}’ is ${more ? "hoger" : "lager"}`,
    goal: (who, _to, more) => `${more ? "Meer" : "Minder"} ${who} bereiken het doel`,
    fresh: (who, to) => `Nieuw: ${who} komen bij ‘${to}’`,
    gone: (who, to) => `Verdwenen: geen ${who} komen nog bij ‘${to}’`,
  },
  customers: "klanten",
  ofThose: (at) => `klanten die bij ‘${at}’ zijn geweest`,
  place: (at) => `‘${at}’`,
  noPlace: "het begin",
  between: (from, to) => `95% zeker: tussen ${from} en ${to}`,
  onTheDay: "95% zeker: precies op deze dag",
  arrow: (before, after) => `${before} → ${after}`,
  difference: (value, low, high) =>
    `verschil ${value} procentpunt (95%-interval ${low} tot ${high})`,
  differenceWait: (value, low, high) =>
    `aandeel dat langer wacht dan de mediaan van iedereen: ${value} procentpunt (95%-interval ${low} tot ${high})`,
  differenceScore: (value, low, high) => `verschil ${value} (95%-interval ${low} tot ${high})`,
  chance: (p) => `p ${p} na correctie`,
  people: (before, after) => `n = ${before} ervoor, ${after} erna`,
  more: (count, one) =>
    one
      ? "Nog 1 verandering die van dezelfde dag kan zijn"
      : `Nog ${count} veranderingen die van dezelfde dag kunnen zijn`,
  weeks: (from, to) =>
    `Week voor week van ${from} tot ${to}; de streep is de dag van de verandering`,
  none: "Er is niets aantoonbaar veranderd",
  noneHint: (tested) =>
    `Er zijn ${tested} cijfers getoetst: wat klanten daarna doen, hoe lang dat duurt, wat ze antwoorden. Geen ervan verschilt meer dan toeval aannemelijk maakt.`,
  untested: "Er is te weinig om te vergelijken",
  untestedHint:
    "Pas met 60 mensen bij een contactmoment, over een maand of langer, is een verandering van toeval te onderscheiden.",
  apart: "Veranderd in de cijfers, niet per se voor klanten",
  sourceBegan: (source) =>
    `De bron ${source} begon toen pas: hoe het daarvoor was, kunnen we niet weten.`,
  sourceStopped: (source) =>
    `De bron ${source} viel toen stil: hoe het daarna was, kunnen we niet weten.`,
  others: (attribute, value) =>
    `Er kwamen andere klanten: onder klanten met dezelfde ${attribute} is het verschil ${value} procentpunt.`,
  table: "Alle veranderingen als tabel",
  columns: {
    what: "Verandering",
    before: "Ervoor",
    after: "Erna",
    size: "Grootte",
    p: "p",
    day: "Dag",
    between: "95%-interval",
  },
  sum: (tested, people, from, to) =>
    `${tested} cijfers getoetst bij ${people} mensen, van ${from} tot ${to}.`,
  begunBefore: (count) =>
    `${count} klantreizen tellen niet mee, omdat ze begonnen kunnen zijn voordat de data begint.`,
  goTo: "Hun klantreizen",
  reminder: {
    said: (since, count, one, day) =>
      `Sinds deze kaart voor het laatst bekeken is (${since}) ${one ? "is er één ding" : `zijn er ${count} dingen`} aantoonbaar veranderd bij de contactmomenten erop, het meest op ${day}.`,
    see: "Bekijk wat er veranderde",
  },
  why: "Van elke persoon telt één klantreis mee, zodat de waarnemingen onafhankelijk zijn. Elk contactmoment wordt beoordeeld vanaf zijn poort: het laatste contactmoment waar vrijwel iedereen die er komt eerst langs ging. Iemand telt op de dag dat hij bij de poort kwam, en alleen als hij zo lang te volgen was als 95% nodig heeft; zo wegen klantreizen die nog lopen niet mee. Aandelen worden bij elke week gesplitst (tweemaal het logaritme van de aannemelijkheidsverhouding, gedeeld door hoeveel meer opeenvolgende weken verschillen dan toeval zou geven), wachttijden naar het aandeel boven de mediaan, scores naar hun gemiddelde. De kans op de beste splitsing volgt Miller & Siegmund (1982) en is gecorrigeerd voor alles wat getoetst is (Benjamini & Hochberg): van wat hier staat, kan één op de honderd toeval zijn. Wat minder scheelt dan 0,1 (h of d van Cohen) blijft weg. De dag is de aannemelijkste, met een aannemelijkheidsinterval (Siegmund 1988). Wat verdwijnt als je gelijke klanten vergelijkt, of samenvalt met het begin van een bron, staat apart. Wat elk jaar terugkomt, is met minder dan twee jaar data niet van een verandering te onderscheiden. Een verandering bewijst haar oorzaak niet.",
};

export const driftText = { en: english, nl: dutch };
