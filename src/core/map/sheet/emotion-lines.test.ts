import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Persona } from "../journey.ts";
import type { Column, Feeling } from "./column.ts";
import { emotionLines, lineEnds, markOf } from "./emotion-lines.ts";

const personas = Array.from({ length: 7 }, (_, at): Persona => ({
  id: `pe_${at}`,
  name: `P${at}`,
}));

function claim(value: number): Feeling {
  return { kind: "assumed", value, low: null, high: null, n: null };
}

/** Columns from what is felt in general, and by each persona. */
function columnsOf(rows: readonly (readonly (number | null)[])[]): Column[] {
  const [general = [], ...own] = rows;
  return general.map((value, index) => {
    const column: Pick<Column, "index" | "general" | "felt"> = {
      index,
      general: value === null ? null : claim(value),
      felt: own.flatMap((values, at) => {
        const felt = values[index] ?? null;
        return felt === null ? [] : [{ persona: personas[at]!, feeling: claim(felt) }];
      }),
    };
    return column as Column;
  });
}

const names = (columns: Column[], chosen?: string | null) =>
  emotionLines(columns, personas, { width: 90, chosen }).lines.map(
    ({ persona }) => persona?.name ?? "all",
  );

describe("the lines of feelings", () => {
  test("are one, of customers in general, where no persona's feeling is claimed", () => {
    expect(names(columnsOf([[0.1, null, 0.3]]))).toEqual(["all"]);
    expect(names(columnsOf([[null, null]]))).toEqual(["all"]);
  });

  test("leave customers in general out where only personas' feelings are claimed", () => {
    expect(
      names(
        columnsOf([
          [null, null],
          [null, 0.2],
        ]),
      ),
    ).toEqual(["P0"]);
  });

  test("put the chosen persona in front, also while nothing is claimed of it", () => {
    const columns = columnsOf([
      [0.1, 0.2],
      [0.5, -0.5],
    ]);
    expect(names(columns)).toEqual(["all", "P0"]);
    expect(names(columns, "pe_3")).toEqual(["all", "P0", "P3"]);
    const { chosen } = emotionLines(columns, personas, { width: 90, chosen: "pe_3" });
    expect([chosen.persona?.name, chosen.curve.points]).toEqual(["P3", []]);
  });

  test("are five at most, each with a look of its own, and the chosen one always among them", () => {
    const columns = columnsOf([[0], [0], [0], [0], [0], [0], [0], [0]]);
    for (const chosen of [undefined, null, "pe_1", "pe_6"]) {
      const all = emotionLines(columns, personas, { width: 90, chosen });
      expect(all.lines.map(({ look }) => look)).toEqual([0, 1, 2, 3, 4]);
      expect(all.lines).toContain(all.chosen);
      if (chosen !== undefined) expect(all.chosen.persona?.id ?? null).toBe(chosen);
    }
  });

  test("bear their names behind their ends, none over another", () => {
    const value = fc.option(fc.double({ min: -1, max: 1, noNaN: true }));
    const rows = fc.array(fc.array(value, { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 6,
    });
    fc.assert(
      fc.property(rows, (given) => {
        const { lines } = emotionLines(columnsOf(given), personas, { width: 90 });
        const ends = lineEnds(lines, 0, 3);
        expect(ends.length).toBe(lines.filter(({ curve }) => curve.points.length > 0).length);
        for (const one of ends)
          for (const other of ends)
            if (one !== other && one.index === other.index)
              expect(Math.abs(one.y - other.y)).toBeGreaterThan(12.9);
      }),
    );
  });

  test("have marks of different shapes", () => {
    const shapes = [0, 1, 2, 3, 4].map((look) => markOf(look, 0, 0, 4));
    expect(new Set(shapes).size).toBe(5);
  });
});
