import { expect, test } from "vitest";
import { unfold } from "./unfold.ts";

test("a payload without a list is a line as it is", () => {
  expect(unfold({ a: 1 }, {})).toEqual([{ a: 1 }]);
  expect(unfold({ a: 1, list: [] }, { each: "list" })).toEqual([{ a: 1, list: [] }]);
  expect(unfold({ a: 1 }, { each: "b.c" })).toEqual([{ a: 1 }]);
});

test("each item is a line, with what stands around it as its parent", () => {
  expect(unfold({ visit: 7, pages: [{ url: "/" }, "x"] }, { each: "pages" })).toEqual([
    { url: "/", parent: { visit: 7 } },
    { value: "x", parent: { visit: 7 } },
  ]);
});

test("lists on the way are gone through, and stand in the parent as the item of theirs", () => {
  const payload = {
    entry: [
      { id: 1, changes: [{ value: { to: "a", messages: [{ m: 1 }, { m: 2 }] } }] },
      { id: 2, changes: [{ value: { to: "b", statuses: [{ s: 1 }] } }] },
    ],
  };
  const each = ["entry.changes.value.messages", "entry.changes.value.statuses"];
  const parent = (id: number, to: string) => ({ entry: { id, changes: { value: { to } } } });
  expect(unfold(payload, { each })).toEqual([
    { m: 1, parent: parent(1, "a") },
    { m: 2, parent: parent(1, "a") },
    { s: 1, parent: parent(2, "b") },
  ]);
});

test("a keyed list becomes an object; an item without a name is called by its place", () => {
  const answers = [{ field: { ref: "nps" }, number: 9 }, { number: 3 }, { field: { ref: 12 } }, 4];
  expect(
    unfold({ form: { answers } }, { keyed: { "form.answers": "field.ref", "form.none": "x" } }),
  ).toEqual([{ form: { answers: { nps: answers[0], 1: answers[1], 12: answers[2], 3: 4 } } }]);
});

test("items can be keyed themselves, and names that mean something to JavaScript are names", () => {
  const payload = JSON.parse(
    '{"__proto__": {"list": [{"tags": [{"k": "__proto__", "v": 1}]}]}}',
  ) as Record<string, unknown>;
  const [line] = unfold(payload, { each: "__proto__.list", keyed: { tags: "k" } });
  expect(JSON.stringify(line)).toBe(
    '{"tags":{"__proto__":{"k":"__proto__","v":1}},"parent":{"__proto__":{}}}',
  );
});
