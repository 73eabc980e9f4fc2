import type { Journey, Touchpoint } from "../../journey.ts";
import { actionFor } from "../fix/action.ts";
import { splitChannels } from "../fix/channels.ts";
import { each, touchpointsOf } from "../parts.ts";
import type { Hit, Rule } from "../rule.ts";

const source = "Rosenbaum et al. 2017";

function isCritical({ momentOfTruth, importance }: Touchpoint): boolean {
  return momentOfTruth === true || importance?.customer === 5;
}

function critical(journey: Journey): Touchpoint[] {
  return touchpointsOf(journey).filter(isCritical);
}

/** A realistic map: touchpoints differ in weight, and something stands behind those that decide. */
export const realityRules: readonly Rule[] = [
  {
    id: "two-channels",
    group: "reality",
    severity: "warning",
    source: "Lemon & Verhoef 2016",
    words: {
      en: {
        title: "{n} channels on one touchpoint: {channels}",
        why: "The same contact through another channel is another experience, with figures of its own.",
        todo: "Draw a touchpoint for each channel.",
        fix: "Make a touchpoint of each channel",
      },
      nl: {
        title: "{n} kanalen op één contactmoment: {channels}",
        why: "Hetzelfde contact via een ander kanaal is een andere ervaring, met eigen cijfers.",
        todo: "Teken per kanaal een contactmoment.",
        fix: "Maak van elk kanaal een contactmoment",
      },
    },
    check(journey) {
      const all = touchpointsOf(journey);
      const hits = all.flatMap((touchpoint): Hit[] => {
        const { id, events = [] } = touchpoint;
        const channels = new Set(events.flatMap(({ channel }) => channel ?? []));
        if (channels.size < 2) return [];
        const parameters = { n: channels.size, channels: [...channels].join(", ") };
        return [{ at: [id], parameters, ...splitChannels(journey, touchpoint) }];
      });
      return { of: all.length, hits };
    },
  },
  {
    id: "all-equal",
    group: "reality",
    severity: "warning",
    source,
    words: {
      en: {
        title: "All touchpoints are equally important",
        why: "To customers they are not: a few decide, and most are forgotten.",
        todo: "Ask customers which ones they remember, and let the importance differ.",
      },
      nl: {
        title: "Alle contactmomenten zijn even belangrijk",
        why: "Voor klanten niet: een paar geven de doorslag, de meeste vergeten ze.",
        todo: "Vraag klanten welke ze zich herinneren en laat het belang verschillen.",
      },
    },
    check(journey) {
      const rated = touchpointsOf(journey).flatMap(({ importance }) => importance?.customer ?? []);
      if (rated.length < 2) return { of: 0, hits: [] };
      return { of: 1, hits: new Set(rated).size > 1 ? [] : [{ at: [journey.id] }] };
    },
  },
  {
    id: "no-importance",
    group: "reality",
    severity: "hint",
    source,
    words: {
      en: {
        title: "How important this is to the customer is not said",
        why: "Without weight, effort goes to what is nearest.",
        todo: "Rate it from 1 to 5.",
      },
      nl: {
        title: "Er staat niet hoe belangrijk dit voor de klant is",
        why: "Zonder gewicht gaat de aandacht naar wat het dichtst bij is.",
        todo: "Geef een cijfer van 1 tot 5.",
      },
    },
    check: (journey) =>
      each(touchpointsOf(journey), ({ importance }) => importance?.customer === undefined),
  },
  {
    id: "no-moment-of-truth",
    group: "reality",
    severity: "hint",
    source,
    words: {
      en: {
        title: "No touchpoint decides",
        why: "One or two moments make or break the whole; a team should know which.",
        todo: "Mark the moments of truth.",
        fix: "Mark “{most}”, the most important to customers",
      },
      nl: {
        title: "Geen contactmoment geeft de doorslag",
        why: "Een of twee momenten maken of breken het geheel; een team hoort te weten welke.",
        todo: "Wijs de moments of truth aan.",
        fix: "Wijs ‘{most}’ aan, voor klanten het belangrijkst",
      },
    },
    check(journey) {
      const all = touchpointsOf(journey);
      if (all.some(({ momentOfTruth }) => momentOfTruth)) return { of: 1, hits: [] };
      const weight = ({ importance }: Touchpoint) => importance?.customer ?? 0;
      const most = Math.max(0, ...all.map(weight));
      const [one, ...others] = all.filter((touchpoint) => weight(touchpoint) === most);
      const at = [journey.id];
      if (!one || most === 0 || others.length > 0) return { of: 1, hits: [{ at }] };
      const from = one.momentOfTruth ?? null;
      const fix = { do: "set" as const, at: one.id, field: "momentOfTruth", from, to: true };
      return { of: 1, hits: [{ at, parameters: { most: one.title }, fix }] };
    },
  },
  {
    id: "critical-no-unit",
    group: "reality",
    severity: "warning",
    source,
    words: {
      en: {
        title: "No department or process stands behind this decisive touchpoint",
        why: "What decides for the customer has to be somebody's work.",
        todo: "Name the department and the process behind it.",
      },
      nl: {
        title: "Achter dit beslissende contactmoment staat geen afdeling of proces",
        why: "Wat voor de klant de doorslag geeft, moet iemands werk zijn.",
        todo: "Noem de afdeling en het proces erachter.",
      },
    },
    check: (journey) =>
      each(
        critical(journey).filter(
          ({ ownership = "brand" }) => ownership === "brand" || ownership === "partner",
        ),
        ({ backstage }) => !backstage?.unit || !backstage.process,
      ),
  },
  {
    id: "critical-no-initiative",
    group: "reality",
    severity: "warning",
    source,
    words: {
      en: {
        title: "No initiative is tied to this decisive touchpoint",
        why: "Where most is at stake, something should be going on.",
        todo: "Add an action with an owner and a date.",
        fix: "Add an action for “{pain}”",
      },
      nl: {
        title: "Aan dit beslissende contactmoment hangt geen initiatief",
        why: "Waar het meeste op het spel staat, hoort iets te gebeuren.",
        todo: "Voeg een actie toe met een eigenaar en een datum.",
        fix: "Voeg een actie toe voor ‘{pain}’",
      },
    },
    check: (journey) =>
      each(
        critical(journey),
        ({ actions = [] }) => actions.every(({ status }) => status === "dropped"),
        (touchpoint) => {
          const worst = (touchpoint.pains ?? []).toSorted(
            (a, b) => (b.severity ?? 0) - (a.severity ?? 0),
          )[0];
          if (!worst) return {};
          const fix = actionFor(journey, touchpoint, worst);
          return { parameters: { pain: worst.title }, fix };
        },
      ),
  },
];
