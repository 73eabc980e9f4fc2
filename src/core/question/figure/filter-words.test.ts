import { expect, test } from "vitest";
import { filterWords } from "./filter-words.ts";

const names = { "7": "Bought", "9": "Called", pe_movers: "Movers" };

test("a filter is told part by part, by the names of what it asks for", () => {
  const filter = {
    segment: "pe_movers",
    from: "2026-01-01T00:00:00.000Z",
    channels: ["web", ""],
    passed: [7],
    inOrder: [7, 9],
    notPassed: [9, 12],
    attributes: { plan: ["green", "grey"] },
  };
  const [since, ...rest] = filterWords(filter, names, "en").slice(1);
  expect(since).toMatch(/^since .*2026$/);
  expect(rest).toEqual([
    "through web or no channel",
    "with Bought",
    "with Bought → Called",
    "without Called, 12",
    "plan: green or grey",
  ]);
  expect(filterWords(filter, names, "nl").slice(2)).toEqual([
    "via web of geen kanaal",
    "met Bought",
    "met Bought → Called",
    "zonder Called, 12",
    "plan: green of grey",
  ]);
});

test("without a filter it is about all journeys", () => {
  expect(filterWords({}, {}, "nl")).toEqual(["alle klantreizen"]);
});
