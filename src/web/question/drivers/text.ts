const english = {
  title: "What goes along with it",
  lead: "What sets content customers apart from the others: touchpoints, waits, delays and circumstances, found without being told where to look.",
  explain: "Explain",
  about: "Asked about",
  anything: "anything",
  outcomes: {
    goal: "reaching the goal",
    again: "reaching the goal again",
  },
  /** A driver as the beginning of a sentence. */
  said: {
    passed: (place: string) => `Who passed “${place}”`,
    repeated: (place: string) => `Who came back to “${place}”`,
    waited: (place: string, from: string) => `Who waited longer than ${from} after “${place}”`,
    measured: (name: string, from: string, place: string) =>
      place === "" ? `Who had ${name} over ${from}` : `Who had ${name} over ${from} at “${place}”`,
    later: (late: string, early: string) => `“${late}” later than “${early}”`,
    attribute: (name: string, value: string) => `${name} “${value}”`,
    segment: (name: string) => name,
  },
  headline: (who: string, outcome: string, with_: string, without: string) =>
    `Strongest link with “${outcome}”: ${who}, ${with_} against ${without} for the others.`,
  explained: (share: string, count: number) =>
    `Together the ${count} that stand out go along with ${share} of the differences.`,
  association:
    "This is association, not cause: what goes along with a score need not bring it about. Try a change on some customers to know.",
  caption: "What goes along with it, strongest first",
  driver: "What",
  compared: "With it, and without",
  with: "with",
  without: "without",
  difference: "Difference",
  share: "Share of what is explained",
  beyond: "not shared out",
  pains: "On the map:",
  none: "Nothing stands out: no touchpoint, wait or circumstance surely goes along with it.",
  noneHint:
    "With more answers smaller differences show. Widen the filter, or choose another outcome.",
  few: "Too few journeys have this outcome to say what goes along with it.",
  tried: (tried: string, sure: string) =>
    `${tried} candidates were held against it, ${sure} surely differ.`,
  underWay: "Met on the way",
  underWayLead:
    "Customers still under way at one moment, each touchpoint at the moment by which most who meet it have met it. Those who had met it before are held against others who stood at the same place, had come from the same place and stood there for about as long, and had not met it.",
  underWayWho: (after: string, n: string, share: string) =>
    `of ${n} customers still under way after ${after}, ${share} of whom reach the goal later on`,
  underWayFew:
    "Too few customers are still under way to say which touchpoints go along with missing the goal.",
  underWayNone: (tried: string) =>
    `None of the ${tried} that were tried surely goes along with missing it.`,
  underWayCaption: "Met on the way, and reaching the goal less afterwards",
  underWayTried: (tried: string) =>
    `${tried} were tried: touchpoints that were met, and met again. Told are those after which surely fewer reach the goal. Where customers leave on the spot stands under “Leaving”.`,
  kano: "Penalty and reward",
  kanoLead:
    "The longest quarter and the shortest quarter of what is measured, each against the half between them.",
  kanoOf: {
    basic: "must be in order: it only costs",
    delight: "pleases: it only pays",
    linear: "counts both ways",
  },
  penalty: "Longest quarter",
  reward: "Shortest quarter",
  kind: "What it is",
  quadrant: "Importance and performance",
  quadrantPicture:
    "Touchpoints by how strongly they go along with the outcome and by what customers answer about them; the table below holds the same.",
  crosshair: "Lines at",
  crosshairs: {
    mean: "the mean",
    median: "the median",
    middle: "the middle of the scales",
  },
  quarters: {
    concentrate: "Concentrate here",
    keep: "Keep it up",
    low: "Low priority",
    overkill: "Perhaps too much",
  },
  importance: "Importance",
  performance: "Feeling (−1 … +1)",
  touchpoint: "Touchpoint",
  place: "Quarter",
  table: "As a table",
  why: "A journey counts once; of several answers one is drawn by lot, always the same. Only what happened before the answer (or before the goal) is looked at. Candidates come from the data: passing a touchpoint, coming back to it, a wait or a measure in its longest quarter, every moment that was told against every other and against when each step was (what had not come when the answer was given counts as later), attributes that customers keep, and personas. Those with it are compared with those without it who were asked about the same, in the same mix; the 95% interval is Welch’s. Told is what differs by four standard errors or more, with 30 journeys on either side. The twelve strongest share R² among them by Shapley (LMG): over all 4,096 sets of them, so the shares add up to the whole; of candidates that say nearly the same (correlation over 0.9) the stronger stays. R² is used for yes-or-no outcomes too: all candidates are yes or no, and then the sets can be computed exactly from counts, where a likelihood could not. For a goal only journeys are counted that began long enough ago. Who has not arrived has been under way for longer and so has come by more; touchpoints and repeats are therefore looked at from one moment on (a landmark: the first round time by which three quarters of those who ever meet the touchpoint have met it): what had been met by then, and who reaches the goal after it, among those who had not reached it. Only who had just been heard of is counted: silent for no longer than half of those who went on from there, since of the others most may have left. Compared are those who stand at the same place, came from the same place (the touchpoint itself set aside) and stand there for as long, in quarters of the waits; so what is told lasts, and who stands at the touchpoint itself is not counted. For an amount only those touchpoints are told after which less is spent. Importance is the strongest correlation of anything at a touchpoint with the outcome.",
};

