import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { align } from "./align.ts";
import { cheapest } from "./align.oracle.ts";
import type { Group } from "./model.ts";

const anyModel = fc
  .array(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 3 }), {
    maxLength: 4,
  })
  .map((groups) => {
    let place = 0;
    return groups.map((group): Group =>
      group.map(([optional, repeats]) => {
        place += 1;
        return { place, id: `tp_${place}`, optional, repeats };
      }),
    );
  });
const anyPath = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 7 });

describe("an alignment", () => {
  test("costs as little as the cheapest of all ways", () => {
    fc.assert(
      fc.property(anyModel, anyPath, (model, path) => {
        expect(align(model, path).cost).toBe(cheapest(model, path));
      }),
      { numRuns: 300 },
    );
  });

  test("tells the journey whole, and costs what only one side has", () => {
    fc.assert(
      fc.property(anyModel, anyPath, (model, path) => {
        const { cost, moves } = align(model, path);
        const walked = moves.filter(({ kind }) => kind !== "map").map(({ place }) => place);
        expect(walked).toEqual(path);
        expect(moves.filter(({ kind }) => kind !== "both").length).toBe(cost);
        const met = new Set(moves.filter(({ kind }) => kind !== "log").map(({ place }) => place));
        for (const { place, optional } of model.flat())
          expect(optional || met.has(place)).toBe(true);
      }),
    );
  });
});
