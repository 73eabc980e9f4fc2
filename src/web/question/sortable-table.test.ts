import { expect, test } from "vitest";
import { sortRows } from "./sortable-table.tsx";

const rows = [
  { name: "b", wait: 2 },
  { name: "a", wait: null },
  { name: "c", wait: 10 },
];

test("rows sort by number, those without one last in both directions", () => {
  const names = (falling: boolean) =>
    sortRows(rows, ({ wait }) => wait, falling).map(({ name }) => name);
  expect([names(false), names(true)]).toEqual([
    ["b", "c", "a"],
    ["c", "b", "a"],
  ]);
});

test("rows sort by name", () => {
  expect(sortRows(rows, ({ name }) => name, false).map(({ name }) => name)).toEqual([
    "a",
    "b",
    "c",
  ]);
});
