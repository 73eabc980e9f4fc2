import { expect, test } from "vitest";
import { Journey } from "../../../core/map/journey.ts";
import { areStates, readWhich, writeWhich } from "./which.ts";

function drawn(id: string, touchpoints: readonly string[], rest: object = {}): Journey {
  const episode = {
    id: "ep_a",
    title: "A",
    touchpoints: touchpoints.map((tp) => ({ id: tp, title: tp })),
  };
  return Journey.parse({ spoor: "journey/1", id, title: id, episodes: [episode], ...rest });
}

test("an address holds up to four maps or versions, each once, and nothing that cannot be one", () => {
  expect(readWhich("jo_a@3,jo_a,jo_a,<b>,jo_b@x,jo_c@2,jo_d,jo_e")).toEqual([
    { map: "jo_a", version: 3 },
    { map: "jo_a", version: null },
    { map: "jo_c", version: 2 },
    { map: "jo_d", version: null },
  ]);
  expect(writeWhich(readWhich("jo_a@3,jo_a"))).toBe("jo_a@3,jo_a");
  expect(readWhich("")).toEqual([]);
});

test("maps are states of one journey when they say so, or share half of their touchpoints", () => {
  const now = drawn("jo_now", ["tp_a", "tp_b", "tp_c", "tp_d"]);
  const other = (touchpoints: string[], rest = {}) => [now, drawn("jo_b", touchpoints, rest)];
  expect(areStates(other(["tp_a", "tp_b", "tp_x", "tp_y"]))).toBe(true);
  expect(areStates(other(["tp_a", "tp_w", "tp_x", "tp_y"]))).toBe(false);
  expect(areStates(other(["tp_a", "tp_w", "tp_x", "tp_y"], { basedOn: "jo_now" }))).toBe(true);
  expect(areStates(other(["tp_x"], { basedOn: "jo_now" }))).toBe(false);
});
