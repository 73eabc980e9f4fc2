import type { Single } from "../../command.ts";
import type { Episode } from "../../journey.ts";
import { foldEpisode } from "../../plan/fold.ts";
import { together } from "../../plan/plan.ts";
import { freeId, touchpointsOf } from "../parts.ts";
import type { Rule } from "../rule.ts";

/** Half a year after a day: "2026-11-24" → "2027-05-24"; the 28th where the month is shorter. */
function halfYearAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const later = month + 6;
  const pad = (value: number) => String(value).padStart(2, "0");
  const [y, m] = later > 12 ? [year + 1, later - 12] : [year, later];
  return `${y}-${pad(m)}-${pad(Math.min(date, 28))}`;
}

/** The two episodes beside each other that have the fewest touchpoints together. */
function shortestPair(episodes: readonly Episode[]): readonly Episode[] {
  const size = (pair: readonly Episode[]) =>
    pair.reduce((sum, { touchpoints }) => sum + touchpoints.length, 0);
  const pairs = episodes.slice(1).map((_, at) => episodes.slice(at, at + 2));
  return pairs.toSorted((a, b) => size(a) - size(b))[0] ?? [];
}

const reach = { nl: "Bereik", en: "Reach" };

/** The nine ways to make maps better, as far as no obstacle has them. */
export const upkeepRules: readonly Rule[] = [
  {
    id: "episode-count",
    group: "upkeep",
    severity: "warning",
    source: "Milkymap",
    words: {
      en: {
        title: "{n} episodes; {least} to {most} is what people can hold in their heads",
        why: "Too few hide what happens, too many hide what matters.",
        todo: "Split or join episodes by what the customer wants to reach.",
        fix: "Join “{one}” and “{other}”, the shortest two beside each other",
      },
      nl: {
        title: "{n} episodes; {least} tot {most} is wat mensen kunnen onthouden",
        why: "Te weinig verbergen wat er gebeurt, te veel verbergen wat ertoe doet.",
        todo: "Splits episodes of voeg ze samen naar wat de klant wil bereiken.",
        fix: "Voeg ‘{one}’ en ‘{other}’ samen, de kortste twee naast elkaar",
      },
    },
    check(journey, _facts, { episodes: [least, most] }) {
      const { id, episodes } = journey;
      const n = episodes.length;
      if (n >= least && n <= most) return { of: 1, hits: [] };
      const parameters = { n, least, most };
      const [one, other] = shortestPair(episodes);
      const fix = n === most + 1 && one && other && foldEpisode(journey, one.id, other.id);
      if (!fix) return { of: 1, hits: [{ at: [id], parameters }] };
      const names = { one: one.title, other: other.title };
      return { of: 1, hits: [{ at: [id], parameters: { ...parameters, ...names }, fix }] };
    },
  },
  {
    id: "review-passed",
    group: "upkeep",
    severity: "warning",
    source: "nine ways: keep adapting",
    needs: ["today"],
    words: {
      en: {
        title: "This map should have been looked at again, or has no date for it",
        why: "A map that nobody keeps becomes wrong without a word.",
        todo: "Agree on a day with the team, and set when you look at it next.",
        fix: "Review in half a year",
      },
      nl: {
        title: "Deze kaart had opnieuw bekeken moeten worden, of heeft geen datum daarvoor",
        why: "Een kaart die niemand bijhoudt, wordt ongemerkt onjuist.",
        todo: "Spreek een dag af met het team, en leg vast wanneer je hem weer bekijkt.",
        fix: "Over een half jaar opnieuw bekijken",
      },
    },
    check(journey, { today = "" }) {
      const { reviewBy } = journey;
      if (reviewBy !== undefined && reviewBy >= today) return { of: 1, hits: [] };
      const fix = {
        do: "set" as const,
        at: journey.id,
        field: "reviewBy",
        from: reviewBy ?? null,
        to: halfYearAfter(today),
      };
      return { of: 1, hits: [{ at: [journey.id], fix }] };
    },
  },
  {
    id: "not-drawn",
    group: "upkeep",
    severity: "warning",
    source: "nine ways: find every touchpoint",
    needs: ["overlay"],
    words: {
      en: {
        title: "{n} touchpoints of the data stand nowhere on the map, “{label}” first",
        why: "Customers come there; the team does not see it.",
        todo: "Bind them to a touchpoint, or draw what is missing.",
      },
      nl: {
        title: "{n} contactmomenten uit de data staan nergens op de kaart, ‘{label}’ voorop",
        why: "Klanten komen er wel, maar het team ziet het niet.",
        todo: "Koppel ze aan een contactmoment, of teken wat ontbreekt.",
      },
    },
    check({ id }, { overlay }) {
      const unbound = (overlay?.unbound ?? []).toSorted((a, b) => b.journeys - a.journeys);
      const [first] = unbound;
      const parameters = { n: unbound.length, label: first?.label ?? "" };
      return { of: 1, hits: first ? [{ at: [id], parameters }] : [] };
    },
  },
  {
    id: "no-metric",
    group: "upkeep",
    severity: "warning",
    source: "nine ways: KPIs",
    words: {
      en: {
        title: "No touchpoint has a measure",
        why: "What is not followed cannot be seen to improve.",
        todo: "Give at least the moments of truth a measure.",
        fix: "Follow at each moment of truth how many customers come there",
      },
      nl: {
        title: "Geen contactmoment heeft een metriek",
        why: "Wat je niet volgt, zie je ook niet beter worden.",
        todo: "Geef in elk geval de moments of truth een metriek.",
        fix: "Volg bij elk moment of truth hoeveel klanten er komen",
      },
    },
    check(journey) {
      const all = touchpointsOf(journey);
      if (all.some(({ metrics = [] }) => metrics.length > 0)) return { of: 1, hits: [] };
      const name = reach[journey.language ?? "en"];
      const commands = all
        .filter(({ momentOfTruth }) => momentOfTruth)
        .map(({ id: to }): Single => {
          const id = freeId(journey, "me", `reach ${to.slice("tp_".length)}`);
          const element = { id, name, measure: "reach" };
          return { do: "add", to, list: "metrics", after: null, element };
        });
      const fix = together(commands);
      return { of: 1, hits: [{ at: [journey.id], ...(fix && { fix }) }] };
    },
  },
];
