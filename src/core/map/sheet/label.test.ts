import fc from "fast-check";
import { expect, test } from "vitest";
import { overlap, placeLabels, type Box, type LabelRequest } from "./label.ts";

const size = fc.integer({ min: 1, max: 90 });
const spot = fc.tuple(fc.integer({ min: -200, max: 900 }), fc.integer({ min: 0, max: 60 }));
const requests = fc
  .array(fc.record({ width: size, height: size, places: fc.array(spot, { maxLength: 4 }) }), {
    maxLength: 40,
  })
  .map((all) => all.map((one, key): LabelRequest => ({ ...one, key })));
const obstacles = fc.array(
  fc.record({
    x: fc.integer({ max: 900, min: -200 }),
    y: fc.nat({ max: 60 }),
    width: size,
    height: size,
  }),
  { maxLength: 8 },
);

/** Each label in turn where it covers least of everything that stands already. */
function placedOneByOne(all: readonly LabelRequest[], fixed: readonly Box[]) {
  const standing = [...fixed];
  return all.flatMap(({ key, width, height, places }) => {
    const boxes = places.map(([x, y]) => ({ x: x - width / 2, y: y - height / 2, width, height }));
    const costs = boxes.map((box, rank) =>
      standing.reduce((sum, other) => sum + overlap(box, other), rank * 2),
    );
    const best = costs.indexOf(Math.min(...costs));
    const [place, box] = [places[best], boxes[best]];
    if (!place || !box) return [];
    standing.push(box);
    return [[key, place] as const];
  });
}

test("a label goes where it covers least of what stands anywhere", () => {
  fc.assert(
    fc.property(requests, obstacles, (all, fixed) => {
      const placed = [...placeLabels(all, () => fixed)];
      expect(placed).toEqual(placedOneByOne(all, fixed));
    }),
  );
});
