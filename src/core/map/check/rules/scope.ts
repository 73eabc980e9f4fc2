import type { Touchpoint } from "../../journey.ts";
import { touchpointAt } from "../fix/touchpoint.ts";
import { each, touchpointsOf, whole } from "../parts.ts";
import type { Rule } from "../rule.ts";

const source = "Gartner 2016";
const ladder = ["suspect", "prospect", "customer", "client", "supporter", "advocate"] as const;
type Stage = NonNullable<Touchpoint["stage"]>;

function hasStage(touchpoints: readonly Touchpoint[], stages: readonly Stage[]): boolean {
  return touchpoints.some(({ stage }) => stage !== undefined && stages.includes(stage));
}

/** Obstacle 3: the scope is too small. */
export const scopeRules: readonly Rule[] = [
  {
    id: "nothing-before",
    group: "scope",
    severity: "warning",
    source: "Gartner 2016; Lemon & Verhoef 2016",
    words: {
      en: {
        title: "Nothing happens before the purchase",
        why: "Most of the choice is made before a customer speaks with you.",
        todo: "Draw where the need arises and where people look and compare: suspect, prospect.",
        fix: "Add a touchpoint at the beginning, to be named",
      },
      nl: {
        title: "Er gebeurt niets vóór de aankoop",
        why: "Het grootste deel van de keuze valt voordat een klant je spreekt.",
        todo: "Teken waar de behoefte ontstaat en waar mensen zoeken en vergelijken: suspect, prospect.",
        fix: "Zet vooraan een contactmoment, de naam volgt",
      },
    },
    check: (journey) => ({
      of: 1,
      hits: hasStage(touchpointsOf(journey), ["suspect", "prospect"])
        ? []
        : [{ at: [journey.id], fix: touchpointAt(journey, "first", "prospect") }],
    }),
  },
  {
    id: "nothing-after",
    group: "scope",
    severity: "warning",
    source: "Gartner 2016; Lemon & Verhoef 2016",
    words: {
      en: {
        title: "Nothing happens after the purchase",
        why: "Whether a customer stays and tells others is decided by what comes after.",
        todo: "Draw use, renewal and recommending: client, supporter, advocate.",
        fix: "Add a touchpoint at the end, to be named",
      },
      nl: {
        title: "Er gebeurt niets na de aankoop",
        why: "Of een klant blijft en het doorvertelt, hangt af van wat daarna komt.",
        todo: "Teken gebruiken, verlengen en aanraden: client, supporter, advocate.",
        fix: "Zet achteraan een contactmoment, de naam volgt",
      },
    },
    check: (journey) => ({
      of: 1,
      hits: hasStage(touchpointsOf(journey), ["client", "supporter", "advocate"])
        ? []
        : [{ at: [journey.id], fix: touchpointAt(journey, "last", "client") }],
    }),
  },
  {
    id: "ladder-hole",
    group: "scope",
    severity: "hint",
    source,
    words: {
      en: {
        title: "Rungs without a touchpoint on the ladder from suspect to advocate: {stages}",
        why: "Where nothing is drawn, nobody looks how customers get a rung higher.",
        todo: "Say of touchpoints which stage they belong to, and fill what is missing.",
      },
      nl: {
        title: "Treden zonder contactmoment op de ladder van suspect tot advocate: {stages}",
        why: "Waar niets getekend is, kijkt niemand hoe klanten een trede hoger komen.",
        todo: "Zeg bij welke fase contactmomenten horen en vul aan wat ontbreekt.",
      },
    },
    check(journey) {
      const missing = ladder.filter((stage) => !hasStage(touchpointsOf(journey), [stage]));
      const parameters = { stages: missing.join(", ") };
      return {
        of: ladder.length,
        hits: missing.length > 0 ? [{ at: [journey.id], parameters }] : [],
      };
    },
  },
  {
    id: "only-own",
    group: "scope",
    severity: "warning",
    source: "Lemon & Verhoef 2016",
    words: {
      en: {
        title: "Nothing on this map is in the hands of customers or outsiders",
        why: "Customers also go by what other customers and outsiders say, where you are not.",
        todo: "Add what you do not control: comparison sites, friends, forums, the press.",
      },
      nl: {
        title: "Niets op deze kaart is in handen van klanten of buitenstaanders",
        why: "Klanten gaan ook af op wat andere klanten en buitenstaanders zeggen, waar jij niet bij bent.",
        todo: "Voeg toe wat je niet in de hand hebt: vergelijkers, vrienden, fora, de pers.",
      },
    },
    check: (journey) =>
      whole(
        journey,
        touchpointsOf(journey).every(
          ({ ownership }) => ownership !== "customer" && ownership !== "external",
        ),
      ),
  },
  {
    id: "no-scope",
    group: "scope",
    severity: "hint",
    source: "nine ways: several maps for several scenarios",
    words: {
      en: {
        title: "It is not written where this journey begins and ends",
        why: "Without limits, or a named case, everybody thinks of another journey.",
        todo: "Write in one sentence where it begins, where it ends and which case it is about.",
      },
      nl: {
        title: "Er staat niet waar deze klantreis begint en eindigt",
        why: "Zonder grenzen of een genoemd geval denkt iedereen aan een andere reis.",
        todo: "Schrijf in één zin waar de reis begint, waar die eindigt en om welk geval het gaat.",
      },
    },
    check: (journey) => whole(journey, !journey.scope && !journey.scenario),
  },
  {
    id: "no-ownership",
    group: "scope",
    severity: "hint",
    source: "Lemon & Verhoef 2016",
    words: {
      en: {
        title: "It is not said who controls this touchpoint",
        why: "What is not yours you improve in another way: by agreement, or by giving people something to tell.",
        todo: "Choose: yourselves, a partner, the customer, or an outsider.",
        fix: "It is our own",
      },
      nl: {
        title: "Er staat niet wie dit contactmoment in de hand heeft",
        why: "Wat niet van jou is, verbeter je anders: met afspraken, of door mensen iets te vertellen te geven.",
        todo: "Kies: wijzelf, een partner, de klant of een buitenstaander.",
        fix: "Het is van onszelf",
      },
    },
    check: (journey) =>
      each(
        touchpointsOf(journey),
        ({ ownership }) => ownership === undefined,
        ({ id: at }) => ({
          fix: { do: "set", at, field: "ownership", from: null, to: "brand" },
        }),
      ),
  },
];
