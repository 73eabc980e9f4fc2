import fc from "fast-check";
import { expect, test } from "vitest";
import { rate } from "../../evidence/interval.ts";
import { averageMeasure } from "../../map/sheet/measure.ts";
import { formatIn } from "../../message/format.ts";
import { rateLine } from "./figure.ts";
import { layOutReport, PAGE, type Part } from "./lay-out.ts";

const given = { language: "en", measure: averageMeasure, foot: "Made with Spoor" } as const;
const lines = Array.from({ length: 40 }, (_, nth) =>
  rateLine(`Touchpoint ${nth + 1}`, rate(nth, 40), formatIn("en")),
);
const question = (name: string): Part => ({
  is: "question",
  name,
  about: ["Computed 1 Dec 2026"],
  trouble: null,
  figures: [{ title: "Share of the journeys", lines }],
});
const textsOf = (shapes: readonly { readonly is: string }[]) =>
  shapes.flatMap((shape) => ("text" in shape ? [String(shape.text)] : []));

test("each figure says its share, interval and n, and how many stand in the spreadsheet only", () => {
  const [sheet, ...more] = layOutReport("Title", [question("Where they go")], {
    ...given,
    size: "whole",
  });
  expect(more).toEqual([]);
  const said = textsOf(sheet!.shapes);
  expect(said).toEqual(
    expect.arrayContaining(["Title", "Where they go", "Touchpoint 2", "2.5% (0.4–13%), n = 40"]),
  );
  expect(said).toContain("and 26 more, which are in the spreadsheet");
  expect(said).not.toContain("Touchpoint 15");
});

test("whatever stands in it, everything is on the pages, and no figure across the edge of one", () => {
  const part = fc.oneof(
    fc.record({
      is: fc.constant("text" as const),
      lines: fc.array(fc.lorem({ maxCount: 60 }), { maxLength: 20 }),
    }),
    fc.lorem({ maxCount: 8 }).map(question),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const pages = layOutReport("Title", parts, { ...given, size: "pages" });
      const feet = pages.map(({ shapes }) => textsOf(shapes).at(-1));
      if (pages.length > 1)
        expect(feet).toEqual(pages.map((_, nth) => `${nth + 1} / ${pages.length}`));
      for (const { shapes } of pages)
        for (const shape of shapes) {
          const bottom = "y2" in shape ? shape.y2 : "y" in shape ? shape.y : 0;
          expect(bottom).toBeLessThanOrEqual(PAGE.height - 30);
          if (shape.is === "circle" || shape.is === "rect")
            expect(bottom).toBeLessThan(PAGE.height - 42);
        }
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
