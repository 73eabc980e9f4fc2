import { expect, test } from "vitest";
import { Journey } from "../../../core/map/journey.ts";
import { searchJourney } from "./search.ts";

const journey = Journey.parse({
  spoor: "journey/1",
  id: "jo_loan",
  title: "Taking out a loan",
  personas: [{ id: "pe_anna", name: "Anna, saves for a café" }],
  episodes: [
    {
      id: "ep_look",
      title: "Looking around",
      pains: [{ id: "pn_slow", title: "Slow café", evidence: { kind: "assumed" } }],
      touchpoints: [
        {
          id: "tp_ask",
          title: "I ask for an offer",
          backstage: { frontstage: ["Advisers at the Café"] },
          quotes: [
            {
              id: "qu_long",
              text: `${"a ".repeat(200)}needle${" b".repeat(200)}`,
              evidence: { kind: "assumed" },
            },
          ],
        },
      ],
    },
  ],
});

test("case and accents do not matter, and each hit tells its touchpoint", () => {
  expect(
    searchJourney(journey, "CAFE ").map(({ touchpoint, where }) => [touchpoint, where]),
  ).toEqual([
    [null, "Taking out a loan"],
    ["tp_ask", "I ask for an offer"],
    [null, "Taking out a loan"],
  ]);
});

test("of a long text only the words around the find are told", () => {
  const [hit] = searchJourney(journey, "needle");
  expect(hit?.touchpoint).toBe("tp_ask");
  expect(hit?.text).toMatch(/^… .*needle.* …$/);
  expect(hit?.text.length).toBeLessThan(150);
});

test("nothing is found for nothing", () => {
  expect(searchJourney(journey, "  ")).toEqual([]);
  expect(searchJourney(journey, "pensioen")).toEqual([]);
});
