const english = {
  /** What is compared, as it stands before two figures. */
  goal: "reaches the goal",
  reach: (from: string) => `passes “${from}”`,
  move: (from: string, to: string) => `after “${from}” goes on to “${to}”`,
  leave: (from: string) => `ends at “${from}”`,
  wait: (from: string, to: string) => `time from “${from}” to “${to}”`,
  duration: "time from beginning to end",
  score: (name: string, about: string) => (about === "" ? name : `${name} on “${about}”`),
  what: "What differs",
  effect: "Effect",
  adjusted: "p, adjusted",
  title: "Side by side",
  lead: "Two segments or two periods beside each other: what differs, how much, and how sure that is.",
  one: "One side",
  other: "The other side",
  against: "against another group",
  allOthers: "All others",
  choose: "Choose another group",
  toOthers: "Against all others",
  first: "Choose whom to look at",
  firstHint:
    "Set the filter above for one side. Without another choice it stands beside all other journeys. Or begin here:",
  personaAgainst: (name: string) => `${name}, beside all others`,
  halves: "The second half of the time, beside the first",
  apart: (share: string, chance: string) =>
    `${share} of the journeys would have to go another way for both sides to be alike; chance alone would make it ${chance}.`,
  alike: (share: string, chance: string) =>
    `Their routes are no further apart (${share}) than chance makes likely (${chance}).`,
  few: "One side has fewer than 30 journeys: too few to compare.",
  sure: (sure: string, compared: string) =>
    `${sure} of ${compared} comparisons differ surely; the rest may be chance.`,
  none: (compared: string) =>
    `None of ${compared} comparisons differs surely: what is seen may be chance.`,
  both: (count: string) =>
    `${count} journeys stand on both sides. The tests take the sides as apart, so they rather miss a difference than make one up.`,
  journeys: "Journeys",
  customers: "Customers",
  surely: "Differ surely",
  smaller: (count: string) => `${count} smaller ones that are sure`,
  perhaps: (count: string) => `May be chance: the next ${count}`,
  why: "Both sides are counted alike, a journey once: whether it reaches the goal, passes a touchpoint, goes on from one to the next or ends there (G-tests with Williams’ correction), how long steps and the whole take and what customers answer (rank tests, ties corrected). What has fewer than 30 on a side, or too few cases, is not compared. All p-values are adjusted together (Benjamini–Hochberg): where nothing differs, at least 19 of 20 such pages find nothing. The effect stands first and is the same for all: how much more often one of the first side has it, takes longer or scores higher than one of the other (Cliff’s delta; of shares it is their difference), with its 95% interval; the list begins with the least that the effect may be. How far routes are apart is the total-variation distance over the 2,000 most taken routes, beside what 199 random divisions of the same journeys make. Association, not cause.",
};

export type ContrastText = typeof english;

const dutch: ContrastText = {
  goal: "bereikt het doel",
  reach: (from) => `komt langs ‘${from}’`,
  move: (from, to) => `gaat na ‘${from}’ verder met ‘${to}’`,
  leave: (from) => `stopt bij ‘${from}’`,
  wait: (from, to) => `tijd van ‘${from}’ tot ‘${to}’`,
  duration: "tijd van begin tot eind",
  score: (name, about) => (about === "" ? name : `${name} over ‘${about}’`),
  what: "Wat er verschilt",
  effect: "Effect",
  adjusted: "p, gecorrigeerd",
  title: "Naast elkaar",
  lead: "Twee segmenten of twee periodes naast elkaar: wat verschilt er, hoeveel, en hoe zeker is dat.",
  one: "De ene kant",
  other: "De andere kant",
  against: "naast een andere groep",
  allOthers: "Alle anderen",
  choose: "Kies een andere groep",
  toOthers: "Naast alle anderen",
  first: "Kies naar wie je kijkt",
  firstHint:
    "Stel hierboven het filter in voor de ene kant. Zonder andere keuze staat die naast alle andere klantreizen. Of begin hier:",
  personaAgainst: (name) => `${name}, naast alle anderen`,
  halves: "De tweede helft van de tijd, naast de eerste",
  apart: (share, chance) =>
    `${share} van de klantreizen zou anders moeten lopen om beide kanten gelijk te maken; door toeval alleen zou het ${chance} zijn.`,
  alike: (share, chance) =>
    `Hun routes liggen niet verder uit elkaar (${share}) dan toeval aannemelijk maakt (${chance}).`,
  few: "Een van beide kanten heeft minder dan 30 klantreizen: te weinig om te vergelijken.",
  sure: (sure, compared) =>
    `${sure} van ${compared} vergelijkingen verschillen aantoonbaar; de rest kan toeval zijn.`,
  none: (compared) =>
    `Geen van ${compared} vergelijkingen verschilt aantoonbaar: wat je ziet kan toeval zijn.`,
  both: (count) =>
    `${count} klantreizen staan aan beide kanten. De toetsen zien de kanten als los van elkaar, dus missen ze eerder een verschil dan dat ze er een verzinnen.`,
  journeys: "Klantreizen",
  customers: "Klanten",
  surely: "Verschilt aantoonbaar",
  smaller: (count) => `${count} kleinere die aantoonbaar zijn`,
  perhaps: (count) => `Kan toeval zijn: de volgende ${count}`,
  why: "Beide kanten zijn op dezelfde manier geteld, een klantreis één keer: of ze het doel bereikt, langs een contactmoment komt, van het ene naar het volgende gaat of daar stopt (G-toetsen met de correctie van Williams), hoe lang stappen en het geheel duren en wat klanten antwoorden (rangtoetsen, gecorrigeerd voor gelijke waarden). Wat aan een kant minder dan 30 telt, of te weinig gevallen, is niet vergeleken. Alle p-waarden zijn samen gecorrigeerd (Benjamini–Hochberg): waar niets verschilt, vinden minstens 19 van de 20 zulke pagina’s niets. Het effect staat voorop en is voor alles hetzelfde: hoeveel vaker een van de ene kant het heeft, er langer over doet of hoger scoort dan een van de andere (Cliffs delta; bij aandelen is dat hun verschil), met het 95%-interval; de lijst begint met het minste wat het effect kan zijn. Hoe ver routes uit elkaar liggen is de totale-variatieafstand over de 2.000 meest genomen routes, naast wat 199 willekeurige verdelingen van dezelfde klantreizen opleveren. Dit is samenhang, geen oorzaak.",
};

export const contrastText = { en: english, nl: dutch };
