import { expect, test } from "vitest";
import { Journey } from "./journey.ts";
import { searchJourney } from "./search.ts";

const journey = Journey.parse({
  spoor: "journey/1",
  id: "jo_loan",
  title: "Taking out a loan",
  personas: [{ id: "pe_anna", name: "Anna, saves for a café", goals: ["Own a terrace"] }],
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
        { id: "tp_sign", title: "I sign" },
      ],
    },
  ],
  transitions: [
    {
      id: "tr_back",
      from: "tp_ask",
      to: "tp_sign",
      pains: [{ id: "pn_post", title: "A letter in between", evidence: { kind: "assumed" } }],
    },
  ],
});

test("what is on the way to the next touchpoint is found at the one that it leaves", () => {
  expect(searchJourney(journey, "letter")).toEqual([
    {
      kind: "pain",
      touchpoint: "tp_ask",
      where: "I ask for an offer",
      text: "A letter in between",
    },
  ]);
});

test("case and accents do not matter, and each hit tells its touchpoint", () => {
  expect(
    searchJourney(journey, "CAFE ").map(({ kind, touchpoint, where }) => [kind, touchpoint, where]),
  ).toEqual([
    ["persona", null, "Taking out a loan"],
    ["touchpoint", "tp_ask", "I ask for an offer"],
    ["pain", null, "Taking out a loan"],
  ]);
  expect(searchJourney(journey, "terrace")).toEqual([
    { kind: "persona", touchpoint: null, where: "Taking out a loan", text: "Own a terrace" },
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
