import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  dayOf,
  isEverything,
  lastDays,
  momentOf,
  readFilter,
  toggled,
  withAttribute,
  withParts,
} from "./filter-change.ts";

describe("a filter in an address", () => {
  test("survives the way there and back", () => {
    const filter = {
      from: "2026-01-01T00:00:00Z",
      channels: ["web", "phone"],
      inOrder: [3, 1],
      attributes: { tariff: ["fixed"] },
    };
    expect(readFilter(JSON.parse(JSON.stringify(filter)))).toEqual(filter);
  });
  test.each([[undefined], ["web"], [{ chanels: ["web"] }], [{ channels: [] }]])(
    "that reads %j is no filter",
    (value) => expect(readFilter(value)).toEqual({}),
  );
});

describe("changing a filter", () => {
  test("keeps other parts, and drops emptied ones", () => {
    expect(withParts({ channels: ["web"], segment: "young" }, { channels: [] })).toEqual({
      segment: "young",
    });
  });
  test("takes attribute values in and out, and the attribute with its last value", () => {
    const one = withAttribute({}, "tariff", "fixed");
    const two = withAttribute(one, "tariff", "variable");
    expect([one, two, withAttribute(one, "tariff", "fixed")]).toEqual([
      { attributes: { tariff: ["fixed"] } },
      { attributes: { tariff: ["fixed", "variable"] } },
      {},
    ]);
  });
  test("a value taken in and out again changes nothing", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(9)), fc.integer({ min: 10, max: 20 }), (values, value) => {
        expect(toggled(toggled(values, value), value)).toEqual(values);
      }),
    );
  });
  test("knows when nothing is filtered", () => {
    expect([isEverything({}), isEverything({ segment: "young" })]).toEqual([true, false]);
  });
});

describe("a period", () => {
  test("in whole days comes back as the same days", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(2001, 0, 1), max: new Date(2037, 0, 1), noInvalidDate: true }),
        (date) => {
          const day = dayOf(date.toISOString());
          expect([dayOf(momentOf(day)), dayOf(momentOf(day, true), true)]).toEqual([day, day]);
        },
      ),
    );
  });
  test("of the last days ends with the day of the last event", () => {
    const { from, to } = lastDays(30, new Date(2026, 10, 12, 9, 30).toISOString());
    expect([dayOf(from), dayOf(to, true)]).toEqual(["2026-10-14", "2026-11-12"]);
  });
  test("left blank is open", () => expect(momentOf("")).toBeUndefined());
});
