import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { must } from "../../assert.ts";
import { apply } from "../apply.ts";
import type { Command } from "../command.ts";
import { walk } from "../elements.ts";
import { anyJourney } from "../journey.arbitrary.ts";
import { Journey } from "../journey.ts";
import { copyLanes } from "./copy-lanes.ts";
import { duplicate } from "./duplicate.ts";
import { foldEpisode, foldTouchpoint } from "./fold.ts";
import { foldSummary } from "./fold-summary.ts";
import { moveEpisodeTo, moveTouchpointTo } from "./move-to.ts";
import { removeTouchpoints } from "./remove-touchpoints.ts";
import { splitEpisode, splitTouchpoint } from "./split.ts";

const assumed = { kind: "assumed" } as const;
const base = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "A",
  lanes: [
    { id: "ln_law", kind: "text", title: "The law" },
    { id: "ln_pains", kind: "pains" },
  ],
  episodes: [
    {
      id: "ep_one",
      title: "One",
      goal: "To know",
      touchpoints: [
        {
          id: "tp_a",
          title: "I ask",
          channel: "web",
          importance: { customer: 3, organisation: 5 },
          questions: { who: "Me", why: "To know" },
          pains: [{ id: "pn_a", title: "Slow", evidence: assumed }],
          actions: [{ id: "ac_a", title: "Hurry", solves: ["pn_a"] }],
          events: [{ event: "asked" }],
        },
        {
          id: "tp_b",
          title: "I ask again",
          channel: "phone",
          importance: { customer: 4 },
          questions: { why: "To be sure" },
          pains: [{ id: "pn_b", title: "Dear", evidence: assumed }],
          events: [{ event: "asked" }, { event: "called" }],
          backstage: { unit: "Service" },
          notes: "Often",
        },
        { id: "tp_c", title: "I pay" },
      ],
    },
    { id: "ep_two", title: "Two", touchpoints: [{ id: "tp_d", title: "I wait" }] },
  ],
  transitions: [
    {
      id: "tr_ab",
      from: "tp_a",
      to: "tp_b",
      pains: [{ id: "pn_way", title: "No answer", evidence: assumed }],
    },
    { id: "tr_bc", from: "tp_b", to: "tp_c" },
  ],
  exceptions: [{ id: "ex_b", rule: "no-metric", at: "tp_b", reason: "Later" }],
});

function counting() {
  let count = 0;
  return (prefix: string) => `${prefix}_new${(count += 1)}`;
}

function after(journey: Journey, command: Command | null): Journey {
  const applied = apply(journey, must(command, "a command"));
  if (!applied.ok) throw new Error(`Refused: ${JSON.stringify(applied.why)}`);
  return applied.journey;
}

const shape = ({ episodes }: Journey) =>
  episodes.map(({ title, touchpoints }) => [title, ...touchpoints.map(({ id }) => id)].join(" "));

test("two touchpoints become one that holds what both held", () => {
  const { episodes, transitions, exceptions } = after(base, foldTouchpoint(base, "tp_a", "tp_b"));
  expect(episodes[0]?.touchpoints).toEqual([
    {
      id: "tp_a",
      title: "I ask",
      channel: "web",
      importance: { customer: 4, organisation: 5 },
      questions: { who: "Me", why: "To know\nTo be sure" },
      pains: [
        { id: "pn_a", title: "Slow", evidence: assumed },
        { id: "pn_way", title: "No answer", evidence: assumed },
        { id: "pn_b", title: "Dear", evidence: assumed },
      ],
      actions: [{ id: "ac_a", title: "Hurry", solves: ["pn_a"] }],
      events: [{ event: "asked" }, { event: "called" }],
      backstage: { unit: "Service" },
      notes: "I ask again\nOften",
    },
    { id: "tp_c", title: "I pay" },
  ]);
  expect([transitions, exceptions?.[0]?.at]).toEqual([
    [{ id: "tr_bc", from: "tp_a", to: "tp_c" }],
    "tp_a",
  ]);
});

test("what making one of two does is told beforehand", () => {
  const fold = must(foldTouchpoint(base, "tp_a", "tp_b"), "a plan");
  expect(foldSummary(base, "tp_a", "tp_b", fold)).toEqual({
    along: [["pain", 2]],
    joined: ["notes", "events", "importance.customer", "questions.why", "backstage.unit"],
    dropped: [{ field: "channel", value: "phone" }],
  });
  const episodes = must(foldEpisode(base, "ep_one", "ep_two"), "a plan");
  expect(foldSummary(base, "ep_one", "ep_two", episodes)).toEqual({
    along: [["touchpoint", 1]],
    joined: ["goal"],
    dropped: [],
  });
});

test("a touchpoint becomes two, of which the second is left by the ways onward", () => {
  const split = must(splitTouchpoint(base, "tp_b", "I call", counting()), "a plan");
  const { episodes, transitions } = after(base, split.command);
  expect([episodes[0]?.touchpoints[2], transitions?.[1]]).toEqual([
    { id: split.id, title: "I call", importance: { customer: 4 }, backstage: { unit: "Service" } },
    { id: "tr_bc", from: split.id, to: "tp_c" },
  ]);
});

