const english = {
  title: "Goal tree",
  lead: "How far the goals of the map are, whether they will be met, and which experience goes along with which figure.",
  map: "Map",
  openMap: "Open the map",
  noMap: "There is no map yet",
  noMapHint:
    "Goals are part of a map: what the journey should reach, by how much and by when. Draw a map first, then write its goals down.",
  none: "This map has no goals yet",
  noneHint:
    "Open the map, choose “This journey” or a touchpoint, and add a goal: a figure (of those who look at rates, sixty in a hundred sign) and an experience (they feel in good hands). Say at which touchpoints it is measured and which other goal it brings nearer. Then this page shows how far each is, and whether the one really goes along with the other.",
  oneSided: {
    quantitative:
      "There are figures but no experiences. Add a goal of the kind “an experience” to see what goes along with what.",
    qualitative:
      "There are experiences but no figures. Add a goal of the kind “a number” to see what goes along with what.",
  },
  qualitative: "Experiences",
  quantitative: "Figures",
  picture: "The tree",
  pictureSaid: (sure: string, branches: string, ones: string, others: string) =>
    `Goal tree: ${ones} experiences on the left, ${others} figures on the right, ${branches} branches between them, ${sure} of them sure. The table below holds the same.`,
  legend: {
    together: "go together",
    against: "one at the cost of the other",
    unsure: "not sure",
    unknown: "we can’t know this",
    thick: "thicker is stronger",
    stated: "stated on the map",
  },
  highlight: (title: string) => `Show only the branches of “${title}”`,
  seen: (one: string, other: string, met: string, unmet: string) =>
    `Where “${one}” is met, “${other}” stands at ${met}; where it is not, at ${unmet}.`,
  sureOf: (difference: string, low: string, high: string, met: string, unmet: string) =>
    `difference ${difference} (${low} to ${high}); ${met} journeys against ${unmet}`,
  unstated: "Not on the map yet.",
  contrary: "The map says the one brings the other nearer; the data say the opposite.",
  against: "The one goes at the cost of the other.",
  nothingSure: "No branch is sure: nothing shows that one of these goals goes along with another.",
  unseen: (one: string, other: string, n: string) =>
    `On the map but not seen in ${n} journeys: “${one}” and “${other}”.`,
  association:
    "This is association, not cause, and does not say which of the two came first. Try a change on some customers to know.",
  branches: "The branches",
  experience: "Where this is met",
  figure: "this stands at",
  kind: "Seen",
  kinds: {
    seen: "stated and seen",
    contrary: "stated, the opposite is seen",
    unseen: "stated, not seen",
    unstated: "seen, not stated",
    none: "neither",
    unknown: "we can’t know this",
  },
  doubts: {
    unmeasured: "one of the two is not measured in single journeys",
    same: "both are measured by the same",
    few: "fewer than 30 journeys on one side",
    alike: "in all journeys that tell of both it came out the same",
  },
  met: "Met",
  unmet: "Not met",
  difference: "Difference",
  strength: "Strength",
  adjusted: "p, adjusted",
  points: (value: string) => `${value} points`,
  deviations: (value: string) => `${value} SD`,
  tested: (tested: string, sure: string) =>
    `${tested} branches tested, ${sure} sure after correction for all of them.`,
  goals: "How far the goals are",
  goal: "Goal",
  baseline: "Baseline",
  now: "Now",
  target: "Target",
  due: "By",
  outlook: "Will it be met?",
  verdicts: {
    reached: "met",
    missed: "not met by its date",
    likely: "yes, if it goes on as it has",
    unlikely: "not if it goes on as it has",
    unknown: "We can’t know this",
  },
  expected: (value: string, low: string, high: string, months: string) =>
    `on its date ${value} (${low} to ${high}), by a line through ${months} months`,
  outlookDoubts: {
    unmeasured: "it is not measured",
    target: "it has no target",
    unit: "its unit is not that of what is measured",
    few: "fewer than 30 behind it",
    date: "it has no date",
    months: "fewer than six months with 30 journeys in each",
    far: "its date is farther ahead than the data goes back",
    both: "it may turn out on either side of the target",
  },
  reach: (among: string, towards: string) => `of those at ${among}, come later to ${towards}`,
  reachAll: (towards: string) => `of all journeys, come to ${towards}`,
  leave: (among: string) => `of those at ${among}, end there`,
  score: (name: string, among: string) => `${name} about ${among}`,
  scoreAll: (name: string) => `${name}, all answers`,
  pinned: (name: string) => `the pinned figure “${name}”`,
  or: " or ",
  quoted: (title: string) => `“${title}”`,
  lacks: {
    measure:
      "We can’t know this: nobody said by what it is measured. Say in the map where customers are to come, or which score it is.",
    where:
      "We can’t know this: nobody said at which touchpoints. Choose them in the map, at the goal.",
    unbound:
      "We can’t know this: none of its touchpoints is in the data. Tie them to events in the map, or choose others.",
    unknown:
      "We can’t know this: the data has no such score. Pin a figure of a question to it instead.",
    figure:
      "We can’t know this: its pinned figure is not there. Pin another, or say where it is measured.",
  },
  noData: "We can’t know this: nobody came there yet.",
  nowOf: (since: string) => `since ${since}`,
  overAll: "over all that is shown",
  early: (n: string, wait: string) => `${n} left out: 95% need up to ${wait}`,
  why: "A goal is measured by what the map says: of those who come to one touchpoint, who come later to another; who end there; what customers answer; or a pinned figure. “Now” is the last ninety days that can be told of, or all that is shown where fewer than 30 are in these. Whoever comes somewhere does so with a delay, so those who started too recently are left out: later than the time within which 95% of those who get there do so; without that the last months always look bad. Shares have a Wilson interval, NPS an adjusted Wald interval, other scores a t-interval. Whether a goal will be met is told by a straight line through its months since the last jump, weighed by how many are behind each, only with six months of 30 or more, no farther ahead than the data goes back, and only where the 95% interval of the line on that day lies on one side of the target. For a branch every journey counts that tells of both goals: the outcome where the experience is met, less the outcome where it is not, among customers asked about the same (of several answers one is drawn by lot). An experience is met by a good answer: 9 or 10 of 10, the top two of five, the top three of seven. Differences of shares have an interval after Agresti and Caffo, of scores after Welch. Strength is the difference in standard deviations (0.2 is small, 0.8 large); sure is what stays under 5% after correction for all branches (Benjamini & Hochberg). Dashed is not sure, grey cannot be known: fewer than 30 journeys on a side, all came out the same, both measured by the same, or not measured in single journeys. A branch is association, not cause, and does not say which came first.",
};

