import { expect, test } from "vitest";
import type { GoalFigure } from "./goals.ts";
import { outlookOf } from "./outlook.ts";

const share = (value: number, half = 0.02, n = 400): GoalFigure => ({
  form: "share",
  unit: "",
  value,
  low: value - half,
  high: value + half,
  n,
});
const months = (...values: number[]) =>
  values.map((value, nth) => ({
    month: `2026-${String(nth + 1).padStart(2, "0")}-01`,
    value,
    n: 200,
  }));
const rising = months(0.5, 0.51, 0.53, 0.53, 0.55, 0.56, 0.57, 0.58);
const goal = {
  target: 60,
  due: "2026-12-31",
  better: "more",
  times: 100,
  now: share(0.57),
  months: rising,
  end: Date.parse("2026-09-01"),
} as const;

test("what rises steadily is likely to get there, and one that stands still is not", () => {
  expect(outlookOf(goal)).toMatchObject({ verdict: "likely", doubt: null, months: 8 });
  const still = months(0.5, 0.51, 0.5, 0.49, 0.51, 0.5, 0.49, 0.5);
  expect(outlookOf({ ...goal, now: share(0.5), months: still })).toMatchObject({
    verdict: "unlikely",
  });
});

test("a goal that is to go down is met below its target", () => {
  const falling = { ...goal, better: "less", target: 40, times: 100 } as const;
  expect(outlookOf({ ...falling, now: share(0.3) }).verdict).toBe("reached");
  expect(outlookOf({ ...falling, now: share(0.57) }).verdict).toBe("unlikely");
});

test("what is beyond the target already is met, whatever its date", () => {
  expect(outlookOf({ ...goal, now: share(0.7), due: null }).verdict).toBe("reached");
});

test("after its date a goal is missed only where the interval is short of the target", () => {
  const over = { ...goal, due: "2026-08-01" };
  expect(outlookOf(over).verdict).toBe("missed");
  expect(outlookOf({ ...over, now: share(0.59) })).toMatchObject({
    verdict: "unknown",
    doubt: "both",
  });
});

test.each([
  ["unmeasured", { now: null }],
  ["target", { target: null }],
  ["unit", { times: null }],
  ["few", { now: share(0.57, 0.2, 12) }],
  ["date", { due: null }],
  ["months", { months: rising.slice(0, 5) }],
  ["months", { months: rising.map((month) => ({ ...month, n: 20 })) }],
  ["far", { due: "2028-01-01" }],
  ["both", { target: 62.5 }],
] as const)("it is not known because of “%s”", (doubt, change) => {
  expect(outlookOf({ ...goal, ...change })).toMatchObject({ verdict: "unknown", doubt });
});

test("a jump is not taken for a way that goes on", () => {
  const jumped = {
    ...goal,
    better: "less",
    target: 5,
    now: share(0.062),
    end: Date.parse("2027-01-01"),
    due: "2027-04-01",
    months: months(0.22, 0.21, 0.23, 0.22, 0.06, 0.065, 0.06, 0.055, 0.06, 0.065, 0.06, 0.062),
  } as const;
  const { expected, months: used, verdict } = outlookOf(jumped);
  expect(used).toBe(8);
  expect(expected!.value).toBeCloseTo(0.061, 2);
  expect(verdict).not.toBe("likely");
});
