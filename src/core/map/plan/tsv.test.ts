import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../journey.arbitrary.ts";
import { readTsv, writeTable, writeTsv } from "./tsv.ts";

const anyCell = fc.oneof(
  anyText,
  fc.constantFrom('"', 'a"b', '"a" b', "'=1", "-0.5", "a\tb", "x\r\ny", "''"),
);

test("a block of cells comes back as it was copied", () => {
  const anyBlock = fc
    .integer({ min: 1, max: 4 })
    .chain((width) =>
      fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { minLength: 1 }),
    );
  fc.assert(
    fc.property(anyBlock, (rows) => {
      // A last row of one empty cell is what ends a text, not a row.
      fc.pre(rows.at(-1)?.join("") !== "");
      expect(readTsv(writeTsv(rows))).toEqual(rows);
    }),
  );
});

test("what a spreadsheet copies is read: quotes, line ends within a cell, the line end at the end", () => {
  expect(readTsv('a\t"b\nc ""d"""\r\n5"\t"e" f\r\n')).toEqual([
    ["a", 'b\nc "d"'],
    ['5"', '"e" f'],
  ]);
});

test("no cell becomes a formula", () => {
  expect(writeTsv([["=HYPERLINK(1)", "-0.5", "@a", "'=1"]])).toBe(
    "'=HYPERLINK(1)\t-0.5\t'@a\t''=1",
  );
});

test("a table holds text as text, and numbers as numbers", () => {
  expect(
    writeTable(
      [
        ["<b>&\nx", "-0,5"],
        ["=1", ""],
      ],
      "spoor",
    ),
  ).toBe(
    '<table data-from="spoor"><tbody>' +
      "<tr><td style=\"mso-number-format:'\\@'\">&lt;b&gt;&amp;" +
      '<br style="mso-data-placement:same-cell">x</td><td>-0,5</td></tr>' +
      "<tr><td style=\"mso-number-format:'\\@'\">'=1</td>" +
      "<td style=\"mso-number-format:'\\@'\"></td></tr></tbody></table>",
  );
});

test("a large text is read in one go", () => {
  const row = `${"x".repeat(99)}\t`.repeat(1000);
  expect(readTsv(`${row}\n`.repeat(20)).length).toBe(20);
});
