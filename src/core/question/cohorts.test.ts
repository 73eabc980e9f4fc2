import fc from "fast-check";
import { expect, test } from "vitest";
import { Chance } from "../demo/chance.ts";
import { cohortsFrom, firstDay } from "./cohorts.ts";

test("periods are named by their first day", () => {
  expect(firstDay("month", 2024 * 12 + 12)).toBe("2024-12-01");
  expect(firstDay("month", 2025 * 12 + 1)).toBe("2025-01-01");
  expect(firstDay("week", 1)).toBe("1970-01-05");
  expect(new Date(firstDay("week", 2900)).getUTCDay()).toBe(1);
});

test("what cannot be known yet is not there, and what is known to be nothing is zero", () => {
  const counts = [
    { cohort: 0, since: 0, people: 7 },
    { cohort: 24_001, since: 0, people: 100 },
    { cohort: 24_001, since: 2, people: 10 },
    { cohort: 24_003, since: 0, people: 4 },
    { cohort: 24_004, since: 0, people: 50 },
  ];
  const { cohorts, mean, people, before } = cohortsFrom(counts, {
    unit: "month",
    last: 24_004,
    most: 24,
    whole: false,
  });
  expect(
    cohorts.map(({ from, people: n, cells }) => [from, n, cells.map((cell) => cell?.count)]),
  ).toEqual([
    ["2000-01-01", 100, [0, 10, 0]],
    ["2000-02-01", 0, [0, 0]],
    ["2000-03-01", 4, [undefined]],
    ["2000-04-01", 50, []],
  ]);
  expect(cohorts[1]!.cells[0]!.share).toBeNull();
  expect(mean.map(({ count, n }) => [count, n])).toEqual([
    [0, 104],
    [10, 100],
    [0, 100],
  ]);
  expect([people, before]).toEqual([154, 7]);
});

test("who never comes back is told of those alone who were followed to the end", () => {
  const counts = [
    { cohort: 24_001, since: 0, people: 100 },
    { cohort: 24_001, since: 1, people: 30 },
    { cohort: 24_001, since: 2, people: 10 },
    { cohort: 24_002, since: 0, people: 100 },
    { cohort: 24_002, since: 1, people: 20 },
  ];
  const window = { unit: "month", last: 24_003, most: 2, whole: true } as const;
  const { cohorts, mean } = cohortsFrom(counts, window);
  expect(cohorts.map(({ cells }) => cells.map((cell) => cell?.count))).toEqual([[30, 10], []]);
  expect(mean.map(({ count, n }) => [count, n])).toEqual([
    [30, 100],
    [10, 100],
  ]);
});

test("cohorts add up to everybody, however they come", () => {
  const some = fc.array(
    fc.record({ cohort: fc.integer({ min: 24_001, max: 24_030 }), people: fc.nat(1000) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(some, fc.integer({ min: 24_000, max: 24_040 }), (sizes, last) => {
      const each = new Map(sizes.map(({ cohort, people }) => [cohort, people]));
      const counts = [...each].map(([cohort, people]) => ({ cohort, since: 0, people }));
      const { cohorts, people } = cohortsFrom(counts, {
        unit: "week",
        last,
        most: 26,
        whole: false,
      });
      expect(people).toBe([...each.values()].reduce((sum, one) => sum + one, 0));
      expect(cohorts.reduce((sum, one) => sum + one.people, 0)).toBe(people);
      for (const [nth, { cells }] of cohorts.entries())
        if (nth > 0) expect(cells.length).toBeLessThanOrEqual(cohorts[nth - 1]!.cells.length);
    }),
  );
});

test("the interval of the mean line holds the truth in 93 to 97 of a hundred simulations", () => {
  const chance = new Chance(7);
  const sizes = [40, 75, 120, 60];
  const truths = [0.18, 0.22, 0.2, 0.21];
  const truth =
    sizes.reduce((sum, n, nth) => sum + n * truths[nth]!, 0) / sizes.reduce((sum, n) => sum + n, 0);
  const runs = 4000;
  let held = 0;
  for (let run = 0; run < runs; run += 1) {
    const counts = sizes.flatMap((people, nth) => {
      let back = 0;
      for (let i = 0; i < people; i += 1) if (chance.hit(truths[nth]!)) back += 1;
      const cohort = 24_001 + nth;
      return [
        { cohort, since: 0, people },
        { cohort, since: 1, people: back },
      ];
    });
    const { low, high } = cohortsFrom(counts, { unit: "month", last: 24_040, most: 1, whole: true })
      .mean[0]!;
    if (low! <= truth && truth <= high!) held += 1;
  }
  expect(held / runs).toBeGreaterThan(0.93);
  expect(held / runs).toBeLessThan(0.97);
});