const dutch: typeof english = {
  title: "Doelenboom",
  lead: "Hoe ver de doelen van de kaart zijn, of ze gehaald worden, en welke ervaring samengaat met welk cijfer.",
  map: "Kaart",
  openMap: "Open de kaart",
  noMap: "Er is nog geen kaart",
  noMapHint:
    "Doelen horen bij een kaart: wat de klantreis moet bereiken, hoeveel en wanneer. Teken eerst een kaart en leg dan de doelen vast.",
  none: "Deze kaart heeft nog geen doelen",
  noneHint:
    "Open de kaart, kies ‘Deze klantreis’ of een contactmoment en voeg een doel toe: een cijfer (van elke honderd die tarieven bekijken, tekenen er zestig) en een ervaring (ze voelen zich in goede handen). Zeg bij welke contactmomenten het gemeten wordt en welk ander doel het dichterbij brengt. Dan laat deze pagina zien hoe ver elk doel is, en of het een echt samengaat met het ander.",
  oneSided: {
    quantitative:
      "Er zijn cijfers, maar geen ervaringen. Voeg een doel van de soort ‘een ervaring’ toe om te zien wat met wat samengaat.",
    qualitative:
      "Er zijn ervaringen, maar geen cijfers. Voeg een doel van de soort ‘een getal’ toe om te zien wat met wat samengaat.",
  },
  qualitative: "Ervaringen",
  quantitative: "Cijfers",
  picture: "De boom",
  pictureSaid: (sure, branches, ones, others) =>
    `Doelenboom: links ${ones} ervaringen, rechts ${others} cijfers, daartussen ${branches} takken, waarvan ${sure} zeker. De tabel hieronder zegt hetzelfde.`,
  legend: {
    together: "gaan samen",
    against: "het een gaat ten koste van het ander",
    unsure: "niet zeker",
    unknown: "niet te weten",
    thick: "dikker is sterker",
    stated: "staat op de kaart",
  },
  highlight: (title) => `Toon alleen de takken van ‘${title}’`,
  seen: (one, other, met, unmet) =>
    `Waar ‘${one}’ gehaald is, staat ‘${other}’ op ${met}; waar niet, op ${unmet}.`,
  sureOf: (difference, low, high, met, unmet) =>
    `verschil ${difference} (${low} tot ${high}); ${met} klantreizen tegen ${unmet}`,
  unstated: "Dit staat nog niet op de kaart.",
  contrary: "Volgens de kaart brengt het een het ander dichterbij; de data zeggen het omgekeerde.",
  against: "Het een gaat ten koste van het ander.",
  nothingSure:
    "Geen enkele tak is zeker: nergens blijkt uit dat een van deze doelen met een ander samengaat.",
  unseen: (one, other, n) =>
    `Staat op de kaart, maar is in ${n} klantreizen niet te zien: ‘${one}’ en ‘${other}’.`,
  association:
    "Dit is samenhang, geen oorzaak, en zegt niet wat er eerst was. Probeer een verandering bij een deel van de klanten uit om het te weten.",
  branches: "De takken",
  experience: "Waar dit gehaald is",
  figure: "staat dit op",
  kind: "Te zien",
  kinds: {
    seen: "op de kaart en te zien",
    contrary: "op de kaart, het omgekeerde te zien",
    unseen: "op de kaart, niet te zien",
    unstated: "te zien, niet op de kaart",
    none: "geen van beide",
    unknown: "niet te weten",
  },
  doubts: {
    unmeasured: "een van de twee is niet per klantreis gemeten",
    same: "beide zijn met hetzelfde gemeten",
    few: "minder dan 30 klantreizen aan een van de kanten",
    alike: "in alle klantreizen die over beide iets zeggen, was de uitkomst gelijk",
  },
  met: "Gehaald",
  unmet: "Niet gehaald",
  difference: "Verschil",
  strength: "Sterkte",
  adjusted: "p, gecorrigeerd",
  points: (value) => `${value} procentpunt`,
  deviations: (value) => `${value} SD`,
  tested: (tested, sure) =>
    `${tested} takken getoetst, ${sure} zeker na correctie voor alle takken.`,
  goals: "Hoe ver de doelen zijn",
  goal: "Doel",
  baseline: "Nulmeting",
  now: "Nu",
  target: "Streefwaarde",
  due: "Uiterlijk",
  outlook: "Wordt het gehaald?",
  verdicts: {
    reached: "gehaald",
    missed: "niet gehaald op de datum",
    likely: "ja, als het zo doorgaat",
    unlikely: "niet als het zo doorgaat",
    unknown: "Dit is niet te weten",
  },
  expected: (value, low, high, months) =>
    `op de datum ${value} (${low} tot ${high}), volgens een lijn door ${months} maanden`,
  outlookDoubts: {
    unmeasured: "het wordt niet gemeten",
    target: "het heeft geen streefwaarde",
    unit: "de eenheid is niet die van wat gemeten wordt",
    few: "er staan er minder dan 30 achter",
    date: "het heeft geen datum",
    months: "minder dan zes maanden met elk 30 klantreizen",
    far: "de datum ligt verder vooruit dan de data teruggaan",
    both: "het kan aan beide kanten van de streefwaarde uitkomen",
  },
  reach: (among, towards) => `van wie bij ${among} is, komt later bij ${towards}`,
  reachAll: (towards) => `van alle klantreizen komt bij ${towards}`,
  leave: (among) => `van wie bij ${among} is, stopt daar`,
  score: (name, among) => `${name} over ${among}`,
  scoreAll: (name) => `${name}, alle antwoorden`,
  pinned: (name) => `het vastgezette cijfer ‘${name}’`,
  or: " of ",
  quoted: (title) => `‘${title}’`,
  lacks: {
    measure:
      "Dit is niet te weten: niemand heeft gezegd waarmee het gemeten wordt. Zeg op de kaart waar klanten moeten komen, of welke score het is.",
    where:
      "Dit is niet te weten: niemand heeft gezegd bij welke contactmomenten. Kies ze op de kaart, bij het doel.",
    unbound:
      "Dit is niet te weten: geen van de contactmomenten staat in de data. Koppel ze op de kaart aan gebeurtenissen, of kies andere.",
    unknown:
      "Dit is niet te weten: de data hebben zo’n score niet. Zet er het cijfer van een vraag op vast.",
    figure:
      "Dit is niet te weten: het vastgezette cijfer is er niet. Zet een ander cijfer vast, of zeg waar het gemeten wordt.",
  },
  noData: "Dit is niet te weten: er kwam nog niemand.",
  nowOf: (since) => `sinds ${since}`,
  overAll: "over alles wat getoond wordt",
  early: (n, wait) => `${n} weggelaten: 95% heeft tot ${wait} nodig`,
  why: "Een doel wordt gemeten zoals de kaart zegt: wie van hen die bij het ene contactmoment zijn, later bij het andere komt; wie daar stopt; wat klanten antwoorden; of een vastgezet cijfer. ‘Nu’ zijn de laatste negentig dagen waarover iets te zeggen valt, of alles wat getoond wordt als daar minder dan 30 in zitten. Wie ergens komt, komt daar met vertraging; daarom blijft weg wie te kort geleden begon: later dan de tijd waarbinnen 95% van wie er komt, er is. Anders lijken de laatste maanden altijd slecht. Aandelen hebben een Wilson-interval, NPS een aangepast Wald-interval, andere scores een t-interval. Of een doel gehaald wordt, zegt een rechte lijn door de maanden sinds de laatste sprong, gewogen naar hoeveel er achter elke maand staan; alleen met zes maanden van 30 of meer, niet verder vooruit dan de data teruggaan, en alleen als het 95%-interval van de lijn op die dag aan één kant van de streefwaarde ligt. Voor een tak telt elke klantreis die over beide doelen iets vertelt: de uitkomst waar de ervaring gehaald is, min de uitkomst waar niet, onder klanten die over hetzelfde bevraagd zijn (van meer antwoorden is er een door loting gekozen). Een ervaring is gehaald met een goed antwoord: 9 of 10 van de 10, de beste twee van vijf, de beste drie van zeven. Verschillen tussen aandelen hebben een interval volgens Agresti en Caffo, tussen scores volgens Welch. De sterkte is het verschil in standaarddeviaties (0,2 is klein, 0,8 groot); zeker is wat onder de 5% blijft na correctie voor alle takken (Benjamini & Hochberg). Gestippeld is niet zeker, grijs is niet te weten: minder dan 30 klantreizen aan een kant, overal dezelfde uitkomst, beide met hetzelfde gemeten, of niet per klantreis gemeten. Een tak is samenhang, geen oorzaak, en zegt niet wat er eerst was.",
};

export const goalsText = { en: english, nl: dutch };
