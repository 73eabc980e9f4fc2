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

const said = (laid: readonly Column[]) => laid.map(({ id, what }) => `${id} ${what}`);

test("two states share the columns of what they both hold; what came, went and moved stands between", () => {
  const before = drawn(["ep_a", ["tp_1", "tp_2", "tp_3"]], ["ep_b", ["tp_4", "tp_5"]]);
  const after = drawn(["ep_a", ["tp_1", "tp_new", "tp_3"]], ["ep_b", ["tp_5", "tp_4"]]);
  expect(said(columns(before, after))).toEqual([
    "tp_1 kept",
    "tp_new new",
    "tp_2 removed",
    "tp_3 kept",
    "tp_5 moved",
    "tp_4 kept",
    "tp_5 left",
  ]);
});

test("a touchpoint in another episode has moved, even where its neighbours are the same", () => {
  const before = drawn(["ep_a", ["tp_1", "tp_2"]], ["ep_b", ["tp_3"]]);
  const after = drawn(["ep_a", ["tp_1"]], ["ep_b", ["tp_2", "tp_3"]]);
  expect(said(columns(before, after))).toEqual([
    "tp_1 kept",
    "tp_2 moved",
    "tp_2 left",
    "tp_3 kept",
  ]);
});

test("each state reads in its own order, and every touchpoint stands once in each", () => {
  const ids = (journey: Journey) =>
    journey.episodes.flatMap(({ touchpoints }) => touchpoints.map(({ id }) => id));
  fc.assert(
    fc.property(anyJourney, anyJourney, (before, after) => {
      const laid = columns(before, after);
      expect(laid.flatMap(({ before: each }) => each?.touchpoint.id ?? [])).toEqual(ids(before));
      expect(laid.flatMap(({ after: each }) => each?.touchpoint.id ?? [])).toEqual(ids(after));
    }),
  );
});
