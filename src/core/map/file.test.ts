import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../problem.ts";
import { readJourney, writeJourney } from "./file.ts";
import { Channel, type Journey } from "./journey.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.lorem({ maxCount: 30 }),
  fc.constantFrom(
    "no",
    "12:30",
    "2026-11-22",
    "null",
    "~",
    "- a",
    "# b",
    " a: b ",
    "a\n\nb\n",
    "1e3",
    "0x1f",
    "=",
    "a\r\nb",
  ),
);
const title = text.filter((given) => given.length > 0);
const attribute = title.filter((given) => given !== "__proto__");
const date = fc.constantFrom("2026-11-22", "2024-02-29");
const evidence = fc.record(
  {
    kind: fc.constantFrom("assumed" as const, "research" as const, "measured" as const),
    source: text,
    n: fc.nat(),
    date,
  },
  { requiredKeys: ["kind"] },
);
const pain = fc.record(
  { title, text, severity: fc.integer({ min: 1, max: 5 }), evidence },
  { requiredKeys: ["title", "evidence"] },
);
const someOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 2 });

const touchpoint = (id: string) =>
  fc.record(
    {
      id: fc.constant(id),
      title,
      channel: fc.constantFrom(...Channel.options),
      events: someOf(fc.record({ event: title, channel: text }, { requiredKeys: ["event"] })),
      momentOfTruth: fc.boolean(),
      emotions: someOf(
        fc.record(
          {
            value: fc.double({ min: -1, max: 1, noNaN: true }),
            scale: fc.tuple(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })),
            persona: fc.constant("pe_first"),
            evidence,
          },
          { requiredKeys: ["value", "evidence"] },
        ),
      ),
      pains: someOf(pain),
      questions: fc.record({ who: text, when: text }, { requiredKeys: [] }),
      notes: text,
    },
    { requiredKeys: ["id", "title"] },
  );

const journey: fc.Arbitrary<Journey> = fc.record(
  {
    spoor: fc.constant("journey/1" as const),
    id: fc.constant("jo_switching"),
    title,
    state: fc.constantFrom("current" as const, "ideal" as const),
    personas: fc
      .record(
        {
          id: fc.constant("pe_first"),
          name: title,
          predicate: fc.dictionary(attribute, fc.array(text, { minLength: 1, maxLength: 3 })),
        },
        { requiredKeys: ["id", "name"] },
      )
      .map((one) => [one]),
    episodes: fc.tuple(touchpoint("tp_a"), touchpoint("tp_b")).map((touchpoints) => [
      { id: "ep_one", title: "One", touchpoints },
      { id: "ep_two", title: "Two", touchpoints: [] },
    ]),
    transitions: someOf(
      fc.record({ from: fc.constant("tp_a"), to: fc.constant("tp_b"), pains: someOf(pain) }),
    ),
  },
  { requiredKeys: ["spoor", "id", "title", "state", "personas", "episodes"] },
);

describe("the journey file", () => {
  test("gives back the journey that was written", () => {
    fc.assert(
      fc.property(journey, (given) => {
        expect(readJourney(writeJourney(given))).toEqual(given);
      }),
    );
  });

  test("is the same to the byte after reading and writing", () => {
    fc.assert(
      fc.property(journey, (given) => {
        const once = writeJourney(given);
        expect(writeJourney(readJourney(once))).toBe(once);
      }),
    );
  });

  test("does not depend on the order in which keys were set", () => {
    fc.assert(
      fc.property(journey, (given) => {
        const turned = Object.fromEntries(Object.entries(given).toReversed()) as Journey;
        expect(writeJourney(turned)).toBe(writeJourney(given));
      }),
    );
  });

  test("has the keys in the order of the schema and quotes what other readers take for something else", () => {
    expect(
      writeJourney({
        episodes: [
          {
            touchpoints: [
              {
                emotions: [{ evidence: { kind: "assumed" }, scale: [1, 5], value: -0.5 }],
                title: "I compare rates",
                id: "tp_compare",
                notes: "first\nsecond\n",
                events: [{ event: "no" }],
              },
            ],
            title: "Looking round",
            id: "ep_look",
          },
        ],
        state: "current",
        title: "Switching",
        id: "jo_switching",
        spoor: "journey/1",
      }),
    ).toBe(`spoor: journey/1
id: jo_switching
title: Switching
state: current
episodes:
  - id: ep_look
    title: Looking round
    touchpoints:
      - id: tp_compare
        title: I compare rates
        events:
          - event: "no"
        emotions:
          - value: -0.5
            scale: [ 1, 5 ]
            evidence:
              kind: assumed
        notes: |
          first
          second
`);
  });
});

describe("a faulty journey file", () => {
  const faults = (text: string) => {
    try {
      readJourney(text);
    } catch (error) {
      if (error instanceof AppError) return { code: error.code, message: error.message };
      throw error;
    }
    throw new Error("The file was taken for a good one.");
  };
  const head = "spoor: journey/1\nid: jo_a\ntitle: A\n";

  test("is named with line and path", () => {
    expect(
      faults(`${head}# a note
episodes:
  - id: ep_a
    title: A
    touchpoints:
      - id: tp_a
        title: A
        channel: pigeon
        colour: red
        emotions:
          - value: 0.5
`).message.split("\n"),
    ).toEqual([
      expect.stringMatching(/^Line 11, episodes\.0\.touchpoints\.0\.channel: Invalid option/),
      expect.stringMatching(/^Line 14, episodes\.0\.touchpoints\.0\.emotions\.0\.evidence: /),
      expect.stringMatching(/^Line 12, episodes\.0\.touchpoints\.0\.colour: Unrecognized key/),
    ]);
  });

  test("has ids that stand twice, and references to nobody", () => {
    expect(
      faults(`${head}episodes:
  - id: ep_a
    title: A
    touchpoints:
      - id: tp_a
        title: A
        quotes:
          - text: Hm
            persona: pe_a
            evidence: { kind: assumed }
      - id: tp_a
        title: B
transitions:
  - from: tp_a
    to: tp_c
`),
    ).toEqual({
      code: "bad-request",
      message: [
        "Line 14, episodes.0.touchpoints.1.id: tp_a stands here a second time",
        "Line 12, episodes.0.touchpoints.0.quotes.0.persona: there is no persona pe_a in this file",
        "Line 18, transitions.0.to: there is no touchpoint tp_c in this file",
      ].join("\n"),
    });
  });

  test.each([
    ["broken YAML", "spoor: journey/1\nid: [", /^Line 2: /],
    ["a key that stands twice", `${head}title: B\n`, /^Line 4: /],
    ["an empty text", "", /^Line 1, /],
    ["a bomb of aliases", bomb(), /^Line 2: Write \*l0 out/],
    ["a key that no object can have", `${head}__proto__: 1`, /^Line 4: A key cannot be called/],
  ])("is refused: %s", (_, text, message) => {
    expect(faults(text)).toEqual({
      code: "bad-request",
      message: expect.stringMatching(message),
    });
  });
});

function bomb(): string {
  const levels = Array.from({ length: 12 }, (_, i) => {
    const inner = i === 0 ? "x" : `*l${i - 1}`;
    return `l${i}: &l${i} [${Array(10).fill(inner).join(", ")}]`;
  });
  return levels.join("\n");
}
