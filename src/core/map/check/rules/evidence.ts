import type { Evidence } from "../../claim.ts";
import type { Value } from "../../command.ts";
import { callAssumed } from "../fix/assumed.ts";
import { allOf, each, evidenceOf, touchpointsOf, whole } from "../parts.ts";
import type { Judged, Rule } from "../rule.ts";

const source = "Gartner 2016";
const said = new Set(["research", "measured"]);

/** Months from one day to a later one; negative when it is earlier. */
function monthsBetween(from: string, to: string): number {
  const [y = 0, m = 0, d = 0] = from.split("-").map(Number);
  const [year = 0, month = 0, day = 0] = to.split("-").map(Number);
  return (year - y) * 12 + (month - m) - (day < d ? 1 : 0);
}

function judgedBy(pieces: readonly { at: string }[], broken: readonly { at: string }[]): Judged {
  const elements = new Set(pieces.map(({ at }) => at));
  return {
    of: elements.size,
    hits: [...new Set(broken.map(({ at }) => at))].map((at) => ({ at: [at] })),
  };
}

/** Obstacle 4: built on assumptions. */
export const evidenceRules: readonly Rule[] = [
  {
    id: "no-evidence",
    group: "evidence",
    severity: "warning",
    source,
    words: {
      en: {
        title: "Nothing tells what this touchpoint rests on",
        why: "An assumption that is not called one is soon taken for a fact.",
        todo: "Bind it to events, name the research, or say openly that it is assumed.",
        fix: "Say that it is assumed",
      },
      nl: {
        title: "Nergens staat waar dit contactmoment op rust",
        why: "Een aanname die niet zo heet, geldt al snel als feit.",
        todo: "Koppel het aan gebeurtenissen, noem het onderzoek, of zeg eerlijk dat het een aanname is.",
        fix: "Zeg dat het een aanname is",
      },
    },
    check(journey) {
      const all = touchpointsOf(journey);
      const hits = all
        .filter(({ events = [], evidence = [], emotions = [], pains = [], quotes = [] }) => {
          const claims = [...emotions, ...pains, ...quotes];
          return events.length + evidence.length + claims.length === 0;
        })
        .map(({ id, evidence }) => ({
          at: [id],
          fix: {
            do: "set" as const,
            at: id,
            field: "evidence",
            from: evidence === undefined ? null : [],
            to: [{ kind: "assumed" }],
          },
        }));
      return { of: all.length, hits };
    },
  },
  {
    id: "assumed",
    group: "evidence",
    severity: "hint",
    source,
    words: {
      en: {
        title: "Nobody has tested this yet",
        why: "Assumptions are where to start, not where to stop.",
        todo: "Ask customers, or look in the data, and note the source.",
      },
      nl: {
        title: "Dit heeft nog niemand getoetst",
        why: "Met aannames begin je, maar je houdt er niet mee op.",
        todo: "Vraag het klanten of kijk in de data, en noteer de bron.",
      },
    },
    check(journey) {
      const claims = [
        ...allOf(journey, "emotion"),
        ...allOf(journey, "pain"),
        ...allOf(journey, "quote"),
      ];
      return {
        of: claims.length,
        hits: claims
          .filter(({ evidence }) => evidence.kind === "assumed")
          .map(({ id }) => ({ at: [id] })),
      };
    },
  },
  {
    id: "evidence-old",
    group: "evidence",
    severity: "warning",
    source: "Gartner 2016; nine ways: keep adapting",
    needs: ["today"],
    words: {
      en: {
        title: "This evidence is more than {months} months old",
        why: "Customers, offers and competitors have changed since.",
        todo: "Measure or ask again.",
      },
      nl: {
        title: "Dit bewijs is meer dan {months} maanden oud",
        why: "Klanten, aanbod en concurrenten zijn sindsdien veranderd.",
        todo: "Meet of vraag het opnieuw.",
      },
    },
    check(journey, { today = "" }, { evidenceMonths }) {
      const dated = evidenceOf(journey).filter(({ evidence }) => evidence.date !== undefined);
      const old = dated.filter(
        ({ evidence }) => monthsBetween(evidence.date ?? today, today) >= evidenceMonths,
      );
      const { of, hits } = judgedBy(dated, old);
      return { of, hits: hits.map((hit) => ({ ...hit, parameters: { months: evidenceMonths } })) };
    },
  },
  {
    id: "n-too-small",
    group: "evidence",
    severity: "warning",
    source,
    words: {
      en: {
        title: "This rests on {n} people only; {least} is the least",
        why: "With so few, chance speaks.",
        todo: "Ask more people, or call it assumed.",
        fix: "Call it assumed",
      },
      nl: {
        title: "Dit rust op maar {n} mensen; {least} is het minste",
        why: "Met zo weinig mensen is het toeval aan het woord.",
        todo: "Vraag meer mensen, of noem het een aanname.",
        fix: "Noem het een aanname",
      },
    },
    check(journey, _facts, { minResearch, minMeasured }) {
      const counted = evidenceOf(journey).filter(
        ({ evidence: { n, kind } }) => n !== undefined && said.has(kind),
      );
      const leastOf = ({ kind }: Evidence) => (kind === "measured" ? minMeasured : minResearch);
      const tooFew = (one: Evidence) => said.has(one.kind) && (one.n ?? Infinity) < leastOf(one);
      return {
        of: counted.length,
        hits: counted
          .filter(({ evidence }) => tooFew(evidence))
          .map(({ at, evidence }) => ({
            at: [at],
            parameters: { n: evidence.n ?? 0, least: leastOf(evidence) },
            ...callAssumed(journey, at, tooFew),
          })),
      };
    },
  },
  {
    id: "no-source",
    group: "evidence",
    severity: "warning",
    source,
    words: {
      en: {
        title: "This is called research or measured, but no source is named",
        why: "What nobody can look up, nobody can check.",
        todo: "Name the source, the number of people and the date.",
        fix: "Call it assumed until there is one",
      },
      nl: {
        title: "Dit heet onderzoek of gemeten, maar er staat geen bron bij",
        why: "Wat niemand kan opzoeken, kan niemand nagaan.",
        todo: "Noem de bron, het aantal mensen en de datum.",
        fix: "Noem het een aanname tot er een bron is",
      },
    },
    check(journey) {
      const pieces = evidenceOf(journey).filter(({ evidence }) => said.has(evidence.kind));
      const isLoose = ({ kind, source: from, link }: Evidence) => said.has(kind) && !from && !link;
      const { of, hits } = judgedBy(
        pieces,
        pieces.filter(({ evidence }) => isLoose(evidence)),
      );
      return {
        of,
        hits: hits.map(({ at }) => ({ at, ...callAssumed(journey, at[0] ?? "", isLoose) })),
      };
    },
  },
  {
    id: "single-source",
    group: "evidence",
    severity: "warning",
    source,
    words: {
      en: {
        title: "All evidence comes from one source",
        why: "Each source has its blind spot: a survey misses who is silent, an analytics tool misses why.",
        todo: "Lay a second source of another kind beside it: customer care, a forum, interviews, events.",
      },
      nl: {
        title: "Al het bewijs komt uit één bron",
        why: "Elke bron heeft een blinde vlek: een enquête mist wie zwijgt, webanalyse mist het waarom.",
        todo: "Leg er een tweede, andere bron naast: klantenservice, een forum, interviews, gebeurtenissen.",
      },
    },
    check(journey) {
      const sources = evidenceOf(journey)
        .filter(({ evidence }) => said.has(evidence.kind))
        .map(({ evidence }) => (evidence.source ?? "").trim().toLowerCase());
      if (sources.length === 0) return { of: 0, hits: [] };
      return whole(journey, new Set(sources).size === 1);
    },
  },
  {
    id: "never-compared",
    group: "evidence",
    severity: "warning",
    source: "Gartner 2016; nine ways: lay data over the map",
    words: {
      en: {
        title: "This was never compared with events",
        why: "What customers do in your systems differs from what a workshop thinks they do.",
        todo: "Bind the events that belong to it.",
      },
      nl: {
        title: "Dit is nooit naast gebeurtenissen gelegd",
        why: "Wat klanten in je systemen doen, is anders dan een werksessie denkt.",
        todo: "Koppel de gebeurtenissen die erbij horen.",
      },
    },
    check(journey) {
      const own = touchpointsOf(journey).filter(({ ownership = "brand" }) => ownership === "brand");
      const unbound = own.filter(({ events = [] }) => events.length === 0);
      if (own.length > 0 && unbound.length === own.length)
        return { of: 1, hits: [{ at: [journey.id] }] };
      return { of: own.length, hits: unbound.map(({ id }) => ({ at: [id] })) };
    },
  },
  {
    id: "no-events",
    group: "evidence",
    severity: "warning",
    source: "nine ways: lay data over the map",
    needs: ["overlay"],
    words: {
      en: {
        title: "Bound to events that the data does not hold",
        why: "Either customers do not come here, or the binding names something else.",
        todo: "Look at the binding, then ask whether customers really pass here.",
        fix: "Take the binding away",
      },
      nl: {
        title: "Gekoppeld aan gebeurtenissen die niet in de data staan",
        why: "Of klanten komen hier niet, of de koppeling noemt iets anders.",
        todo: "Bekijk de koppeling en vraag je dan af of klanten hier echt langskomen.",
        fix: "Haal de koppeling weg",
      },
    },
    check(journey, { overlay }) {
      const events = new Map((overlay?.touchpoints ?? []).map((each) => [each.id, each.events]));
      const bound = touchpointsOf(journey).filter((each) => (each.events ?? []).length > 0);
      return each(
        bound,
        ({ id }) => !events.get(id),
        ({ id: at, events: from = [] }) => ({
          fix: { do: "set", at, field: "events", from: from as Value, to: null },
        }),
      );
    },
  },
];
