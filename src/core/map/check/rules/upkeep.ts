import { touchpointsOf, whole } from "../parts.ts";
import type { Rule } from "../rule.ts";

/** Half a year after a day: "2026-11-24" → "2027-05-24"; the 28th where the month is shorter. */
function halfYearAfter(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const later = month + 6;
  const pad = (value: number) => String(value).padStart(2, "0");
  const [y, m] = later > 12 ? [year + 1, later - 12] : [year, later];
  return `${y}-${pad(m)}-${pad(Math.min(date, 28))}`;
}

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
      },
      nl: {
        title: "{n} episodes; {least} tot {most} is wat mensen kunnen onthouden",
        why: "Te weinig verbergen wat er gebeurt, te veel verbergen wat ertoe doet.",
        todo: "Splits episodes of voeg ze samen naar wat de klant wil bereiken.",
      },
    },
    check({ id, episodes }, _facts, { episodes: [least, most] }) {
      const n = episodes.length;
      const hits = n < least || n > most ? [{ at: [id], parameters: { n, least, most } }] : [];
      return { of: 1, hits };
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
      },
      nl: {
        title: "Geen contactmoment heeft een metriek",
        why: "Wat je niet volgt, zie je ook niet beter worden.",
        todo: "Geef in elk geval de moments of truth een metriek.",
      },
    },
    check: (journey) =>
      whole(
        journey,
        touchpointsOf(journey).every(({ metrics = [] }) => metrics.length === 0),
      ),
  },
];
