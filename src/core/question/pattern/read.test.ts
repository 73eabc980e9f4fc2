import fc from "fast-check";
import { expect, test } from "vitest";
import { plainly, say } from "../../message/message.ts";
import { automatonOf } from "./automaton.ts";
import { writePattern } from "./expression.ts";
import { expressionOf } from "./pattern.arbitrary.ts";
import { readPattern } from "./read.ts";
import { patternMessage } from "./say-fault.ts";

const labels = ["Called", "Signed · web", 'said "no"', "then", "’s-Gravenhage", "3 times, (or)"];

function canonical(text: string): string {
  const read = readPattern(text);
  return "fault" in read ? plainly(patternMessage(read.fault)) : writePattern(read.expression);
}

test("what is written is read again as the same, in both languages", () => {
  fc.assert(
    fc.property(
      expressionOf(labels),
      fc.constantFrom("en" as const, "nl" as const),
      (one, language) => {
        const read = readPattern(writePattern(one, language));
        expect("fault" in read ? read.fault : read.expression).toEqual(one);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  [
    `"Price compared" then (anything) then "Called" at least 2 times within 7 days, not followed by "Contract signed"`,
    `"Price compared" then "Called" at least 2 times within 7 days, not followed by "Contract signed"`,
  ],
  [
    `“Prijs vergeleken” daarna „Gebeld” minstens 2 keer achter elkaar binnen 1 uur en niet gevolgd door "Getekend" of "Verlengd"`,
    `"Prijs vergeleken" then "Gebeld" at least 2 times in a row within 1 hour, not followed by "Getekend" or "Verlengd"`,
  ],
  [
    `Starting with any step directly followed by anything but "A" or "B" and ends there, without "C"`,
    `starts with any step then directly anything but "A" or "B" and ends there, without "C" in between`,
  ],
  [`"A" then directly anything then directly "B"`, `"A" then "B"`],
  [`begint met "A", niet voorafgegaan door "B"`, `starts with "A", not preceded by "B"`],
  [`"A" at least 1 times in a row`, `"A"`],
])("%s", (text, expected) => {
  expect(canonical(text)).toBe(expected);
  expect(canonical(expected)).toBe(expected);
});

test.each([
  ["", "Say what to look for"],
  [`"Called" thne "Signed"`, "“thne” at letter 10 means nothing here. Did you mean “then”?"],
  [
    `"Called" minstns 2 keer`,
    "“minstns” at letter 10 means nothing here. Did you mean “minstens”?",
  ],
  [
    `Called then "Signed"`,
    "“Called” at letter 1 means nothing here. Did you mean “alles”? Touchpoints stand in quotes.",
  ],
  [`"Called then`, "The quote that opens at letter 1 is not closed."],
  [`"Called" then`, "At letter 14 the pattern ends; expected a touchpoint in quotes"],
  [`"Called" 2 times`, "At letter 10 stands 2; expected “times”: patterns say at least how often"],
  [`"Called" at least two`, "“two” at letter 19 means nothing here."],
  [`"Called" at least 0 times`, "At letter 19 stands 0; expected a whole number from 1"],
  [
    `"Called" within 7 "Signed"`,
    'At letter 19 stands "Signed"; expected minutes, hours, days or weeks',
  ],
  [`"Called" "Signed"`, 'At letter 10 stands "Signed"; expected “then”'],
  [`"Called" at least 21 times`, "A pattern can have 20 places at most"],
])("%j is refused, and told where", (text, said) => {
  expect(canonical(text)).toContain(said);
});

test("no text is read without an answer, and every fault says where in both languages", () => {
  const piece = fc.constantFrom(
    '"',
    "“",
    "”",
    "(",
    " ",
    ",",
    ";",
    "7",
    "😀",
    ...'then at least times "A" not followed by within dagen zonder or'.split(" "),
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 12 }),
      (pieces) => {
        const text = pieces.join(" ");
        const read = readPattern(text);
        if (!("fault" in read)) return;
        expect(read.fault.at).toBeLessThanOrEqual(text.length);
        for (const language of ["en", "nl"] as const)
          expect(say(patternMessage(read.fault), language).length).toBeGreaterThan(10);
      },
    ),
    { numRuns: 1000 },
  );
});

const touchpoints = [
  { code: 1, event: "Called", channel: "phone", label: "Called · phone" },
  { code: 2, event: "Called", channel: "chat", label: "Called · chat" },
  { code: 3, event: "Signed", channel: "web", label: "Signed · web" },
];

test("a label is one touchpoint, an event is it through every channel, and capitals do not matter", () => {
  const read = readPattern(`"called" then "CALLED · chat" at least 2 times in a row`);
  if ("fault" in read) throw new Error("it can be read");
  expect(automatonOf(read.expression, touchpoints, read.places)).toMatchObject({
    states: [
      { codes: [1, 2], direct: false },
      { codes: [2], direct: false },
      { codes: [2], direct: true },
    ],
  });
});

test("a touchpoint that the data does not have is told with its place and the nearest one", () => {
  const text = `"Called" then "Singed", not followed by "Calld"`;
  const read = readPattern(text);
  if ("fault" in read) throw new Error("it can be read");
  const found = automatonOf(read.expression, touchpoints, read.places);
  expect(found).toEqual({
    fault: { key: "pattern-label", at: 14, length: 8, word: "Singed", meant: "Signed" },
  });
});
