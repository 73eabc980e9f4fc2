import fc from "fast-check";
import { expect, test } from "vitest";
import { apply } from "./apply.ts";
import { anyIntent, commandFor } from "./command.arbitrary.ts";
import { difference } from "./difference.ts";
import { walk } from "./elements.ts";
import { readJourney, writeJourney } from "./file.ts";
import { anyJourney } from "./journey.arbitrary.ts";
import { redacted, redactedCommand } from "./redact.ts";

const clean = (text: string) => text.replaceAll(/wilma@voorbeeld\.example/gi, "▇▇▇");
const file = (who: string) => `spoor: journey/1
id: jo_wilma
title: What ${who} asks
state: current
personas:
  - id: pe_wilma
    name: Like ${who}
    predicate:
      mail:
        - ${who}
episodes:
  - id: ep_ask
    title: I ask
    touchpoints:
      - id: tp_call
        title: I call
        channel: phone
        events:
          - event: Called ${who}
        questions:
          why: Since ${who} wrote
        quotes:
          - id: qu_1
            text: I am ${who.toUpperCase()}!
            evidence:
              kind: research
              source: mail of ${who}
              n: 1
              link: https://crm.example/${who}
        evidence:
          - kind: assumed
        cells:
          ln_extra: ask ${who}
        notes: |-
          two lines
          with ${who} in them
lanes:
  - id: ln_extra
    kind: text
    title: Extra
`;

test("words go from every field, ids stay", () => {
  const before = file("wilma@voorbeeld.example");
  const after = redacted(readJourney(before), clean);
  expect(writeJourney(after)).toBe(writeJourney(readJourney(file("▇▇▇"))));
});

const spiced = (text: string) => text.replaceAll(/[aeo]/g, "wilma@voorbeeld.example").slice(0, 150);
const off = (text: string) => text.replaceAll(/[aeo]/g, "▇");

test("what is left is a journey, every part of it in its place, and ordinary commands lead there", () => {
  fc.assert(
    fc.property(anyJourney, (journey) => {
      const after = redacted(journey, off);
      expect(walk(after).map(({ element: { id }, list, at }) => [id, list, at])).toEqual(
        walk(journey).map(({ element: { id }, list, at }) => [id, list, at]),
      );
      expect(writeJourney(redacted(after, off))).toBe(writeJourney(after));
      const applied = apply(journey, difference(journey, after));
      expect(applied.ok && writeJourney(applied.journey)).toBe(writeJourney(after));
      expect(writeJourney(readJourney(writeJourney(after)))).toBe(writeJourney(after));
    }),
    { numRuns: 60, endOnFailure: true },
  );
});

test("a command that is cleaned brings none of the words, whatever it does", () => {
  fc.assert(
    fc.property(anyJourney, anyJourney, anyIntent, (journey, donor, intent) => {
      const command = commandFor(
        redacted(journey, clean),
        donor,
        { ...intent, said: spiced(intent.said) },
        "n",
      );
      const brought = redactedCommand(command, clean);
      const applied = apply(redacted(journey, clean), brought);
      if (applied.ok) expect(JSON.stringify(applied.journey)).not.toContain("wilma@voorbeeld");
    }),
    { numRuns: 100, endOnFailure: true },
  );
});
