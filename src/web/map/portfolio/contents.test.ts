import fc from "fast-check";
import { expect, test } from "vitest";
import type { MapCard } from "../../../protocol/map/portfolio.ts";
import { contentsOf } from "./contents.ts";

function card(id: string, rest: Partial<MapCard> = {}): MapCard {
  return {
    id,
    title: id,
    state: "current",
    scenario: null,
    personas: [],
    owner: null,
    reviewBy: null,
    basedOn: null,
    opens: [],
    episodes: 1,
    touchpoints: 1,
    pains: 0,
    evidence: { assumed: 0, research: 0, measured: 0 },
    feelings: [],
    health: null,
    changed: { at: "2026-11-24T08:00:00Z", by: null },
    deleted: null,
    ...rest,
  };
}

const shape = (cards: readonly MapCard[]) =>
  contentsOf(cards, "nl").map(({ card: { id }, depth, bond }) => [id, depth, bond]);

test("a journey is followed by its other states, then by the journeys that it opens", () => {
  const cards = [
    card("pay"),
    card("zwitch", { opens: [{ touchpoint: "tp_a", map: "pay" }] }),
    card("tomorrow", { state: "future", basedOn: "zwitch" }),
    card("alone"),
  ];
  expect(shape(cards)).toEqual([
    ["alone", 0, null],
    ["zwitch", 0, null],
    ["tomorrow", 1, "state"],
    ["pay", 1, "opened"],
  ]);
});

test("a map whose parent is not in the list stands by itself", () => {
  expect(shape([card("tomorrow", { basedOn: "gone" })])).toEqual([["tomorrow", 0, null]]);
});

test("every map stands in the contents once, however maps lead to each other", () => {
  const ids = ["a", "b", "c", "d", "e"];
  const some = fc.constantFrom(...ids);
  const maps = fc.tuple(
    ...ids.map((id) =>
      fc.record({ to: fc.array(some, { maxLength: 3 }), basedOn: fc.option(some) }).map((drawn) =>
        card(id, {
          basedOn: drawn.basedOn,
          opens: drawn.to.map((map) => ({ touchpoint: "tp_x", map })),
        }),
      ),
    ),
  );
  fc.assert(
    fc.property(maps, (cards) => {
      const lines = contentsOf(cards, "en").map((line) => line.card.id);
      expect(lines.toSorted()).toEqual(ids);
    }),
  );
});
