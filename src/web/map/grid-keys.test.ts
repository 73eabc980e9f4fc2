import fc from "fast-check";
import { expect, test } from "vitest";
import { moved } from "./grid-keys.ts";

const size = { rows: 13, columns: 17 };
const at = { row: 3, column: 5 };

test.each([
  ["ArrowLeft", false, { row: 3, column: 4 }],
  ["ArrowRight", false, { row: 3, column: 6 }],
  ["ArrowUp", false, { row: 2, column: 5 }],
  ["ArrowDown", false, { row: 4, column: 5 }],
  ["Home", false, { row: 3, column: 0 }],
  ["End", false, { row: 3, column: 16 }],
  ["Home", true, { row: 0, column: 0 }],
  ["End", true, { row: 12, column: 16 }],
  ["a", false, null],
])("%s (control: %s) leads to %o", (key, control, place) => {
  expect(moved(key, control, at, size)).toEqual(place);
});

test("no key leads off the grid", () => {
  const keys = fc.constantFrom("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageDown");
  fc.assert(
    fc.property(fc.array(keys), (pressed) => {
      let place = { row: 0, column: 0 };
      for (const key of pressed) place = moved(key, false, place, size) ?? place;
      expect(place.row).toBeGreaterThanOrEqual(0);
      expect(place.row).toBeLessThan(size.rows);
      expect(place.column).toBeGreaterThanOrEqual(0);
      expect(place.column).toBeLessThan(size.columns);
    }),
  );
});
