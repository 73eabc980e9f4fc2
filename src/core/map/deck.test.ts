import fc from "fast-check";
import { expect, test } from "vitest";
import { deckOf } from "./deck.ts";
import { anyJourney } from "./journey.arbitrary.ts";
import { Journey } from "./journey.ts";

const research = { kind: "research" } as const;
const pain = (id: string, severity?: number) => ({
  id,
  title: id,
  evidence: research,
  ...(severity !== undefined && { severity }),
});

const journey = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "A",
  episodes: [
    {
      id: "ep_a",
      title: "Ask",
      touchpoints: [
        {
          id: "tp_ask",
          title: "I ask",
          emotions: [{ id: "em_1", value: -0.9, evidence: research }],
          pains: [pain("pn_unrated"), pain("pn_two", 2)],
          quotes: [{ id: "qu_1", text: "Hello?", evidence: research }],
        },
        {
          id: "tp_wait",
          title: "I wait",
          emotions: [{ id: "em_2", value: -0.2, evidence: research }],
          pains: [pain("pn_four", 4)],
          quotes: [
            { id: "qu_2", text: "x".repeat(400), evidence: research },
            { id: "qu_3", text: "Still waiting", evidence: research },
          ],
          actions: [
            { id: "ac_late", title: "Later", by: "2027-05-01" },
            { id: "ac_dropped", title: "Not", status: "dropped" },
            { id: "ac_solves", title: "Answer", solves: ["pn_four"] },
            { id: "ac_soon", title: "Soon", by: "2026-12-01" },
          ],
        },
      ],
    },
    { id: "ep_empty", title: "Nothing yet", touchpoints: [] },
    {
      id: "ep_b",
      title: "Pay",
      pains: [pain("pn_episode", 4)],
      touchpoints: [{ id: "tp_pay", title: "I pay" }],
    },
  ],
});

test("of each episode the heaviest pain is told, with words from where it is", () => {
  const { chapters, pains, actions } = deckOf(journey, null);
  expect(
    chapters.map(({ id, first, last, pain: worst, morePains, quote, come }) => [
      id,
      first,
      last,
      worst?.id,
      morePains,
      quote?.text,
      come,
    ]),
  ).toEqual([
    ["ep_a", 0, 1, "pn_four", 2, "Still waiting", null],
    ["ep_b", 2, 2, "pn_episode", 0, undefined, null],
  ]);
  expect(pains.map(({ id, at }) => [id, at])).toEqual([
    ["pn_four", "I wait"],
    ["pn_episode", "Pay"],
    ["pn_two", "I ask"],
  ]);
  expect(actions.map(({ id }) => id)).toEqual(["ac_solves", "ac_soon", "ac_late"]);
});

test("who ends in an episode is counted of those who came that far", () => {
  const still = (count: number) => ({ count, n: 200, share: count / 200, low: 0, high: 1 });
  const figures = (id: string, count: number, lost: number, medianSeconds: number | null) => ({
    id,
    events: 1,
    still: still(count),
    lost,
    wait: { n: 9, p25Seconds: 1, medianSeconds, p75Seconds: 9 },
    quotes: [],
    emotion: null,
  });
  const overlay = {
    onMap: 200,
    loops: [],
    touchpoints: [
      figures("tp_ask", 200, 30, 60),
      figures("tp_wait", 170, 20, 600),
      figures("tp_pay", 150, 150, null),
    ],
  } as unknown as Parameters<typeof deckOf>[1];
  const [ask, pay] = deckOf(journey, overlay).chapters;
  expect([ask?.come, ask?.end, ask?.wait?.after]).toMatchObject([
    { count: 200 },
    { count: 50, n: 200 },
    "I wait",
  ]);
  expect([pay?.come?.count, pay?.end?.share, pay?.wait]).toEqual([150, 1, null]);
});

test("every touchpoint is told once, in the order of the map", () => {
  fc.assert(
    fc.property(anyJourney, (any) => {
      const told = deckOf(any, null).chapters.flatMap(({ columns }) =>
        columns.map(({ touchpoint }) => touchpoint.id),
      );
      expect(told).toEqual(
        any.episodes.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id)),
      );
    }),
  );
});
