import { describe, expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import { coverage } from "../../evidence/coverage.fixture.ts";
import type { Pair, Sums } from "../drivers/matched.ts";
import { branchesOf, type Bough } from "./branch.ts";

const yes = (count: number, n: number): Sums => ({ n, sum: count, squares: count });
const bough = (pairs: readonly Pair[], more: Partial<Bough> = {}): Bough => ({
  qualitative: "go_feel",
  quantitative: "go_call",
  stated: true,
  form: "share",
  sign: -1,
  doubt: null,
  pairs,
  ...more,
});
const one = (pairs: readonly Pair[], more: Partial<Bough> = {}) =>
  branchesOf([bough(pairs, more)])[0]!;

test("shares are compared after Agresti and Caffo", () => {
  // (13/52 − 31/52) ± 1.96 · √(0.25·0.75/52 + (31/52)(21/52)/52)
  const { difference, met, unmet, goes, kind } = one([{ with: yes(12, 50), without: yes(30, 50) }]);
  expect([met, unmet]).toEqual([
    { n: 50, mean: 0.24 },
    { n: 50, mean: 0.6 },
  ]);
  expect(difference!.value).toBeCloseTo(-0.36, 12);
  expect(difference!.low).toBeCloseTo(-0.5239, 2);
  expect(difference!.high).toBeCloseTo(-0.1684, 2);
  // Fewer calls is what is wanted, so the two go together.
  expect([goes, kind]).toEqual(["together", "seen"]);
});

test("strength is the difference in standard deviations", () => {
  const { strength } = one([{ with: yes(12, 50), without: yes(30, 50) }]);
  const spread = Math.sqrt((50 * 0.24 * 0.76 + 50 * 0.6 * 0.4) / 98);
  expect(strength).toBeCloseTo(-0.36 / spread, 9);
});

describe("what the map says and what is seen", () => {
  const sure = [{ with: yes(20, 100), without: yes(60, 100) }];
  const weak = [{ with: yes(48, 100), without: yes(50, 100) }];
  test.each([
    ["seen", "together", { stated: true, sign: -1, pairs: sure }],
    ["contrary", "against", { stated: true, sign: 1, pairs: sure }],
    ["unstated", "together", { stated: false, sign: -1, pairs: sure }],
    ["unstated", "against", { stated: false, sign: 1, pairs: sure }],
    ["unseen", null, { stated: true, sign: -1, pairs: weak }],
    ["none", null, { stated: false, sign: -1, pairs: weak }],
  ] as const)("%s, %s", (kind, goes, more) => {
    expect(one(more.pairs, more)).toMatchObject({ kind, goes, doubt: null });
  });
});

test("a branch with fewer than thirty on a side, or where all came out the same, cannot be known", () => {
  const few = one([{ with: yes(5, 29), without: yes(60, 200) }]);
  expect(few).toMatchObject({ kind: "unknown", doubt: "few", difference: null, strength: null });
  expect([few.met.n, few.unmet.n]).toEqual([29, 200]);
  const alike = one([{ with: yes(50, 50), without: yes(60, 60) }]);
  expect(alike).toMatchObject({ kind: "unknown", doubt: "alike", q: null, goes: null });
  expect(one([])).toMatchObject({ doubt: "few", met: { n: 0, mean: null } });
  expect(one([], { doubt: "same" })).toMatchObject({ kind: "unknown", doubt: "same" });
});

test("those who were asked about different things are not compared", () => {
  // Within either group there is no difference; thrown together there would be a large one.
  const { difference, goes } = one([
    { with: yes(80, 100), without: yes(8, 10) },
    { with: yes(2, 10), without: yes(20, 100) },
  ]);
  expect(difference!.value).toBeCloseTo(0, 9);
  expect(goes).toBeNull();
});

test("all branches are corrected together", () => {
  const weak = { with: yes(35, 100), without: yes(50, 100) };
  expect(one([weak]).goes).toBe("together");
  const none = { with: yes(50, 100), without: yes(50, 100) };
  const many = branchesOf([bough([weak]), ...Array.from({ length: 19 }, () => bough([none]))]);
  expect(many[0]!.q).toBeCloseTo(20 * many[0]!.p!, 9);
  expect(many[0]!.goes).toBeNull();
});

test("where nothing goes along with anything, hardly a tree has a branch that is sure", () => {
  const chance = new Chance(3);
  const some = (n: number, p: number) =>
    yes(
      Array.from({ length: n }, () => Number(chance.hit(p))).reduce((a, b) => a + b, 0),
      n,
    );
  let wrong = 0;
  for (let nth = 0; nth < 400; nth += 1) {
    const tree = branchesOf(
      [0.1, 0.3, 0.5, 0.2, 0.4, 0.15].map((p) =>
        bough([{ with: some(60, p), without: some(140, p) }]),
      ),
    );
    if (tree.some(({ goes }) => goes !== null)) wrong += 1;
  }
  expect(wrong / 400).toBeLessThan(0.085);
});

describe("the interval of a branch holds the truth in 93 to 97 of 100 samples", () => {
  const sums = (values: readonly number[]): Sums => ({
    n: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    squares: values.reduce((sum, value) => sum + value * value, 0),
  });
  const many = <T>(n: number, draw: () => T) => Array.from({ length: n }, draw);

  test.each([
    [0.3, 0.5, 40, 90],
    [0.1, 0.25, 80, 200],
    [0.5, 0.5, 30, 30],
    [0.12, 0.12, 150, 60],
  ])("shares of %d and %d, n = %d and %d", (p, other, n, m) => {
    const chance = new Chance(17);
    const held = coverage(3000, () => ({
      interval: one([
        {
          with: sums(many(n, () => Number(chance.hit(p)))),
          without: sums(many(m, () => Number(chance.hit(other)))),
        },
      ]).difference!,
      truth: p - other,
    }));
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.97);
  });

  test("shares of customers asked about two things", () => {
    const chance = new Chance(23);
    const held = coverage(3000, () => ({
      interval: one([
        {
          with: sums(many(40, () => Number(chance.hit(0.3)))),
          without: sums(many(60, () => Number(chance.hit(0.45)))),
        },
        {
          with: sums(many(25, () => Number(chance.hit(0.6)))),
          without: sums(many(90, () => Number(chance.hit(0.75)))),
        },
      ]).difference!,
      truth: -0.15,
    }));
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.97);
  });

  test("answers of 1 to 5", () => {
    const chance = new Chance(29);
    const mean = (weights: readonly number[]) =>
      weights.reduce((sum, weight, nth) => sum + weight * (nth + 1), 0) /
      weights.reduce((sum, weight) => sum + weight, 0);
    const [high, low] = [
      [1, 1, 2, 4, 3],
      [3, 3, 2, 1, 1],
    ] as const;
    const held = coverage(3000, () => ({
      interval: one(
        [
          {
            with: sums(many(45, () => 1 + chance.weighted(high))),
            without: sums(many(70, () => 1 + chance.weighted(low))),
          },
        ],
        { form: "number" },
      ).difference!,
      truth: mean(high) - mean(low),
    }));
    expect(held).toBeGreaterThan(0.93);
    expect(held).toBeLessThan(0.97);
  });

  test("and where hardly anybody comes, it holds it in 93 at least", () => {
    const chance = new Chance(31);
    const held = coverage(3000, () => ({
      interval: one([
        {
          with: sums(many(40, () => Number(chance.hit(0.02)))),
          without: sums(many(200, () => Number(chance.hit(0.05)))),
        },
      ]).difference ?? { low: null, high: null },
      truth: 0.02 - 0.05,
    }));
    expect(held).toBeGreaterThan(0.93);
  });
});
