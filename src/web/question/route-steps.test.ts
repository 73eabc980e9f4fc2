import fc from "fast-check";
import { expect, test } from "vitest";
import { cumulativeShares, runsOf } from "./route-steps.ts";

test("steps that repeat at once are told once", () => {
  expect(runsOf(["a", "a", "a", "b", "a"])).toEqual([
    { label: "a", times: 3 },
    { label: "b", times: 1 },
    { label: "a", times: 1 },
  ]);
});

test("runs spelled out again are the route", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("a", "b", "c")), (steps) => {
      const spelled = runsOf(steps).flatMap(({ label, times }) => Array<string>(times).fill(label));
      expect(spelled).toEqual(steps);
    }),
  );
});

test("cover adds up from the most taken route on", () => {
  expect(cumulativeShares([5, 3, 1], 10)).toEqual([0.5, 0.8, 0.9]);
});
