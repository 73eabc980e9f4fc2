import { formatIn } from "../language/format.ts";

const en = formatIn("en");
const nl = formatIn("nl");

const english = {
  title: "One customer",
  lead: (events: number, sources: number) =>
    `${en.number(events)} moments in ${en.number(sources)} ${sources === 1 ? "system" : "systems"}`,
  unknown: "Nothing but a trail: no identifier is known.",
  silence: (length: string) => `${length} of silence`,
  quote: (text: string) => `“${text}”`,
  outOf: (value: string, high: string) => `${value} of ${high}`,
  newJourney: "A new journey begins",
  fact: "fact about the customer",
  more: "This customer has more events than are listed here; these are the oldest.",
  none: "Nothing is known of this customer.",
  noEvents:
    "No event belongs to this identifier alone: what it stood beside is another customer’s.",
  back: "All journeys",
  why: "All events of the identifiers that are one person stand here, from every system, oldest first, whatever the filter; what is known of the customer is told when it is new. Two identifiers are one person when a row holds both of them and neither is shared by too many. Times are shown in this browser's time zone.",
  about: (why: string) => `because: ${why}`,
};

export type TimelineText = typeof english;

const dutch: TimelineText = {
  title: "Eén klant",
  lead: (events: number, sources: number) =>
    `${nl.number(events)} momenten in ${nl.number(sources)} ${sources === 1 ? "systeem" : "systemen"}`,
  unknown: "Alleen een spoor: er is geen herkenningsgegeven bekend.",
  silence: (length: string) => `${length} stilte`,
  quote: (text: string) => `„${text}”`,
  outOf: (value: string, high: string) => `${value} van ${high}`,
  newJourney: "Hier begint een nieuwe klantreis",
  fact: "feit over de klant",
  more: "Deze klant heeft meer gebeurtenissen dan hier staan; dit zijn de oudste.",
  none: "Van deze klant is niets bekend.",
  noEvents:
    "Bij dit gegeven hoort geen enkele gebeurtenis: waar het bij stond, is van een andere klant.",
  back: "Alle klantreizen",
  why: "Hier staan alle gebeurtenissen van de herkenningsgegevens die samen één persoon zijn, uit elk systeem, de oudste voorop, los van het filter; wat van de klant bekend is, staat er als het nieuw is. Twee gegevens zijn één persoon als ze samen in een rij staan en geen van beide door te velen wordt gedeeld. Tijden staan in de tijdzone van deze browser.",
  about: (why: string) => `reden: ${why}`,
};

export const timelineText = { en: english, nl: dutch };
