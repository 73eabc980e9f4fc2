import fc from "fast-check";
import { expect, test } from "vitest";
import { apply } from "./apply.ts";
import { changes } from "./changes.ts";
import type { Command } from "./command.ts";
import { writeJourney } from "./file.ts";
import { anyJourney } from "./journey.arbitrary.ts";
import { Journey } from "./journey.ts";
import { sayChange } from "./say-change.ts";

const base = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "Moving house",
  owner: "Sales",
  personas: [
    { id: "pe_mover", name: "The mover" },
    { id: "pe_first", name: "The beginner" },
  ],
  lanes: [{ id: "ln_law", kind: "text", title: "The law" }],
  episodes: [
    {
      id: "ep_look",
      title: "Looking",
      touchpoints: [
        { id: "tp_see", title: "I see a house", channel: "web", importance: { customer: 3 } },
        {
          id: "tp_call",
          title: "I call",
          emotions: [
            { id: "em_call", value: 0.5, persona: "pe_mover", evidence: { kind: "assumed" } },
          ],
          pains: [{ id: "pn_wait", title: "I wait", evidence: { kind: "assumed" } }],
        },
      ],
    },
    {
      id: "ep_move",
      title: "Moving",
      touchpoints: [
        { id: "tp_key", title: "I get the key" },
        { id: "tp_box", title: "I carry boxes" },
      ],
    },
  ],
  transitions: [{ id: "tr_call", from: "tp_see", to: "tp_call" }],
});

function told(...commands: Extract<Command, { do: "all" }>["commands"]) {
  const applied = apply(base, { do: "all", commands });
  if (!applied.ok) throw new Error(`Refused: ${JSON.stringify(applied.why)}`);
  const found = changes(base, applied.journey);
  return {
    en: found.map((change) => sayChange(change, "en")),
    nl: found.map((change) => sayChange(change, "nl")),
    on: found.map(({ on }) => on),
  };
}

const set = (at: string, field: string, from: unknown, to: unknown) =>
  ({ do: "set", at, field, from, to }) as Extract<Command, { do: "set" }>;

test("what changed is told as people tell it, in both languages, with where it is drawn", () => {
  expect(
    told(
      set("jo_a", "owner", "Sales", "Service"),
      set("em_call", "value", 0.5, -0.25),
      set("em_call", "persona", "pe_mover", "pe_first"),
      set("pn_wait", "evidence", { kind: "assumed" }, { kind: "measured", n: 1200 }),
      set("tp_see", "importance.customer", 3, 5),
      set("tp_see", "channel", "web", "phone"),
      set("tp_see", "cells.ln_law", null, "None"),
      set("tp_see", "evidence", null, [{ kind: "research", source: "14 interviews" }]),
      set("tp_key", "title", "I get the key", "I am handed the key"),
      set("tp_box", "notes", null, "A long story.\nIn two lines."),
      { do: "move", at: "tp_call", to: "ep_move", after: null },
    ),
  ).toEqual({
    en: [
      "Owner of the journey: “Service”, was “Sales”",
      "Channel of touchpoint “I see a house”: phone, was web",
      "Importance to the customer of touchpoint “I see a house” raised from 3 to 5",
      "Evidence added to touchpoint “I see a house”: research, 14 interviews",
      "“The law” of touchpoint “I see a house”: “None”",
      "Touchpoint “I call” moved from “Looking” to “Moving”",
      "Feeling of The beginner at “I call” lowered from +1 to −0.5",
      "Persona of feeling of The beginner at “I call”: “The beginner”, was “The mover”",
      "Evidence for pain point “I wait” is now measured, n = 1,200, was assumed",
      "Touchpoint “I get the key” is now called “I am handed the key”",
      "Notes of touchpoint “I carry boxes” filled in",
    ],
    nl: [
      "Eigenaar van de klantreis: “Service”, was “Sales”",
      "Kanaal van contactmoment “I see a house”: telefoon, was web",
      "Belang voor de klant van contactmoment “I see a house” verhoogd van 3 naar 5",
      "Bewijs toegevoegd bij contactmoment “I see a house”: onderzoek, 14 interviews",
      "“The law” van contactmoment “I see a house”: “None”",
      "Contactmoment “I call” verplaatst van “Looking” naar “Moving”",
      "Gevoel van The beginner bij “I call” verlaagd van +1 naar −0,5",
      "Persona van gevoel van The beginner bij “I call”: “The beginner”, was “The mover”",
      "Bewijs voor pijnpunt “I wait” is nu gemeten, n = 1.200, was aangenomen",
      "Contactmoment “I get the key” heet nu “I am handed the key”",
      "Notities van contactmoment “I carry boxes” ingevuld",
    ],
    on: [
      null,
      "tp_see",
      "tp_see",
      "tp_see",
      "tp_see",
      "tp_call",
      "tp_call",
      "tp_call",
      "tp_call",
      "tp_key",
      "tp_box",
    ],
  });
});

test("what came or went as a whole is told once, with what came along", () => {
  const element = {
    id: "ep_live",
    title: "Living",
    touchpoints: [
      { id: "tp_a", title: "I unpack", pains: [] },
      { id: "tp_b", title: "I sleep" },
    ],
  };
  const feeling = { id: "em_new", value: -0.5, evidence: { kind: "assumed" } };
  expect(
    told(
      { do: "add", to: "jo_a", list: "episodes", after: "ep_move", element },
      { do: "add", to: "tp_key", list: "emotions", after: null, element: feeling },
      { do: "remove", at: "tp_call" },
    ),
  ).toEqual({
    en: [
      "Feeling −1 added to “I get the key”",
      "Episode “Living” added, with 2 touchpoints",
      "Touchpoint “I call” removed from “Looking”",
      "Way “I see a house → I call” removed",
    ],
    nl: [
      "Gevoel −1 toegevoegd bij “I get the key”",
      "Episode “Living” toegevoegd, met 2 contactmomenten",
      "Contactmoment “I call” weggehaald bij “Looking”",
      "Overgang “I see a house → I call” weggehaald",
    ],
    on: ["tp_key", "ep_live", "tp_call", "tp_see"],
  });
});

test("there is something to tell exactly where the bytes differ, and each line of it is one line", () => {
  fc.assert(
    fc.property(anyJourney, anyJourney, fc.boolean(), (a, other, isSame) => {
      const b = isSame ? a : other;
      const found = changes(a, b);
      expect(found.length > 0).toBe(writeJourney(a) !== writeJourney(b));
      for (const change of found)
        for (const language of ["nl", "en"] as const) {
          const said = sayChange(change, language);
          expect(said).not.toMatch(/[\r\n]|undefined|\[object/);
          expect(said.length).toBeGreaterThan(8);
        }
    }),
  );
});
