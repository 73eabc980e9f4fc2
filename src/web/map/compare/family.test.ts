import { expect, test } from "vitest";
import type { MapCard } from "../../../protocol/map/portfolio.ts";
import { familyOf } from "./family.ts";

function card(id: string, state: MapCard["state"], basedOn: string | null, at: string): MapCard {
  const changed = { at, by: null };
  return { id, state, basedOn, changed, deleted: null } as Partial<MapCard> as MapCard;
}

const cards = [
  card("jo_a", "current", null, "2026-11-01"),
  card("jo_ideal", "ideal", "jo_a", "2026-11-02"),
  card("jo_old", "future", "jo_a", "2026-11-03"),
  card("jo_new", "future", "jo_a", "2026-11-04"),
  { ...card("jo_gone", "future", "jo_a", "2026-11-05"), deleted: "2026-11-06" },
  card("jo_other", "current", null, "2026-11-07"),
  card("jo_lost", "future", "jo_far", "2026-11-07"),
];

test("the states of a journey stand in the order current, future, ideal", () => {
  expect(familyOf(cards, "jo_a")).toEqual(["jo_a", "jo_new", "jo_ideal"]);
  expect(familyOf(cards, "jo_old")).toEqual(["jo_a", "jo_old", "jo_ideal"]);
});

test("a map without other states stands alone", () => {
  expect(familyOf(cards, "jo_other")).toEqual(["jo_other"]);
  expect(familyOf(cards, "jo_lost")).toEqual(["jo_lost"]);
  expect(familyOf(cards, "jo_gone")).toEqual([]);
});
