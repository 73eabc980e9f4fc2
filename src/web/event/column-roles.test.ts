import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RowKind } from "../../core/event/mapping.ts";
import {
  constantOf,
  freshRole,
  lacking,
  roleOf,
  roles,
  withConstant,
  withRole,
} from "./column-roles.ts";

const calls: RowKind = {
  kind: "event",
  journey: "dossier",
  who: { phone: "tel", customer: { column: "klant" } },
  what: { column: "reden", values: { "1": "Rekening" } },
  channel: { value: "phone" },
  time: "begin",
  attributes: { late: { compare: { left: "a", is: "after", right: "b" } }, tariff: "tarief" },
  measures: [
    { kind: "score", name: "csat", column: "cijfer", scale: [1, 5] },
    { kind: "between", name: "length", from: "begin", to: "eind" },
  ],
};

describe("the role of a column", () => {
  test.each([
    ["dossier", { as: "journey" }],
    ["tel", { as: "who", kind: "phone" }],
    ["klant", { as: "who", kind: "customer" }],
    ["reden", { as: "what" }],
    ["begin", { as: "time" }],
    ["tarief", { as: "attribute", name: "tariff" }],
    ["cijfer", { as: "score", name: "csat", scale: [1, 5] }],
    ["phone", { as: "ignore" }],
    ["eind", { as: "ignore" }],
  ])("%s", (column, role) => expect(roleOf(calls, column)).toEqual(role));
});

describe("giving a column another role", () => {
  test("takes it out of its old place", () => {
    const { who: _, ...rest } = calls;
    expect(withRole(withRole(calls, "tel", { as: "ignore" }), "klant", { as: "how" })).toEqual({
      ...rest,
      how: "klant",
    });
  });
  test("takes a role that only one column can have from the other", () => {
    const changed = withRole(calls, "moment", { as: "time" });
    expect([roleOf(changed, "moment"), roleOf(changed, "begin")]).toEqual([
      { as: "time" },
      { as: "ignore" },
    ]);
  });
  test("changes the scale of a score in place", () => {
    const changed = withRole(calls, "cijfer", { as: "score", name: "csat", scale: [0, 10] });
    expect(changed.measures).toEqual([
      { kind: "between", name: "length", from: "begin", to: "eind" },
      { kind: "score", name: "csat", column: "cijfer", scale: [0, 10] },
    ]);
  });
  test("keeps renames while the role stays", () => {
    expect(withRole(calls, "reden", { as: "what" })).toEqual(calls);
  });
  test("gives that role, whatever went before, and still makes a mapping", () => {
    const column = fc.constantFrom("a", "b", "c", "tel", "reden", "cijfer");
    const changes = fc.array(fc.tuple(column, fc.constantFrom(...roles)), { minLength: 1 });
    fc.assert(
      fc.property(changes, (list) => {
        let row = calls;
        for (const [name, as] of list) {
          row = withRole(row, name, freshRole(as, name));
          expect(roleOf(row, name)).toEqual(freshRole(as, name));
        }
        expect(RowKind.safeParse(row).success).toBe(true);
      }),
    );
  });
});

describe("a constant", () => {
  test("stands for every row, and goes when it is blank", () => {
    const named = withConstant({ kind: "event" }, "what", "call");
    expect([named, constantOf(named, "what"), withConstant(named, "what", "")]).toEqual([
      { kind: "event", what: { value: "call" } },
      "call",
      { kind: "event" },
    ]);
  });
});

test("each kind of row says what it lacks", () => {
  const lacks = (["event", "feedback", "person", "reference"] as const).map((kind) =>
    lacking({ kind }),
  );
  expect([...lacks, lacking(calls)]).toEqual([["time", "what"], ["time"], ["who"], ["key"], []]);
});
