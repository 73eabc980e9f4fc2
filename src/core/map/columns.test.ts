import fc from "fast-check";
import { expect, test } from "vitest";
import { columns, type Column } from "./columns.ts";
import { anyJourney } from "./journey.arbitrary.ts";
import { Journey } from "./journey.ts";

function drawn(...episodes: readonly (readonly [string, readonly string[]])[]): Journey {
  return Journey.parse({
    spoor: "journey/1",
    id: "jo_a",
    title: "A",
    episodes: episodes.map(([id, touchpoints]) => ({
      id,
      title: id,
      touchpoints: touchpoints.map((tp) => ({ id: tp, title: tp })),
    })),
  });
}

/** What the lowest state has in each column. */
const said = (laid: readonly Column[]) =>
  laid.map(({ id, places }) => `${id} ${places.at(-1)?.what}`);

test("two states share the columns of what they both hold; what came, went and moved stands between", () => {
  const before = drawn(["ep_a", ["tp_1", "tp_2", "tp_3"]], ["ep_b", ["tp_4", "tp_5"]]);
  const after = drawn(["ep_a", ["tp_1", "tp_new", "tp_3"]], ["ep_b", ["tp_5", "tp_4"]]);
  expect(said(columns([before, after]))).toEqual([
    "tp_1 kept",
    "tp_new new",
    "tp_2 removed",
    "tp_3 kept",
    "tp_4 left",
    "tp_5 kept",
    "tp_4 moved",
  ]);
});

test("a touchpoint in another episode has moved, even where its neighbours are the same", () => {
  const before = drawn(["ep_a", ["tp_1", "tp_2"]], ["ep_b", ["tp_3"]]);
  const after = drawn(["ep_a", ["tp_1"]], ["ep_b", ["tp_2", "tp_3"]]);
  expect(said(columns([before, after]))).toEqual([
    "tp_1 kept",
    "tp_2 moved",
    "tp_2 left",
    "tp_3 kept",
  ]);
});

test("a third state stands in the columns of both above it", () => {
  const now = drawn(["ep_a", ["tp_1", "tp_2", "tp_3"]]);
  const next = drawn(["ep_a", ["tp_1", "tp_new", "tp_3"]]);
  const ideal = drawn(["ep_a", ["tp_new", "tp_2"]]);
  expect(
    columns([now, next, ideal]).map(({ id, places }) => [id, ...places.map(({ what }) => what)]),
  ).toEqual([
    ["tp_1", "kept", "kept", "removed"],
    ["tp_new", "absent", "new", "kept"],
    ["tp_2", "kept", "removed", "new"],
    ["tp_3", "kept", "kept", "removed"],
  ]);
});

test("each state reads in its own order, and every touchpoint stands once in each", () => {
  const ids = (journey: Journey) =>
    journey.episodes.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id));
  fc.assert(
    fc.property(fc.array(anyJourney, { minLength: 1, maxLength: 4 }), (states) => {
      const laid = columns(states);
      for (const [at, state] of states.entries())
        expect(laid.flatMap(({ places }) => places[at]?.standing?.touchpoint.id ?? [])).toEqual(
          ids(state),
        );
    }),
  );
});

test("a state laid over itself keeps everything where it is", () => {
  fc.assert(
    fc.property(anyJourney, (state) => {
      const whats = columns([state, state]).flatMap(({ places }) => places.map(({ what }) => what));
      expect(whats.every((what) => what === "kept")).toBe(true);
    }),
  );
});
