import { describe, expect, test } from "vitest";
import { switching, switchingFigures } from "../../../tests/e2e/map-harness/switching.ts";
import { columnsOf } from "../../core/map/sheet/column.ts";
import { columnWidth, drawingOf } from "./drawing.ts";
import { lineAbove } from "../../core/map/sheet/lanes.ts";
import { sheetsOf } from "./print-sheets.tsx";

const drawing = drawingOf(switching, switchingFigures, 90);

describe("a drawing", () => {
  test("has the lanes that hold something, and no others", () => {
    expect(drawing.lanes.map(({ kind }) => kind)).toEqual([
      "emotion",
      "quotes",
      "stream",
      "wait",
      "pains",
      "opportunities",
      "goal",
      "doing",
      "importance",
      "scores",
      "figures",
      "backstage",
      "unit",
      "actions",
    ]);
  });

  test("without figures keeps only what the team drew", () => {
    const drawn = drawingOf(switching, null, 90).lanes.map(({ kind }) => kind);
    expect(drawn.filter((kind) => ["stream", "wait", "scores", "figures"].includes(kind))).toEqual(
      [],
    );
    expect(drawn).toContain("emotion");
  });

  test("draws the line of visibility once, above what customers do not see", () => {
    const lines = drawing.lanes.map((lane) => lineAbove(lane, drawing.lanes));
    expect(lines.indexOf("visibility")).toBe(
      drawing.lanes.findIndex(({ kind }) => kind === "backstage"),
    );
    expect(lines.filter(Boolean)).toEqual(["visibility"]);
  });

  test("spans each episode over its touchpoints", () => {
    expect(drawing.spans.map(({ first, last }) => [first, last])).toEqual([
      [0, 1],
      [2, 4],
      [5, 7],
      [8, 9],
      [10, 12],
      [13, 15],
    ]);
  });

  test("alarms at the longest waits of a day or more, where customers suffer", () => {
    expect([...drawing.longWaits].toSorted((one, other) => one - other)).toEqual([6, 8]);
  });

  test("is cut into sheets of paper between episodes", () => {
    expect(sheetsOf(drawing.spans)).toEqual([
      { first: 0, last: 9 },
      { first: 10, last: 15 },
    ]);
  });
});

describe("a feeling", () => {
  test("is measured only where customers reported it", () => {
    const kinds = drawing.columns.map(({ feeling }) => feeling?.kind ?? null);
    expect([kinds[0], kinds[1], kinds[2], kinds[14]]).toEqual([
      "research",
      "assumed",
      "measured",
      null,
    ]);
  });

  test("that the map calls measured is still drawn as a claim, when the data has none", () => {
    const claimed = structuredClone(switching);
    const touchpoint = claimed.episodes[0]?.touchpoints[0];
    if (touchpoint)
      touchpoint.emotions = [{ id: "em_a", value: 0.4, evidence: { kind: "measured" } }];
    expect(columnsOf(claimed, switchingFigures)[0]?.feeling?.kind).toBe("research");
  });
});

test.each([
  [16, 1456, 91],
  [6, 1456, 180],
  [40, 1456, 116],
])("%d columns in %d pixels are %d wide", (columns, room, width) => {
  expect(columnWidth(columns, room)).toBe(width);
});
