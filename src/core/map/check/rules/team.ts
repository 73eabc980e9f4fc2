import { allOf, each, freeId, touchpointsOf, whole } from "../parts.ts";
import type { Rule } from "../rule.ts";

const source = "Gartner 2016";
const fold = (unit: string) => unit.trim().toLowerCase();

/** Obstacle 1: the team is too small. */
export const teamRules: readonly Rule[] = [
  {
    id: "unit-not-on-team",
    group: "team",
    severity: "warning",
    source,
    words: {
      en: {
        title: "{unit} works behind this map, but nobody of it is on the team",
        why: "A department that did not draw along does not feel bound by the map, and knows what the others cannot.",
        todo: "Ask somebody of {unit} to join.",
        fix: "Put {unit} on the team",
      },
      nl: {
        title: "{unit} werkt achter deze kaart, maar zit niet in het team",
        why: "Een afdeling die niet meetekende, voelt zich niet gebonden aan de kaart en weet dingen die de anderen niet weten.",
        todo: "Vraag iemand van {unit} om mee te doen.",
        fix: "Zet {unit} in het team",
      },
    },
    check(journey) {
      const team = new Set((journey.team ?? []).flatMap(({ unit }) => (unit ? [fold(unit)] : [])));
      const units = new Map<string, { unit: string; at: string[] }>();
      for (const { id, backstage } of touchpointsOf(journey)) {
        if (!backstage?.unit) continue;
        const known = units.get(fold(backstage.unit)) ?? { unit: backstage.unit, at: [] };
        units.set(fold(backstage.unit), { ...known, at: [...known.at, id] });
      }
      return {
        of: units.size,
        hits: [...units]
          .filter(([key]) => !team.has(key))
          .map(([, { unit, at }]) => ({
            at,
            parameters: { unit },
            fix: {
              do: "add" as const,
              to: journey.id,
              list: "team",
              after: journey.team?.at(-1)?.id ?? null,
              element: {
                id: freeId(journey, "mb", unit),
                name: unit.slice(0, 120),
                unit,
              },
            },
          })),
      };
    },
  },
  {
    id: "no-owner",
    group: "team",
    severity: "error",
    source,
    words: {
      en: {
        title: "Nobody is accountable for this journey",
        why: "What everybody owns, nobody mends.",
        todo: "Name an owner, or mark one person on the team as accountable.",
      },
      nl: {
        title: "Niemand is eindverantwoordelijk voor deze klantreis",
        why: "Wat van iedereen is, wordt door niemand opgelost.",
        todo: "Noem een eigenaar, of wijs iemand in het team aan als eindverantwoordelijke.",
      },
    },
    check: (journey) =>
      whole(journey, !journey.owner && !(journey.team ?? []).some((each) => each.accountable)),
  },
  {
    id: "team-of-one",
    group: "team",
    severity: "warning",
    source,
    words: {
      en: {
        title: "One department drew this map",
        why: "Customers cross departments; a map made by one of them stops at its door.",
        todo: "Bring in at least one other department: service, sales or operations.",
      },
      nl: {
        title: "Eén afdeling heeft deze kaart getekend",
        why: "Klanten lopen dwars door afdelingen heen; een kaart van één afdeling houdt op bij haar deur.",
        todo: "Haal er minstens één andere afdeling bij: service, verkoop of uitvoering.",
      },
    },
    check: (journey) =>
      whole(
        journey,
        new Set((journey.team ?? []).flatMap(({ unit }) => (unit ? [fold(unit)] : []))).size < 2,
      ),
  },
  {
    id: "not-signed",
    group: "team",
    severity: "hint",
    source: "Gartner 2016; nine ways: company-wide buy-in",
    words: {
      en: {
        title: "This department has not agreed with the map yet",
        why: "Agreement given in person is what turns a drawing into a plan.",
        todo: "Walk through the map together, and note the day on which it was found right.",
      },
      nl: {
        title: "Deze afdeling heeft de kaart nog niet goedgekeurd",
        why: "Pas als iedereen het eens is, wordt een tekening een plan.",
        todo: "Loop de kaart samen door en noteer de dag waarop hij goed is bevonden.",
      },
    },
    check: (journey) => each(journey.team ?? [], ({ signed }) => signed === undefined),
  },
  {
    id: "action-no-owner",
    group: "team",
    severity: "warning",
    source,
    words: {
      en: {
        title: "Nobody owns this action",
        why: "An action without a name behind it stays where it is.",
        todo: "Write down who does it.",
      },
      nl: {
        title: "Van deze actie is niemand eigenaar",
        why: "Een actie zonder naam erachter blijft liggen.",
        todo: "Schrijf op wie het doet.",
      },
    },
    check: (journey) =>
      each(
        allOf(journey, "action").filter(({ status }) => status !== "dropped"),
        ({ owner }) => !owner,
      ),
  },
];
