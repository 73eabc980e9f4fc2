import { expect, test } from "vitest";
import { Journey } from "../../../core/map/journey.ts";
import { inMapOrder, placed, shows, threadsOf } from "./threads.ts";
import type { Filter } from "./threads.ts";
import { comment } from "./comment.fixture.ts";

const journey = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "A",
  goals: [{ id: "go_a", title: "Faster", kind: "qualitative" }],
  episodes: [
    {
      id: "ep_one",
      title: "Choose",
      pains: [{ id: "pn_slow", title: "Slow", evidence: { kind: "research" } }],
      touchpoints: [
        { id: "tp_b", title: "I look" },
        {
          id: "tp_a",
          title: "I compare",
          quotes: [{ id: "qu_a", text: "Which one?", evidence: { kind: "research" } }],
        },
      ],
    },
  ],
  transitions: [{ id: "tr_a", from: "tp_b", to: "tp_a" }],
});

test("an answer stands with what it answers, and tells when the thread was last alive", () => {
  const comments = [
    comment("one", { at: "2026-11-20T10:00:00Z" }),
    comment("two", { at: "2026-11-20T11:00:00Z" }),
    comment("three", { thread: "one", at: "2026-11-20T12:00:00Z" }),
  ];
  const [one, two, three] = comments;
  expect(threadsOf(comments)).toEqual([
    { first: one, answers: [three], last: "2026-11-20T12:00:00Z" },
    { first: two, answers: [], last: "2026-11-20T11:00:00Z" },
  ]);
});

test("threads stand where their part is drawn, in the order of the map, the liveliest first", () => {
  const threads = threadsOf([
    comment("quote", { element: "qu_a", at: "2026-11-20T10:00:00Z" }),
    comment("way", { element: "tr_a" }),
    comment("gone", { element: "pn_gone", about: "Dear" }),
    comment("goal", { element: "go_a" }),
    comment("map", { element: "jo_a" }),
    comment("pain", { element: "pn_slow" }),
    comment("compare", { element: "tp_a", at: "2026-11-21T10:00:00Z" }),
  ]);
  const told = inMapOrder(journey, placed(journey, threads)).map(({ kind, title, groups }) => [
    kind,
    title,
    groups.map(({ touchpoint, threads: own }) => [
      touchpoint,
      own.map(({ first, place }) => `${first.id}: ${place.kind} ${place.title}`),
    ]),
  ]);
  expect(told).toEqual([
    ["map", "", [[null, ["goal: goal Faster", "map: journey "]]]],
    [
      "episode",
      "Choose",
      [
        [null, ["pain: pain Slow"]],
        ["I look", ["way: transition I look → I compare"]],
        ["I compare", ["compare: touchpoint I compare", "quote: quote Which one?"]],
      ],
    ],
    ["gone", "", [[null, ["gone: pain Dear"]]]],
  ]);
});

test("what is asked for: open, settled, with me, to me", () => {
  const threads = threadsOf([
    comment("open"),
    comment("settled", { resolved: "2026-11-21T10:00:00Z" }),
    comment("mine", { resolved: "2026-11-21T10:00:00Z" }),
    comment("answer", { thread: "mine", author: { id: "person-me", name: "Me" } }),
    comment("asked", { mentions: ["Anna de Wit"] }),
    comment("unread", { resolved: "2026-11-21T10:00:00Z" }),
  ]);
  const reader = {
    person: "person-me",
    name: "anna de wit ",
    isUnread: ({ id }: { id: string }) => id === "unread",
  };
  const shown = (filter: Filter) =>
    threads.filter((thread) => shows(filter, thread, reader)).map(({ first }) => first.id);
  expect(shown("open")).toEqual(["open", "asked", "unread"]);
  expect(shown("resolved")).toEqual(["settled", "mine", "unread"]);
  expect(shown("mine")).toEqual(["mine"]);
  expect(shown("mentions")).toEqual(["asked"]);
});
