import { describe, expect, test } from "vitest";
import { Journey } from "../journey.ts";
import { layOut } from "./lay-out.ts";
import { averageMeasure, wrapped } from "./measure.ts";
import type { Sheet } from "./shape.ts";

const options = { language: "en", measure: averageMeasure, size: "whole" } as const;

function journeyOf(given: {
  episodes?: number;
  touchpoints?: number;
  text?: string;
  lanes?: object[];
}): Journey {
  const { episodes = 2, touchpoints = 3, text = "Reads", lanes } = given;
  return Journey.parse({
    spoor: "journey/1",
    id: "jo_test",
    title: "A journey",
    episodes: Array.from({ length: episodes }, (_, episode) => ({
      id: `ep_${episode}`,
      title: `Episode ${episode}`,
      touchpoints: Array.from({ length: touchpoints }, (__, at) => ({
        id: `tp_${episode}-${at}`,
        title: `I do ${episode}-${at}`,
        doing: text,
        ...(lanes && { cells: { ln_own: "Ours" } }),
        backstage: { unit: "Sales" },
        emotions: [
          { id: `em_${episode}-${at}`, value: at % 2 ? 0.5 : -0.4, evidence: { kind: "assumed" } },
        ],
      })),
    })),
    ...(lanes && { lanes }),
  });
}

function texts({ shapes }: Sheet): string[] {
  return shapes.flatMap((shape) => (shape.is === "text" ? [shape.text] : []));
}

describe("a map on one sheet", () => {
  test("holds every episode, touchpoint and lane, and says what it rests on", () => {
    const [sheet, ...more] = layOut(journeyOf({}), null, options);
    expect(more).toEqual([]);
    expect(texts(sheet!)).toEqual(
      expect.arrayContaining([
        "A journey",
        "Current journey · without figures",
        "100% assumed",
        "Episode 0",
        "Episode 1",
        "I do 1-2",
        "Feeling",
        "LINE OF VISIBILITY",
        "+1",
        "Sales",
      ]),
    );
  });

  test("keeps the order of the journey's own lanes and leaves hidden ones out", () => {
    const lanes = [
      { id: "ln_u", kind: "unit", title: "Who owns it" },
      { id: "ln_own", kind: "text", title: "Ours too" },
      { id: "ln_d", kind: "doing", hidden: true },
    ];
    const shown = texts(layOut(journeyOf({ lanes }), null, options)[0]!);
    expect(shown.indexOf("Who owns it")).toBeGreaterThan(-1);
    expect(shown.indexOf("Ours too")).toBeGreaterThan(shown.indexOf("Who owns it"));
    expect(shown).toContain("Ours");
    expect(shown).not.toContain("What the customer does");
    expect(shown).not.toContain("Reads");
  });

  test("draws a feeling that is assumed with a dashed line, and none measured", () => {
    const [sheet] = layOut(journeyOf({}), null, options);
    const strokes = sheet!.shapes.filter((shape) => shape.is === "path" && shape.stroke);
    expect(strokes.map((shape) => "dash" in shape)).toEqual([true]);
  });

  test.each([
    "x".repeat(4000),
    "word ".repeat(800),
    "\u202Eevil\u202C <script>",
    "漢".repeat(4000),
  ])("stays within its edges whatever is written on it (%#)", (text) => {
    const [sheet] = layOut(journeyOf({ text }), null, options);
    const { width, height, shapes } = sheet!;
    expect(height).toBeLessThan(1200);
    for (const shape of shapes) {
      if (shape.is !== "text") continue;
      expect(shape.text).not.toMatch(/[\u202A-\u202E]/);
      if (shape.anchor === "start") expect(shape.x + shape.width).toBeLessThan(width);
      expect(shape.y).toBeLessThan(height);
    }
  });
});

describe("a map on pages", () => {
  const size = { width: 1190, height: 842, scale: 1 };

  test("breaks between episodes, repeats the names of the lanes, and loses no touchpoint", () => {
    const sheets = layOut(journeyOf({ episodes: 5, touchpoints: 4 }), null, { ...options, size });
    const shown = sheets.map(texts);
    expect(sheets.length).toBe(3);
    for (const each of shown) expect(each).toContain("Department");
    expect(shown.map((each) => each.filter((text) => text.startsWith("Episode")))).toEqual([
      ["Episode 0", "Episode 1"],
      ["Episode 2", "Episode 3"],
      ["Episode 4"],
    ]);
    expect(shown.flat().filter((text) => text.startsWith("I do")).length).toBe(20);
    expect(shown[2]?.some((text) => text.includes("page 3 of 3"))).toBe(true);
  });

  test("cuts an episode that is wider than a page, and goes on with the lanes on a next one", () => {
    const journey = journeyOf({ episodes: 1, touchpoints: 20, text: "word ".repeat(800) });
    const sheets = layOut(journey, null, { ...options, size: { ...size, height: 560 } });
    const shown = sheets.map(texts);
    expect(shown.map((each) => [each.includes("Feeling"), each.includes("Department")])).toEqual([
      [true, false],
      [false, true],
      [true, false],
      [false, true],
      [true, false],
      [false, true],
    ]);
    for (const sheet of sheets)
      for (const shape of sheet.shapes)
        if (shape.is === "text") expect(shape.y).toBeLessThanOrEqual(560);
  });
});

describe("wrapping", () => {
  const type = { font: "sans", size: 10 } as const;

  test("ends in an ellipsis what does not fit, and never writes wider than the room", () => {
    const lines = wrapped("a few words that go on and on", type, {
      room: 50,
      most: 2,
      measure: averageMeasure,
    });
    expect(lines.length).toBe(2);
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(averageMeasure(line, type)).toBeLessThanOrEqual(50);
  });

  test("cuts a long word with a hyphen", () => {
    const lines = wrapped("Klantenservicemedewerker", type, {
      room: 60,
      most: 9,
      measure: averageMeasure,
    });
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join("").replaceAll("-", "")).toBe("Klantenservicemedewerker");
  });
});
