import { expect, test } from "vitest";
import { cell, dutchAmount } from "./text.ts";

test("amounts are written the Dutch way", () => {
  expect([0, 5, 123_456, 15_000, 123_456_789].map(dutchAmount)).toEqual([
    "0,00",
    "0,05",
    "1.234,56",
    "150,00",
    "1.234.567,89",
  ]);
});

test("a cell is quoted only where it must be", () => {
  expect([cell("gewoon", ","), cell("ja, hoor", ","), cell('"ja"', ";"), cell("a,b", ";")]).toEqual(
    ["gewoon", '"ja, hoor"', '"""ja"""', "a,b"],
  );
});
