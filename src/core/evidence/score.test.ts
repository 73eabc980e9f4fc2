import { expect, test } from "vitest";
import { Chance } from "../demo/chance.ts";
import { coverage } from "./coverage.fixture.ts";
import { ces, csat, normalise, nps } from "./score.ts";

const answers = (promoters: number, passives: number, detractors: number) => [
  { value: 9, count: promoters },
  { value: 8, count: passives },
  { value: 6, count: detractors },
];

test.each([
  [
    [50, 30, 20],
    [30, 14.05, 44.2],
  ],
  [
    [200, 133, 67],
    [33.25, 25.71, 40.29],
  ],
  [
    [19, 12, 5],
    [38.89, 13.16, 58.64],
  ],
  [
    [5, 0, 0],
    [100, 17.49, 100],
  ],
] as const)("NPS of promoters, passives, detractors %j is %j", ([p, n, d], expected) => {
  const { score, low, high } = nps(answers(p, n, d));
  expect([score, low, high].map((value) => Number(value!.toFixed(2)))).toEqual(expected);
});

test.each([
  [78, 100, 68.93, 85],
  [9, 10, 59.58, 98.21],
  [5, 5, 56.55, 100],
] as const)("CSAT of %i in %i lies between %f and %f percent", (happy, n, low, high) => {
  const found = csat([
    { value: 4, count: happy - 1 },
    { value: 5, count: 1 },
    { value: 3, count: n - happy },
  ]);
  expect([found.count, found.n]).toEqual([happy, n]);
  expect([found.low, found.high].map((value) => Number((100 * value!).toFixed(2)))).toEqual([
    low,
    high,
  ]);
});

test("CES counts 5, 6 and 7 as easy", () => {
  const found = ces([1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, count: 1 })));
  expect([found.count, found.n]).toEqual([3, 7]);
});

test("nobody asked is no score, not zero", () => {
  expect(nps([])).toEqual({ n: 0, score: null, low: null, high: null });
  expect(csat([]).share).toBeNull();
});

test("a scale maps worst to −1 and best to +1, also where low is good", () => {
  expect([normalise(1, [1, 5]), normalise(4, [1, 5]), normalise(5, [1, 5])]).toEqual([-1, 0.5, 1]);
  expect([normalise(7, [7, 1]), normalise(1, [7, 1])]).toEqual([-1, 1]);
});

test.each([
  [10, [0.5, 0.3, 0.2]],
  [30, [0.5, 0.3, 0.2]],
  [100, [0.2, 0.5, 0.3]],
  [400, [0.7, 0.2, 0.1]],
] as const)("the interval of the NPS of %i answers holds it in 93 to 97 of 100", (n, shares) => {
  const chance = new Chance(13, n);
  const found = coverage(6000, () => {
    const counts = [0, 0, 0];
    for (let nth = 0; nth < n; nth += 1) counts[chance.weighted(shares)]! += 1;
    const interval = nps(answers(counts[0]!, counts[1]!, counts[2]!));
    return { truth: 100 * (shares[0] - shares[2]), interval };
  });
  expect(found).toBeGreaterThan(0.93);
  expect(found).toBeLessThan(0.97);
});
