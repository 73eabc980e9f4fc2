import { expect, test } from "vitest";
import { blockBetween, isBetween, selectedIn, sizeOf } from "./block.ts";

test("a block lies between two corners, whichever came first, and without the names of the lanes", () => {
  const block = { rows: [0, 3], columns: [1, 4] };
  expect(blockBetween({ row: 3, column: 4 }, { row: 0, column: 1 })).toEqual(block);
  expect(blockBetween({ row: 0, column: 4 }, { row: 3, column: 0 })).toEqual(block);
  expect(sizeOf(blockBetween({ row: 3, column: 4 }, { row: 0, column: 1 }))).toBe(16);
});

test("a row knows which of its cells belong to a block", () => {
  const block = blockBetween({ row: 1, column: 2 }, { row: 2, column: 3 });
  const selected = (row: number) =>
    [0, 1, 2, 3].filter((index) => isBetween(selectedIn(block, row), index));
  expect([0, 1, 2, 3].map(selected)).toEqual([[], [1, 2], [1, 2], []]);
});
