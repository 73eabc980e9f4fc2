import { formatIn } from "../../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  title: "Loyalty",
  lead: "Who keeps buying and who keeps appreciating, how customers move between the four corners, and who climbs the ladder.",
  buying: "Buying is",
  choose: "choose",
  by: {
    asked: "",
    map: "as the stages of the first map say",
    ends: "where most journeys end: nobody said what buying is",
  },
  bought: "Keeps buying from",
  times: (n: number) => (n === 1 ? "1 time a period" : `${n} times a period`),
  liked: "Appreciates from",
  ofScale: (n: number) => `${n}% of the scale`,
  days: "Two periods of",
  lengths: {
    half: "half the data",
    365: "a year",
    182: "half a year",
    91: "a quarter",
    30: "30 days",
  },
  said: (sure: string, spurious: string) =>
    `Of the customers who say how they like it, ${sure} are truly loyal; ${spurious} keep buying without appreciating it.`,
  standIn: (marks: string) =>
    `Satisfaction is only a stand-in for attitude: Dick and Basu mean liking you better than the others, and nobody asked that. A customer appreciates it when the mean of his scores in the period is at least ${marks}.`,
  marks: (five: string, ten: string) => `${five} on a scale of 1–5, ${ten} on 0–10`,
  noScores:
    "There are no scores in the data, so nobody’s appreciation is known. Bring in a survey with a customer and a score, and the corners fill.",
  corners: {
    true: "Truly loyal",
    latent: "Latent",
    spurious: "Spurious",
    none: "Not loyal",
    unmeasured: "Seen, said nothing",
    away: "Not seen",
  },
  hints: {
    true: "keep buying, appreciate it",
    latent: "appreciate it, don’t buy",
    spurious: "keep buying, don’t appreciate it",
    none: "neither",
  },
  before: (share: string) => `before: ${share}`,
  silent: (silent: number, of: number, bought: string) =>
    `${en.number(silent)} of ${en.number(of)} customers who were seen said nothing and stand in no corner; ${bought} of them bought.`,
  moves: (first: string, second: string) => `From ${first} to ${second}`,
  from: "Stood here before",
  people: "Customers",
  newcomers: "Not seen before",
  movesNote:
    "Each row adds up to the customers who stood there before. “Not seen” is no answer and no touchpoint in the period: they may have left, or be content and silent. “Said nothing” were seen, but nobody knows how they like it.",
  ladder: "The ladder",
  ladderLead:
    "Customers by the highest rung that they ever reached, at the end of each quarter. Nobody comes down in this picture.",
  noLadder:
    "No touchpoint on the first map has a stage yet. Say of each touchpoint which stage it belongs to, from suspect to advocate, and the ladder stands here.",
  rung: "Rung",
  stands: "Touchpoints",
  rungs: {
    suspect: "suspect",
    prospect: "prospect",
    customer: "customer",
    client: "client",
    supporter: "supporter",
    advocate: "advocate",
  },
  owners: {
    brand: "",
    partner: "partner’s",
    customer: "the customer’s own",
    external: "out of your control",
  },
  blind: "not in the data",
  flows: "Who climbs",
  climb: (from: string, to: string) => `${from} → ${to}`,
  newly: "new",
  open: "not over",
  none: "Nobody was seen in these periods.",
  why: (zone: string) =>
    `All of this is counted on people, whatever their journeys. The two periods have one length, else buying once would mean two things. Buying is passing one of the touchpoints named, as often as is chosen; without a choice the first touchpoint on the customer rung of the first map (becoming a customer) and the last on the client rung (buying again). Appreciation is the mean of all scores that somebody gave in the period, each on 0–100% of its scale, high being good; who gave none stands in no corner, since silence is neither. Those who answer may differ from those who don’t: the share that bought is told of both. Shares have 95% intervals (Wilson). Move the thresholds and see whether the picture stays: nothing here says that more satisfaction gives more loyalty, let alone in a straight line (at Xerox the merely satisfied were six times less likely to buy again than the totally satisfied; Jones & Sasser 1995). Rungs are the stages of touchpoints on the first map, word of mouth and others you don’t control included where the data knows them; quarters are those of ${zone}.`,
};

export type LoyaltyText = typeof english;

