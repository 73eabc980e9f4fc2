import { each, touchpointsOf, whole } from "../parts.ts";
import type { Rule } from "../rule.ts";

const source = "Milkymap: reverse thinking";

/** Reverse thinking: from the ideal journey back. */
export const backwardsRules: readonly Rule[] = [
  {
    id: "nothing-changed",
    group: "backwards",
    severity: "error",
    source,
    needs: ["current"],
    words: {
      en: {
        title: "Nothing was removed, merged or moved on this future map",
        why: "Who only polishes touchpoints keeps a journey that customers would like to be shorter.",
        todo: "Start from what the customer wants in the end. Which touchpoints would he not miss?",
      },
      nl: {
        title: "Op deze toekomstkaart is niets weggehaald, samengevoegd of verplaatst",
        why: "Wie alleen contactmomenten oppoetst, houdt een reis over die klanten liever korter hadden.",
        todo: "Begin bij wat de klant uiteindelijk wil. Welke contactmomenten zou hij niet missen?",
      },
    },
    check(journey, { current }) {
      if (journey.state === "current" || current === undefined) return { of: 0, hits: [] };
      const now = touchpointsOf(journey).map(({ id }) => id);
      const before = touchpointsOf(current).map(({ id }) => id);
      const gone = before.some((id) => !now.includes(id));
      const stayed = now.filter((id) => before.includes(id));
      const moved = stayed.some((id, at) => id !== before.filter((each) => now.includes(each))[at]);
      return whole(journey, !gone && !moved);
    },
  },
  {
    id: "episode-no-goal",
    group: "backwards",
    severity: "warning",
    source,
    words: {
      en: {
        title: "What the customer wants to reach in this episode is not said",
        why: "Working back starts from a goal: without it nobody knows which steps could go.",
        todo: "Write it in the customer's words.",
      },
      nl: {
        title: "Er staat niet wat de klant in deze episode wil bereiken",
        why: "Terugdenken begint bij een doel: anders weet niemand welke stappen weg kunnen.",
        todo: "Schrijf het op in de woorden van de klant.",
      },
    },
    check: ({ episodes }) => each(episodes, ({ goal }) => !goal),
  },
];
