import fc from "fast-check";
import { expect, test } from "vitest";
import { readCsv } from "../map/exchange/csv.ts";
import { sheetsCsv, sheetsOf } from "./sheet.ts";

test("lists become tables, lists in them further tables by row, all else stands once", () => {
  const answer = {
    total: 2,
    goal: { by: "map" },
    none: [],
    routes: [
      { count: 3, steps: ["a", "b"], share: { n: 5, low: 0.2 }, weeks: [{ n: 1 }, { n: 2 }] },
      { count: 1, steps: [], share: { n: 5, low: null }, more: "x", weeks: [{ n: 9 }] },
    ],
  };
  expect(sheetsOf(answer, "en")).toEqual([
    {
      name: "Answer",
      rows: [
        ["name", "value"],
        ["in all", 2],
        ["goal: by", "map"],
        ["none", ""],
      ],
    },
    {
      name: "routes",
      rows: [
        ["row", "number", "steps", "share: n", "share: from (95%)", "more"],
        [1, 3, "a → b", 5, 0.2, ""],
        [2, 1, "", 5, "", "x"],
      ],
    },
    {
      name: "routes: weeks",
      rows: [
        ["of row", "n"],
        [1, 1],
        [1, 2],
        [2, 9],
      ],
    },
  ]);
});

test("every number of an answer is in its tables", () => {
  const tree = fc.letrec((tie) => ({
    thing: fc.dictionary(fc.constantFrom("a", "b", "c"), tie("value"), { maxKeys: 3 }),
    value: fc.oneof(
      { depthSize: "small" },
      fc.integer(),
      fc.array(tie("thing"), { maxLength: 3 }),
      tie("thing"),
    ),
  })).thing;
  fc.assert(
    fc.property(tree, (answer) => {
      const numbers = JSON.stringify(answer).match(/-?\d+/g) ?? [];
      const told = sheetsOf(answer, "en").flatMap(({ rows }) =>
        rows.slice(1).flatMap((row) => row.slice(1).map(String)),
      );
      for (const number of numbers) expect(told).toContain(number);
    }),
    // Of these rows one has a list where another has a thing with a list of the same name.
    { numRuns: 200, examples: [[{ a: [{ b: { a: [{}] } }, { b: [{ a: [{ a: 0 }] }] }] }]] },
  );
});

test("columns are called as their reader calls them, never as the API does", () => {
  const [, reach] = sheetsOf({ touchpoints: [{ reach: { low: 0.2, medianSeconds: 3 } }] }, "nl");
  expect(reach).toEqual({
    name: "contactmomenten",
    rows: [
      ["rij", "bereik: van (95%)", "bereik: mediaan (seconden)"],
      [1, 0.2, 3],
    ],
  });
  expect(sheetsOf({ constructor: 1, somethingNew: 2 }, "en")[0]!.rows.slice(1)).toEqual([
    ["constructor", 1],
    ["something New", 2],
  ]);
});

test("what looks like a formula is text, and numbers are written as the language does", () => {
  const sheets = sheetsOf({ "=a": "=1+1", share: 0.25 }, "nl");
  expect(sheetsCsv(sheets, "nl").split("\r\n")).toEqual([
    "\uFEFFAntwoord",
    "naam;waarde",
    "'=a;'=1+1",
    "aandeel;0,25",
    "",
  ]);
  const [, ...table] = sheetsCsv(sheets, "en").split("\r\n");
  expect(readCsv(table.join("\r\n"))).toEqual([
    ["naam", "waarde"],
    ["=a", "=1+1"],
    ["aandeel", "0.25"],
  ]);
});
