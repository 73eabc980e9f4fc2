import type { Command, Single } from "../../command.ts";
import type { Journey, Member } from "../../journey.ts";
import { leaderOf } from "../fix/action.ts";
import { allOf, each, freeId, touchpointsOf, whole } from "../parts.ts";
import type { Hit, Rule } from "../rule.ts";

const source = "Gartner 2016";
const fold = (unit: string) => unit.trim().toLowerCase();

function unitsOf(team: readonly Member[]): ReadonlySet<string> {
  return new Set(team.flatMap(({ unit }) => (unit ? [fold(unit)] : [])));
}

/** The departments that work behind the touchpoints, each with where. */
function behind(journey: Journey): ReadonlyMap<string, { unit: string; at: string[] }> {
  const units = new Map<string, { unit: string; at: string[] }>();
  for (const { id, backstage } of touchpointsOf(journey)) {
    if (!backstage?.unit) continue;
    const known = units.get(fold(backstage.unit)) ?? { unit: backstage.unit, at: [] };
    units.set(fold(backstage.unit), { ...known, at: [...known.at, id] });
  }
  return units;
}

/** Puts departments on the team, by their own names until a person's is known. */
function joining(journey: Journey, units: readonly string[]): Command {
  const ids: string[] = [];
  const commands = units.map((unit): Single => {
    const after = ids.at(-1) ?? journey.team?.at(-1)?.id ?? null;
    const id = freeId(journey, "mb", unit, ids);
    ids.push(id);
    const element = { id, name: unit.slice(0, 120), unit };
    return { do: "add", to: journey.id, list: "team", after, element };
  });
  return { do: "all", commands };
}

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
      const team = unitsOf(journey.team ?? []);
      const units = behind(journey);
      return {
        of: units.size,
        hits: [...units]
          .filter(([key]) => !team.has(key))
          .map(([, { unit, at }]) => ({
            at,
            parameters: { unit },
            fix: joining(journey, [unit]),
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
        fix: "Mark {name} as accountable",
      },
      nl: {
        title: "Niemand is eindverantwoordelijk voor deze klantreis",
        why: "Wat van iedereen is, wordt door niemand opgelost.",
        todo: "Noem een eigenaar, of wijs iemand in het team aan als eindverantwoordelijke.",
        fix: "Maak {name} eindverantwoordelijk",
      },
    },
    check(journey) {
      if (leaderOf(journey) !== undefined) return { of: 1, hits: [] };
      const [member, ...others] = journey.team ?? [];
      if (!member || others.length > 0) return whole(journey, true);
      const { id, name, accountable } = member;
      const fix = {
        do: "set" as const,
        at: id,
        field: "accountable",
        from: accountable ?? null,
        to: true,
      };
      return { of: 1, hits: [{ at: [journey.id], parameters: { name }, fix }] };
    },
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
        fix: "Put on the team: {units}",
      },
      nl: {
        title: "Eén afdeling heeft deze kaart getekend",
        why: "Klanten lopen dwars door afdelingen heen; een kaart van één afdeling houdt op bij haar deur.",
        todo: "Haal er minstens één andere afdeling bij: service, verkoop of uitvoering.",
        fix: "Zet in het team: {units}",
      },
    },
    check(journey) {
      const drew = unitsOf(journey.team ?? []);
      if (drew.size >= 2) return { of: 1, hits: [] };
      const missing = [...behind(journey).values()].filter(({ unit }) => !drew.has(fold(unit)));
      if (drew.size + missing.length < 2) return whole(journey, true);
      const parameters = { units: missing.map(({ unit }) => unit).join(", ") };
      const fix = joining(
        journey,
        missing.map(({ unit }) => unit),
      );
      return { of: 1, hits: [{ at: [journey.id], parameters, fix }] };
    },
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
        fix: "{owner} takes it on",
      },
      nl: {
        title: "Van deze actie is niemand eigenaar",
        why: "Een actie zonder naam erachter blijft liggen.",
        todo: "Schrijf op wie het doet.",
        fix: "{owner} pakt het op",
      },
    },
    check(journey) {
      const actions = allOf(journey, "action").filter(({ status }) => status !== "dropped");
      const owner = leaderOf(journey);
      const hits = actions
        .filter((action) => !action.owner)
        .map((action): Hit => {
          const at = [action.id];
          if (owner === undefined) return { at };
          const from = action.owner ?? null;
          const fix = { do: "set" as const, at: action.id, field: "owner", from, to: owner };
          return { at, parameters: { owner }, fix };
        });
      return { of: actions.length, hits };
    },
  },
];
