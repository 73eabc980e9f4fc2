import { expect, test } from "vitest";
import { readJourney, writeJourney } from "../file.ts";
import { Journey } from "../journey.ts";
import { blankJourney, copyOf, fromTemplate } from "./new-journey.ts";

const drawn = Journey.parse({
  spoor: "journey/1",
  id: "jo_now",
  title: "Now",
  state: "current",
  team: [{ id: "mb_a", name: "Ann", accountable: true, signed: "2026-11-01" }],
  episodes: [{ id: "ep_a", title: "I begin", touchpoints: [{ id: "tp_a", title: "I call" }] }],
});

test("a blank map is a whole file with one touchpoint, begun in the customer's voice", () => {
  const wanted = { id: "jo_new", title: "New", state: "ideal" } as const;
  expect(readJourney(writeJourney(blankJourney({ ...wanted, language: "nl" })))).toEqual({
    spoor: "journey/1",
    ...wanted,
    language: "nl",
    episodes: [{ id: "ep_1", title: "Ik …", touchpoints: [{ id: "tp_1", title: "Ik …" }] }],
  });
  expect(blankJourney({ ...wanted, language: "en" }).episodes[0]?.title).toBe("I …");
});

test("a map after a template is the template under another name", () => {
  const wanted = { id: "jo_mine", title: "Mine", state: "future" } as const;
  expect(fromTemplate(drawn, wanted)).toEqual({ ...drawn, ...wanted });
});

test("a future state is based on the current one, keeps all ids, and is signed by nobody", () => {
  expect(copyOf(drawn, { id: "jo_later", title: "Later", state: "future" })).toEqual({
    ...drawn,
    id: "jo_later",
    title: "Later",
    state: "future",
    basedOn: "jo_now",
    team: [{ id: "mb_a", name: "Ann", accountable: true }],
  });
});

test("an ideal state of a future one is based on the current one too", () => {
  const future = copyOf(drawn, { id: "jo_later", title: "Later", state: "future" });
  const ideal = copyOf(future, { id: "jo_best", title: "Best", state: "ideal" });
  expect([ideal.basedOn, ideal.state]).toEqual(["jo_now", "ideal"]);
});

test("a copy as a current map is based on none", () => {
  const future = copyOf(drawn, { id: "jo_later", title: "Later", state: "future" });
  const again = copyOf(future, { id: "jo_again", title: "Again", state: "current" });
  expect("basedOn" in again).toBe(false);
});
