import { expect, test } from "vitest";
import { Journey } from "./journey.ts";
import { seenByGuests, seenFromOutside } from "./outside.ts";

const evidence = {
  kind: "research",
  source: "talk with Ms Jansen",
  n: 14,
  link: "https://intra.example",
};
const journey = Journey.parse({
  spoor: "journey/1",
  id: "jo_move",
  title: "Moving",
  owner: "Karin Smit",
  team: [{ id: "mb_karin", name: "Karin Smit" }],
  exceptions: [{ id: "ex_one", rule: "r", at: "tp_call", reason: "Karin knows" }],
  personas: [{ id: "pe_first", name: "First", predicate: { notes: ["x"] }, goals: ["quick"] }],
  goals: [
    {
      id: "go_fast",
      title: "Faster",
      kind: "quantitative",
      baseline: 4,
      target: 2,
      by: "2027-01-01",
    },
  ],
  episodes: [
    {
      id: "ep_one",
      title: "Ask",
      touchpoints: [
        {
          id: "tp_call",
          title: "I call",
          events: [{ event: "call" }],
          notes: "Karin doubts this",
          cells: { ln_x: "own lane" },
          quotes: [{ id: "qu_one", text: "Why?", by: "Mr Bos, 34", evidence }],
          actions: [{ id: "ac_one", title: "Answer", owner: "Karin Smit", by: "2027-02-01" }],
          backstage: { unit: "Service" },
        },
      ],
    },
  ],
  lanes: [{ id: "ln_x", kind: "text", title: "Extra" }],
});

test("people outside see the map, and nobody who made it or was asked", () => {
  const seen = seenFromOutside(journey, { figures: true });
  expect(Journey.parse(seen)).toEqual(seen);
  expect(JSON.stringify(seen)).not.toMatch(/Karin|Bos|Jansen|intra/);
  const touchpoint = seen.episodes[0]?.touchpoints[0];
  expect(touchpoint?.quotes).toEqual([
    { id: "qu_one", text: "Why?", evidence: { kind: "research", n: 14 } },
  ]);
  expect(touchpoint?.actions).toEqual([{ id: "ac_one", title: "Answer", by: "2027-02-01" }]);
  expect(seen.goals).toEqual(journey.goals);
  expect(seen.personas).toEqual([{ id: "pe_first", name: "First", goals: ["quick"] }]);
});

test("without figures the numbers that the team wrote go too", () => {
  const seen = seenFromOutside(journey, { figures: false });
  expect(Journey.parse(seen)).toEqual(seen);
  expect(seen.goals).toEqual([
    { id: "go_fast", title: "Faster", kind: "quantitative", by: "2027-01-01" },
  ]);
  const touchpoint = seen.episodes[0]?.touchpoints[0];
  expect([touchpoint?.events, touchpoint?.quotes?.[0]?.evidence]).toEqual([
    undefined,
    { kind: "research" },
  ]);
});

test("guests of a workshop see the way of the customer and how it feels, and nothing behind it", () => {
  const felt = { ...journey, language: "nl" as const };
  const touchpoint = felt.episodes[0]?.touchpoints[0];
  const told = Journey.parse({
    ...felt,
    episodes: [
      {
        ...felt.episodes[0],
        goal: "An answer",
        touchpoints: [
          {
            ...touchpoint,
            channel: "phone",
            emotions: [
              { id: "em_one", value: 0.5, persona: "pe_first", evidence },
              { id: "em_all", value: -0.5, scale: [1, 5], evidence },
            ],
          },
          { id: "tp_wait", title: "I wait", emotions: [] },
        ],
      },
    ],
  });
  expect(seenByGuests(told)).toEqual({
    spoor: "journey/1",
    id: "jo_move",
    title: "Moving",
    language: "nl",
    state: "current",
    episodes: [
      {
        id: "ep_one",
        title: "Ask",
        goal: "An answer",
        touchpoints: [
          {
            id: "tp_call",
            title: "I call",
            channel: "phone",
            emotions: [{ id: "em_all", value: -0.5, evidence: { kind: "research" } }],
          },
          { id: "tp_wait", title: "I wait" },
        ],
      },
    ],
  });
  expect(Journey.parse(seenByGuests(told))).toEqual(seenByGuests(told));
});