const dutch: LoyaltyText = {
  title: "Loyaliteit",
  lead: "Wie blijft kopen en wie blijft waarderen, hoe klanten tussen die vier hoeken bewegen, en wie de ladder op gaat.",
  buying: "Kopen is",
  choose: "kies",
  by: {
    asked: "",
    map: "volgens de fases op de eerste kaart",
    ends: "waar de meeste klantreizen eindigen: niemand heeft gezegd wat kopen is",
  },
  bought: "Blijft kopen vanaf",
  times: (n) => `${n} keer per periode`,
  liked: "Waardeert vanaf",
  ofScale: (n) => `${n}% van de schaal`,
  days: "Twee perioden van",
  lengths: {
    half: "de helft van de data",
    365: "een jaar",
    182: "een half jaar",
    91: "een kwartaal",
    30: "30 dagen",
  },
  said: (sure, spurious) =>
    `Van de klanten die zeggen wat ze ervan vinden, is ${sure} echt loyaal; ${spurious} blijft kopen zonder het te waarderen.`,
  standIn: (marks) =>
    `Tevredenheid vervangt hier houding, en dat is niet hetzelfde: Dick en Basu bedoelen dat iemand jou beter vindt dan de rest, en dat is niet gevraagd. Een klant waardeert het als het gemiddelde van zijn scores in de periode minstens ${marks} is.`,
  marks: (five, ten) => `${five} is op een schaal van 1–5, ${ten} op 0–10`,
  noScores:
    "Er zitten geen scores in de data, dus van niemand is bekend of hij het waardeert. Voeg een enquête toe met een klant en een score, dan vullen de hoeken zich.",
  corners: {
    true: "Echt loyaal",
    latent: "Latent loyaal",
    spurious: "Schijnbaar loyaal",
    none: "Niet loyaal",
    unmeasured: "Gezien, zei niets",
    away: "Niet gezien",
  },
  hints: {
    true: "blijven kopen en waarderen het",
    latent: "waarderen het, kopen niet",
    spurious: "blijven kopen, waarderen het niet",
    none: "geen van beide",
  },
  before: (share) => `eerder: ${share}`,
  silent: (silent, of, bought) =>
    `${nl.number(silent)} van de ${nl.number(of)} klanten die gezien zijn, zeiden niets en staan in geen hoek; ${bought} van hen kocht.`,
  moves: (first, second) => `Van ${first} naar ${second}`,
  from: "Stond eerder hier",
  people: "Klanten",
  newcomers: "Niet eerder gezien",
  movesNote:
    "Elke rij telt op tot de klanten die daar eerder stonden. ‘Niet gezien’ is geen antwoord en geen contactmoment in de periode: ze kunnen weg zijn, of tevreden en stil. Wie ‘niets zei’, is wel gezien, maar niemand weet wat hij ervan vindt.",
  ladder: "De ladder",
  ladderLead:
    "Klanten naar de hoogste trede die ze ooit bereikten, aan het einde van elk kwartaal. In dit beeld gaat niemand omlaag.",
  noLadder:
    "Op de eerste kaart heeft nog geen contactmoment een fase. Zeg bij elk contactmoment bij welke fase het hoort, van suspect tot advocate, en de ladder staat hier.",
  rung: "Trede",
  stands: "Contactmomenten",
  rungs: {
    suspect: "suspect",
    prospect: "prospect",
    customer: "klant",
    client: "vaste klant",
    supporter: "supporter",
    advocate: "ambassadeur",
  },
  owners: {
    brand: "",
    partner: "van een partner",
    customer: "van de klant zelf",
    external: "buiten je macht",
  },
  blind: "niet in de data",
  flows: "Wie er klimt",
  climb: (from, to) => `${from} → ${to}`,
  newly: "nieuw",
  open: "nog niet voorbij",
  none: "In deze perioden is niemand gezien.",
  why: (zone) =>
    `Alles is geteld op mensen, welke klantreizen ze ook maken. De twee perioden zijn even lang, anders zou één keer kopen twee dingen betekenen. Kopen is langs een van de genoemde contactmomenten komen, zo vaak als gekozen; zonder keuze is het het eerste contactmoment op de trede ‘klant’ van de eerste kaart (klant worden) en het laatste op de trede ‘vaste klant’ (opnieuw kopen). Waardering is het gemiddelde van alle scores die iemand in de periode gaf, elk op 0–100% van de schaal, hoog is goed; wie er geen gaf, staat in geen hoek, want stilte is geen van beide. Wie antwoordt, kan anders zijn dan wie zwijgt: van allebei staat er welk deel kocht. Aandelen hebben een 95%-interval (Wilson). Verschuif de drempels en kijk of het beeld blijft staan: niets hier zegt dat meer tevredenheid meer loyaliteit geeft, laat staan in een rechte lijn (bij Xerox kochten de gewoon tevreden klanten zes keer minder vaak opnieuw dan de heel tevreden klanten; Jones & Sasser 1995). De treden zijn de fases van contactmomenten op de eerste kaart, ook mond-tot-mond en andere waar je niet over gaat, voor zover de data ze kent; kwartalen zijn die van ${zone}.`,
};

export const loyaltyText = { en: english, nl: dutch };
