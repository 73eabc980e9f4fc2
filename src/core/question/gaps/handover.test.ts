import { expect, test } from "vitest";
import { Journey } from "../../map/journey.ts";
import { handoverOf } from "./handover.ts";

const touchpoint = (id: string, backstage: object, more: object = {}) => ({
  id: `tp_${id}`,
  title: id,
  backstage,
  ...more,
});
const journey = Journey.parse({
  spoor: "journey/1",
  id: "jo_test",
  title: "Test",
  episodes: [
    {
      id: "ep_1",
      title: "Buy",
      touchpoints: [
        touchpoint("quote", { unit: "Sales", system: "CRM" }),
        touchpoint("reminder", { unit: "Marketing" }, { optional: true }),
        touchpoint("order", { unit: "Sales ", system: "Shop" }),
        touchpoint("bill", { unit: "Finance", system: "Billing" }),
        touchpoint("call", {}),
      ],
    },
  ],
});
const bound = [
  { id: "tp_quote", codes: [1] },
  { id: "tp_reminder", codes: [2] },
  { id: "tp_order", codes: [3, 30] },
  { id: "tp_bill", codes: [4] },
  { id: "tp_call", codes: [5] },
];
const between = (from: number, to: number) => handoverOf(journey, bound, { from, to });

test("two departments, or where these are one, two systems", () => {
  expect(between(30, 4)).toEqual({ between: "unit", from: "Sales", to: "Finance" });
  expect(between(1, 3)).toEqual({ between: "system", from: "CRM", to: "Shop" });
});

test("who leaves never came to what must come next", () => {
  expect(between(3, 0)).toEqual({ between: "unit", from: "Sales", to: "Finance" });
  expect(between(1, 0)).toEqual({ between: "system", from: "CRM", to: "Shop" });
});

test("where the map does not say, nothing is said", () => {
  expect(between(4, 5)).toBeNull();
  expect(between(5, 0)).toBeNull();
  expect(between(9, 4)).toBeNull();
  expect(between(4, 4)).toBeNull();
});
