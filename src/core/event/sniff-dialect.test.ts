import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRows } from "./csv-text.ts";
import { sniffDialect } from "./sniff-dialect.ts";
import { sniffEncoding } from "./sniff-encoding.ts";

test.each([
  ["a,b,c\n1,2,3\n", ",", true],
  ["naam;bedrag\nJan;1,50\nPiet;2,75\n", ";", true],
  ["a\tb\n1\t2\n", "\t", true],
  ["a|b\n1|2\n", "|", true],
  ['"x,y";"z"\n"1,2";"3"\n', ";", true],
  ["1,2024-01-01\n2,2024-01-02\n", ",", false],
  ["one\ntwo\n", ",", true],
])("%j has its delimiter and header", (text, delimiter, header) => {
  expect(sniffDialect(text, true)).toMatchObject({ delimiter, header });
});

test("what is written as CSV is read back", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", '"', ",", "\n", "\r", " ") });
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const text = rows
        .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(","))
        .join("\r\n");
      expect(csvRows(text, ",")).toEqual(rows);
    }),
  );
});

test.each([
  [new TextEncoder().encode("één twee drie vier"), "utf-8"],
  [Uint8Array.from(Buffer.from("één twee drie vier", "latin1")), "windows-1252"],
  [Uint8Array.from(Buffer.from("één twee drie vier", "utf16le")), "utf-16le"],
  [Uint8Array.from([0xfe, 0xff, 0, 65]), "utf-16be"],
  [new TextEncoder().encode("plain words"), "utf-8"],
  [Uint8Array.from([...Buffer.from("één tweeë drieë "), 0xff, ...Buffer.from(" vier")]), "utf-8"],
])("encoding %#", (bytes, encoding) => {
  expect(sniffEncoding(bytes)).toBe(encoding);
});
