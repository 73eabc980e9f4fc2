import { formatIn } from "../../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  title: "Who comes back",
  lead: "Customers by the month or week in which they were first seen, and how many of them are seen again later.",
  unit: "By",
  units: { month: "month", week: "week" },
  first: "First seen at",
  back: "Comes back by",
  anything: "anything",
  kind: "Counts as back",
  kinds: { bracket: "who is seen in that very period", unbounded: "who is seen then or later" },
  cohort: "First seen",
  people: "Customers",
  all: "All together",
  later: { month: (n: number) => `+${n} mo`, week: (n: number) => `+${n} wk` },
  laterSaid: {
    month: (n: number) => (n === 1 ? "one month later" : `${n} months later`),
    week: (n: number) => (n === 1 ? "one week later" : `${n} weeks later`),
  },
  said: (share: string, later: string) => `${share} of new customers are back ${later}`,
  peak: (share: string, later: string) => `, and ${share} ${later}`,
  picture: (unit: string) =>
    `Share of all customers who are back, by ${unit}s since they were first seen`,
  legend:
    "Blank: not over yet, so nobody can know. Grey: fewer than 30 customers. A dot: fewer than 5, which is not told.",
  followed: {
    month: (n: number) => `Only of those who could be followed for ${n} months.`,
    week: (n: number) => `Only of those who could be followed for ${n} weeks.`,
  },
  noneFollowed: "Nobody can be followed long enough yet: the first period is not over.",
  before: (count: number) =>
    `${en.number(count)} customers were first seen earlier and stand in no row.`,
  hidden: "fewer than 5",
  unknown: "not known yet",
  why: (zone: string) =>
    `A customer stands in the row of the calendar month or week (from Monday, ${zone} time) of his first touchpoint, or of the first visit to the one that is chosen, whatever journeys he makes: the rows add up to all customers who were seen. A figure is the share of the row that was seen again in the period so many later, with its 95% interval (Wilson) and its n behind it; all of it is counted, nothing modelled. A period that is not over has no figure: it would look like a loss. It is over once the data reaches its last two hours. “Then or later” is told only of rows that were followed equally long, for who is not back yet may still come. “All together” is everybody in the rows for which that period is over, so every row weighs what it counts; late columns rest on old rows alone. The period of the filter says which rows are shown, not how far they are followed. Being seen is what the sources tell; a customer who is content and silent is not seen.`,
};

export type CohortsText = typeof english;

const dutch: CohortsText = {
  title: "Wie komt er terug",
  lead: "Klanten naar de maand of week waarin ze voor het eerst gezien zijn, en hoeveel er later terug zijn.",
  unit: "Per",
  units: { month: "maand", week: "week" },
  first: "Voor het eerst bij",
  back: "Komt terug met",
  anything: "wat dan ook",
  kind: "Telt als terug",
  kinds: { bracket: "wie in die periode gezien is", unbounded: "wie toen of later gezien is" },
  cohort: "Voor het eerst gezien",
  people: "Klanten",
  all: "Iedereen samen",
  later: { month: (n) => `+${n} mnd`, week: (n) => `+${n} wk` },
  laterSaid: {
    month: (n) => (n === 1 ? "een maand later" : `na ${n} maanden`),
    week: (n) => (n === 1 ? "een week later" : `na ${n} weken`),
  },
  said: (share, later) => `${share} van de nieuwe klanten is ${later} terug`,
  peak: (share, later) => `, en ${share} ${later}`,
  picture: (unit) =>
    `Aandeel van alle klanten dat terug is, per ${unit} sinds ze voor het eerst gezien zijn`,
  legend:
    "Leeg: nog niet voorbij, dus niet te weten. Grijs: minder dan 30 klanten. Een punt: minder dan 5, dat vertellen we niet.",
  followed: {
    month: (n) => `Alleen van wie ${n} maanden te volgen was.`,
    week: (n) => `Alleen van wie ${n} weken te volgen was.`,
  },
  noneFollowed: "Nog niemand is lang genoeg te volgen: de eerste periode is nog niet voorbij.",
  before: (count) =>
    `${nl.number(count)} klanten zijn al eerder gezien en staan in geen enkele rij.`,
  hidden: "minder dan 5",
  unknown: "nog niet te weten",
  why: (zone) =>
    `Een klant staat in de rij van de kalendermaand of -week (vanaf maandag, tijdzone ${zone}) van zijn eerste contactmoment, of van zijn eerste bezoek aan het gekozen contactmoment, welke klantreizen hij ook maakt: de rijen zijn samen alle klanten die gezien zijn. Elk getal is het deel van de rij dat zoveel perioden later weer gezien is, met 95%-interval (Wilson) en n erbij; alles is geteld, niets is geschat met een model. Een periode die nog loopt heeft geen getal: dat zou op verlies lijken. Ze is voorbij zodra de data tot in de laatste twee uur reikt. ‘Toen of later’ geldt alleen voor rijen die even lang gevolgd zijn, want wie nog niet terug is, kan nog komen. ‘Iedereen samen’ is iedereen in de rijen waarvan die periode voorbij is, dus elke rij weegt zo zwaar als hij klanten telt; de laatste kolommen rusten alleen op oude rijen. De periode in het filter bepaalt welke rijen er staan, niet hoe lang ze gevolgd worden. Gezien worden is wat de bronnen vertellen: wie tevreden is en zwijgt, wordt niet gezien.`,
};

export const cohortsText = { en: english, nl: dutch };
