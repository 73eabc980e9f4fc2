import { expect, test } from "vitest";
import { Mapping } from "./mapping.ts";
import { sourceOfFile } from "./source-of-file.ts";

function withPatterns(...patterns: string[]): Mapping {
  const sources = patterns.map((files) => ({ name: files, files, rows: [{ what: "event" }] }));
  return Mapping.parse({ spoor: "mapping/1", sources });
}

test("a file belongs to the longest pattern that fits", () => {
  const mapping = withPatterns("*", "orders*.csv*", "orders_items*.csv*");
  const names = ["orders_2026.csv.gz", "Orders_Items.csv", "calls.csv", "xorders.csv"];
  expect(names.map((name) => sourceOfFile(mapping, name))).toEqual([1, 2, 0, 0]);
});

test("the letters of a pattern are only letters, and a file may belong to no source", () => {
  const mapping = withPatterns("a.c");
  expect([sourceOfFile(mapping, "a.c"), sourceOfFile(mapping, "abc")]).toEqual([0, -1]);
});