export type DriversText = typeof english;

const dutch: DriversText = {
  title: "Wat ermee samenhangt",
  lead: "Wat tevreden klanten onderscheidt van de rest: contactmomenten, wachttijden, vertragingen en omstandigheden, gevonden zonder dat iemand zei waar te zoeken.",
  explain: "Verklaar",
  about: "Gevraagd over",
  anything: "alles",
  outcomes: {
    goal: "het doel bereiken",
    again: "het doel nog eens bereiken",
  },
  said: {
    passed: (place) => `Wie langs ‘${place}’ kwam`,
    repeated: (place) => `Wie bij ‘${place}’ terugkwam`,
    waited: (place, from) => `Wie na ‘${place}’ langer dan ${from} wachtte`,
    measured: (name, from, place) =>
      place === ""
        ? `Wie ${name} boven ${from} had`
        : `Wie bij ‘${place}’ ${name} boven ${from} had`,
    later: (late, early) => `‘${late}’ later dan ‘${early}’`,
    attribute: (name, value) => `${name} ‘${value}’`,
    segment: (name) => name,
  },
  headline: (who, outcome, with_, without) =>
    `Sterkste samenhang met ‘${outcome}’: ${who}, ${with_} tegen ${without} bij de anderen.`,
  explained: (share, count) =>
    `De ${count} die eruit springen hangen samen met ${share} van de verschillen.`,
  association:
    "Dit is samenhang, geen oorzaak: wat met een score samengaat, hoeft hem niet te veroorzaken. Probeer een verandering bij een deel van de klanten om het te weten.",
  caption: "Wat ermee samenhangt, sterkste eerst",
  driver: "Wat",
  compared: "Met en zonder",
  with: "met",
  without: "zonder",
  difference: "Verschil",
  share: "Aandeel in de verklaring",
  beyond: "niet verdeeld",
  pains: "Op de kaart:",
  none: "Niets springt eruit: geen contactmoment, wachttijd of omstandigheid hangt er met zekerheid mee samen.",
  noneHint:
    "Met meer antwoorden worden kleinere verschillen zichtbaar. Maak het filter ruimer of kies een andere uitkomst.",
  few: "Te weinig reizen hebben deze uitkomst om te zeggen wat ermee samenhangt.",
  tried: (tried, sure) =>
    `${tried} kandidaten zijn ertegen gehouden, ${sure} verschillen met zekerheid.`,
  underWay: "Onderweg tegengekomen",
  underWayLead:
    "Klanten die op één moment nog onderweg zijn; elk contactmoment op het moment waarop de meesten er al langs waren. Wie er eerder langs was gekomen, wordt vergeleken met wie op dezelfde plek stond, van dezelfde plek kwam, er ongeveer even lang stond, en er niet langs was gekomen.",
  underWayWho: (after, n, share) =>
    `van ${n} klanten die na ${after} nog onderweg zijn; ${share} van hen bereikt het doel later alsnog`,
  underWayFew:
    "Er zijn te weinig klanten nog onderweg om te zeggen welke contactmomenten samenhangen met het missen van het doel.",
  underWayNone: (tried) =>
    `Van de ${tried} die zijn geprobeerd, hangt er geen met zekerheid mee samen.`,
  underWayCaption: "Onderweg tegengekomen, en het doel daarna minder vaak bereikt",
  underWayTried: (tried) =>
    `${tried} zijn er geprobeerd: contactmomenten waar iemand langskwam, en nog eens langskwam. Genoemd staan die waarna met zekerheid minder klanten het doel bereiken. Waar klanten ter plekke afhaken, staat onder ‘Afhaken’.`,
  kano: "Straf en beloning",
  kanoLead:
    "Het langste kwart en het kortste kwart van wat gemeten is, elk tegenover de helft ertussen.",
  kanoOf: {
    basic: "moet gewoon goed zijn: het kost alleen",
    delight: "verrast: het levert alleen op",
    linear: "telt naar beide kanten",
  },
  penalty: "Langste kwart",
  reward: "Kortste kwart",
  kind: "Wat het is",
  quadrant: "Belang en prestatie",
  quadrantPicture:
    "Contactmomenten naar hoe sterk ze met de uitkomst samenhangen en wat klanten erover antwoorden; in de tabel eronder staat hetzelfde.",
  crosshair: "Lijnen op",
  crosshairs: {
    mean: "het gemiddelde",
    median: "de mediaan",
    middle: "het midden van de schalen",
  },
  quarters: {
    concentrate: "Hier aan werken",
    keep: "Zo houden",
    low: "Lage prioriteit",
    overkill: "Misschien te veel",
  },
  importance: "Belang",
  performance: "Gevoel (−1 … +1)",
  touchpoint: "Contactmoment",
  place: "Kwadrant",
  table: "Als tabel",
  why: "Een reis telt één keer; uit meerdere antwoorden is er één geloot, steeds dezelfde. Alleen wat vóór het antwoord (of vóór het doel) gebeurde telt mee. De kandidaten komen uit de data: langs een contactmoment komen, er terugkomen, een wachttijd of maat in het langste kwart, elk genoemd moment tegenover elk ander en tegenover wanneer elke stap was (wat er bij het antwoord nog niet was, telt als later), kenmerken die klanten houden, en persona’s. Wie het had wordt vergeleken met wie het niet had en over hetzelfde is bevraagd, in dezelfde verhouding; het 95%-interval is dat van Welch. Genoemd wordt wat vier standaardfouten of meer verschilt, met 30 reizen aan beide kanten. De twaalf sterkste verdelen R² met Shapley (LMG): over alle 4.096 deelverzamelingen, dus de aandelen tellen op tot het geheel; van kandidaten die bijna hetzelfde zeggen (correlatie boven 0,9) blijft de sterkste. R² staat er ook bij uitkomsten die ja of nee zijn: alle kandidaten zijn ja of nee, en dan zijn alle deelverzamelingen exact uit aantallen te berekenen, wat met een likelihood niet kan. Bij een doel tellen alleen reizen die lang genoeg geleden begonnen. Wie er niet komt is langer onderweg en komt dus langs meer; contactmomenten en herhalingen worden daarom vanaf één moment bekeken (een ijkmoment: de eerste ronde tijd waarop driekwart van wie er ooit langskomt, er langs was): wat iemand toen was tegengekomen, en wie daarna het doel bereikt, onder wie het nog niet had bereikt. Alleen wie pas nog iets deed telt mee: niet langer stil dan de helft van wie vanaf daar verderging, want van de anderen zijn de meesten misschien al weg. Vergeleken wordt wie op dezelfde plek staat, van dezelfde plek kwam (het contactmoment zelf niet meegerekend) en er even lang staat, in kwarten van de wachttijden; wat hier staat werkt dus door, en wie bij het contactmoment zelf staat telt niet mee. Bij een bedrag staan er alleen contactmomenten waarna minder besteed wordt. Belang is de sterkste correlatie van iets bij een contactmoment met de uitkomst.",
};

export const driversText = { en: english, nl: dutch };
