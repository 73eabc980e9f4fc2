import fc from "fast-check";
import { expect, test } from "vitest";
import { must } from "../../assert.ts";
import { apply } from "../apply.ts";
import { Journey } from "../journey.ts";
import { feel } from "./feel.ts";

const journey = Journey.parse({
  spoor: "journey/1",
  id: "jo_a",
  title: "A",
  personas: [
    { id: "pe_a", name: "Anna" },
    { id: "pe_b", name: "Bo" },
  ],
  episodes: [
    {
      id: "ep_a",
      title: "A",
      touchpoints: [
        {
          id: "tp_a",
          title: "I ask",
          emotions: [
            { id: "em_a", value: 0.5, evidence: { kind: "research", n: 14 } },
            { id: "em_b", value: -0.5, persona: "pe_b", evidence: { kind: "assumed" } },
          ],
        },
      ],
    },
  ],
});
const touchpoint = must(journey.episodes[0]?.touchpoints[0], "a touchpoint");

test("a feeling is given to whom it is claimed of, and nobody else's changes", () => {
  const persona = fc.constantFrom(null, "pe_a", "pe_b");
  const value = fc.option(fc.double({ min: -2, max: 2, noNaN: true }));
  fc.assert(
    fc.property(persona, value, (whose, to) => {
      const command = feel(touchpoint, whose, to, () => "em_new");
      const applied = command && apply(journey, command);
      if (applied && !applied.ok) throw new Error(JSON.stringify(applied.why));
      const emotions = (applied?.journey ?? journey).episodes[0]?.touchpoints[0]?.emotions ?? [];
      const of = (id: string | null) => emotions.find((one) => (one.persona ?? null) === id);
      const before = touchpoint.emotions?.filter((one) => (one.persona ?? null) !== whose);
      expect(emotions.filter((one) => (one.persona ?? null) !== whose)).toEqual(before);
      if (to === null) expect(of(whose)).toBeUndefined();
      else expect(of(whose)?.value).toBeCloseTo(Math.max(-1, Math.min(1, to)), 1);
    }),
  );
});

test("a new feeling is assumed; one that is known better keeps what it rests on", () => {
  expect(feel(touchpoint, "pe_a", 0.123, () => "em_new")).toEqual({
    do: "add",
    to: "tp_a",
    list: "emotions",
    after: "em_b",
    element: { id: "em_new", value: 0.12, persona: "pe_a", evidence: { kind: "assumed" } },
  });
  expect(feel(touchpoint, null, -1, () => "em_new")).toEqual({
    do: "set",
    at: "em_a",
    field: "value",
    from: 0.5,
    to: -1,
  });
  expect(feel(touchpoint, null, 0.5, () => "em_new")).toBeNull();
});
