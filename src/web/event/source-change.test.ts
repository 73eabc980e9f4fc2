import { expect, test } from "vitest";
import { Mapping } from "../../core/event/mapping.ts";
import { addRowKind, namesIn, removeRowKind, withRowKind, withSource } from "./source-change.ts";

const mapping = Mapping.parse({
  spoor: "mapping/1",
  sources: [
    {
      name: "orders",
      files: "orders*.csv*",
      zone: "UTC",
      rows: [{ what: "status", journey: "id" }],
    },
    { name: "rest", rows: [{ what: "event" }] },
  ],
});

test("a source changes, and leaves out what is taken away", () => {
  const [orders] = withSource(mapping, 0, { zone: undefined, dateOrder: "dmy" }).sources;
  const { zone: _, ...before } = mapping.sources[0]!;
  expect(orders).toEqual({ ...before, dateOrder: "dmy" });
});

test("rows can tell more than one thing, and less again, but always one", () => {
  const two = addRowKind(mapping, 0);
  expect(two.sources[0]?.rows).toEqual([
    { kind: "event", what: "status", journey: "id" },
    { kind: "event", journey: "id" },
  ]);
  const named = withRowKind(two, 0, 1, { kind: "event", what: { value: "paid" } });
  expect(removeRowKind(named, 0, 0).sources[0]?.rows).toEqual([
    { kind: "event", what: { value: "paid" } },
  ]);
  expect(removeRowKind(mapping, 0, 0)).toEqual(mapping);
});

test("names are told apart by commas", () => {
  expect(namesIn(" call , , visit")).toEqual(["call", "visit"]);
});
