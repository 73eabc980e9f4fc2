import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../problem.ts";
import { readJourney, writeJourney } from "./file.ts";
import { anyJourney } from "./journey.arbitrary.ts";
import type { Journey } from "./journey.ts";

describe("the journey file", () => {
  test("gives back the journey that was written", () => {
    fc.assert(
      fc.property(anyJourney, (given) => {
        expect(readJourney(writeJourney(given))).toEqual(given);
      }),
    );
  });

  test("is the same to the byte after reading and writing", () => {
    fc.assert(
      fc.property(anyJourney, (given) => {
        const once = writeJourney(given);
        expect(writeJourney(readJourney(once))).toBe(once);
      }),
    );
  });

  test("does not depend on the order in which keys were set", () => {
    fc.assert(
      fc.property(anyJourney, (given) => {
        const turned = Object.fromEntries(Object.entries(given).toReversed()) as Journey;
        expect(writeJourney(turned)).toBe(writeJourney(given));
      }),
    );
  });

  test("gives parts without an id the same one each time, and says the same without empty lists", () => {
    const text = `spoor: journey/1
id: jo_a
title: A
goals: []
episodes:
  - title: One
    touchpoints:
      - id: tp_bill
        title: I pay
        questions: {}
        pains:
          - title: Too much
            evidence: { kind: assumed }
          - title: Too late
            evidence: { kind: assumed }
        cells: { ln_b: second, ln_a: first }
lanes:
  - { id: ln_a, kind: text }
  - { id: ln_b, kind: text }
`;
    const { goals, episodes } = readJourney(text);
    expect(writeJourney(readJourney(text))).toBe(writeJourney(readJourney(text)));
    expect([goals, episodes]).toEqual([
      undefined,
      [
        {
          id: "ep_a_1",
          title: "One",
          touchpoints: [
            {
              id: "tp_bill",
              title: "I pay",
              pains: [
                { id: "pn_bill_1", title: "Too much", evidence: { kind: "assumed" } },
                { id: "pn_bill_2", title: "Too late", evidence: { kind: "assumed" } },
              ],
              cells: { ln_a: "first", ln_b: "second" },
            },
          ],
        },
      ],
    ]);
  });

  test("has the keys in the order of the schema and quotes what other readers take for something else", () => {
    expect(
      writeJourney({
        episodes: [
          {
            touchpoints: [
              {
                emotions: [
                  { evidence: { kind: "assumed" }, scale: [1, 5], value: -0.5, id: "em_a" },
                ],
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
          - id: em_a
            value: -0.5
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
        "Line 12, episodes.0.touchpoints.0.quotes.0.persona: there is no pe_a in this file",
        "Line 18, transitions.0.to: there is no tp_c in this file",
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