test("an episode is cut where one says, and joined again", () => {
  const split = must(splitEpisode(base, "tp_b", "Half", counting()), "a plan");
  const cut = after(base, split.command);
  expect(shape(cut)).toEqual(["One tp_a", "Half tp_b tp_c", "Two tp_d"]);
  const joined = after(cut, foldEpisode(cut, "ep_one", split.id));
  expect([shape(joined), joined.episodes[0]?.goal]).toEqual([shape(base), "To know\nHalf"]);
  expect(splitEpisode(base, "tp_a", "Half", counting())).toBeNull();
});

test("a touchpoint goes where one says, and an episode that it leaves empty goes", () => {
  const moved = (id: string, episode: string, to: string | null) =>
    moveTouchpointTo(base, id, { episode, after: to });
  expect(shape(after(base, moved("tp_c", "ep_one", null)))).toEqual([
    "One tp_c tp_a tp_b",
    "Two tp_d",
  ]);
  expect(shape(after(base, moved("tp_a", "ep_two", "tp_d")))).toEqual([
    "One tp_b tp_c",
    "Two tp_d tp_a",
  ]);
  expect(shape(after(base, moved("tp_d", "ep_one", "tp_a")))).toEqual(["One tp_a tp_d tp_b tp_c"]);
  const nowhere = [
    moved("tp_b", "ep_one", "tp_a"),
    moved("tp_a", "ep_one", "tp_a"),
    moved("tp_a", "ep_two", "tp_b"),
    moved("tp_none", "ep_one", null),
  ];
  expect(nowhere).toEqual([null, null, null, null]);
});

test("an episode goes where one says", () => {
  expect(shape(after(base, moveEpisodeTo(base, "ep_two", null)))).toEqual([
    "Two tp_d",
    "One tp_a tp_b tp_c",
  ]);
  expect([moveEpisodeTo(base, "ep_two", "ep_one"), moveEpisodeTo(base, "ep_one", null)]).toEqual([
    null,
    null,
  ]);
});

test("touchpoints go, and an episode without any goes along, but for the last", () => {
  const left = (...ids: string[]) => shape(after(base, removeTouchpoints(base, ids)));
  expect(left("tp_a", "tp_c")).toEqual(["One tp_b", "Two tp_d"]);
  expect(left("tp_c", "tp_d")).toEqual(["One tp_a tp_b"]);
  expect(left("tp_a", "tp_b", "tp_c", "tp_d")).toEqual(["One"]);
  expect(removeTouchpoints(base, ["tp_none"])).toBeNull();
});

test("a copy has ids of its own, and points within itself", () => {
  const copy = must(duplicate(base, "tp_a", counting()), "a plan");
  const made = after(base, copy.command).episodes[0]?.touchpoints[1];
  const [pain] = made?.pains ?? [];
  expect([made?.id, made?.title, made?.actions?.[0]?.solves]).toEqual([
    copy.id,
    "I ask",
    [must(pain, "a pain").id],
  ]);
});

test("a map takes over the rows of another, and keeps those of its own after them", () => {
  const other: Journey = {
    ...base,
    lanes: [
      { id: "ln_x", kind: "pains", hidden: true },
      { id: "ln_y", kind: "text", title: "Costs" },
    ],
  };
  expect(after(base, copyLanes(base, other, counting())).lanes).toEqual([
    { id: "ln_pains", kind: "pains", hidden: true },
    { id: "ln_new1", kind: "text", title: "Costs" },
    { id: "ln_law", kind: "text", title: "The law" },
  ]);
  expect(copyLanes(base, base, counting())).toBeNull();
});

describe("on any map, no plan is refused", () => {
  const ids = (journey: Journey, kind: string) =>
    walk(journey)
      .filter((each) => each.kind === kind)
      .map(({ element }) => element.id);
  test("and none loses a part with an id of its own", () => {
    const lost = (before: Journey, made: Journey) => {
      const there = new Set(walk(made).map(({ element }) => element.id));
      return walk(before).filter(({ element }) => !there.has(element.id));
    };
    fc.assert(
      fc.property(anyJourney, anyJourney, fc.nat(), fc.nat(), (journey, other, one, two) => {
        const touchpoints = ids(journey, "touchpoint");
        const episodes = ids(journey, "episode");
        const [a, b] = [one, two].map((at) => touchpoints[at % touchpoints.length] ?? "tp_none");
        const [e, f] = [one, two].map((at) => episodes[at % episodes.length] ?? "ep_none");
        const plans: (Command | null | undefined)[] = [
          foldTouchpoint(journey, a!, b!),
          foldEpisode(journey, e!, f!),
          splitTouchpoint(journey, a!, "Half", counting())?.command,
          splitEpisode(journey, a!, "Half", counting())?.command,
          duplicate(journey, a!, counting())?.command,
          duplicate(journey, e!, counting())?.command,
          moveTouchpointTo(journey, a!, { episode: f!, after: null }),
          moveEpisodeTo(journey, e!, f!),
          copyLanes(journey, other, counting()),
        ];
        for (const command of plans) {
          if (!command) continue;
          const gone = lost(journey, after(journey, command)).map(({ kind }) => kind);
          const folds = ["touchpoint", "episode", "transition", "exception"];
          expect(gone.filter((kind) => !folds.includes(kind))).toEqual([]);
        }
      }),
      { numRuns: 200 },
    );
  });
});
