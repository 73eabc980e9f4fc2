import fc from "fast-check";
import { expect, test } from "vitest";
import type { Note, Table } from "../../../protocol/map/workshop.ts";
import type { Deed } from "./deed.ts";
import { withDeeds } from "./with-deeds.ts";

const at = "2026-11-24T09:00:00Z";
const note = (id: string, more: Partial<Note> = {}): Note => ({
  id,
  element: "tp_a",
  kind: "pain",
  text: id,
  author: "Piet",
  at,
  dots: 0,
  mine: 0,
  own: false,
  adopted: null,
  ...more,
});
const table: Table = {
  workshop: { id: "w", question: "What hurts?", dots: 5, opened: at, closed: null },
  notes: [note("one", { dots: 3, mine: 1 }), note("two")],
  guests: 2,
  left: 4,
};
const write = (id: string): Deed => ({
  do: "write",
  note: id,
  element: null,
  kind: "idea",
  text: id,
  at,
});

test("what a guest did stands on the table before the server has it", () => {
  const deeds: Deed[] = [
    write("three"),
    { do: "vote", note: "three", dots: 2 },
    { do: "vote", note: "one", dots: 0 },
    { do: "take-back", note: "two" },
  ];
  expect(withDeeds(table, deeds, "Fatima")).toEqual({
    ...table,
    left: 3,
    notes: [
      note("one", { dots: 2, mine: 0 }),
      note("three", {
        element: null,
        kind: "idea",
        author: "Fatima",
        own: true,
        dots: 2,
        mine: 2,
      }),
    ],
  });
});

test("what is about a note that is gone does nothing", () => {
  const deeds: Deed[] = [
    { do: "vote", note: "gone", dots: 2 },
    { do: "take-back", note: "gone" },
  ];
  expect(withDeeds(table, deeds, "Fatima")).toEqual(table);
});

const names = fc.constantFrom("one", "two", "three", "four");
const deed: fc.Arbitrary<Deed> = fc.oneof(
  names.map(write),
  names.map((id): Deed => ({ do: "take-back", note: id })),
  fc
    .record({ id: names, dots: fc.nat(3) })
    .map(({ id, dots }): Deed => ({ do: "vote", note: id, dots })),
);

test("dots given and dots left are together what a guest has, and a deed done twice is done once", () => {
  fc.assert(
    fc.property(fc.array(deed), deed, (deeds, last) => {
      const seen = withDeeds(table, [...deeds, last], "Fatima");
      const given = seen.notes.reduce((sum, { mine }) => sum + mine, 0);
      expect(seen.left + given).toBe(table.workshop.dots);
      expect(withDeeds(seen, [last], "Fatima")).toEqual(seen);
    }),
  );
});
