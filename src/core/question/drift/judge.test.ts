import { expect, test } from "vitest";
import { Chance } from "../../demo/chance.ts";
import { judged } from "./judge.ts";
import { momentsOf } from "./moments.ts";
import type { Change } from "./drift.ts";
import type { Series, Sums } from "./series.ts";
import { alike, changeOf, explains, longerOrShorter } from "./size.ts";

const shares = (seed: number, p: (day: number) => number): Series => {
  const chance = new Chance(seed);
  const days = Array.from({ length: 200 }, (_, nth) => 20_000 + nth);
  const n = days.map(() => 200);
  const sum = days.map((_, nth) => n.filter(() => chance.hit(p(nth))).length);
  return { days, n, sum, squares: null };
};

test("two periods are held against each other, corrected for all that is compared", () => {
  const steady = Array.from({ length: 50 }, (_, seed) => shares(seed, () => 0.3));
  const changed = shares(99, (day) => (day < 120 ? 0.3 : 0.1));
  const periods = { before: [20_000, 20_060], after: [20_140, 20_200] } as const;
  const found = judged([...steady, changed], periods);
  expect(found.map(({ nth }) => nth)).toEqual([50]);
  const [{ day, before, after, p }] = found as [(typeof found)[number]];
  expect(Math.abs(day - 20_120)).toBeLessThanOrEqual(7);
  expect([before.n, after.n]).toEqual([60 * 200, 60 * 200]);
  expect(p).toBeLessThan(0.001);
  // Where both lie before the change there is nothing to tell.
  const early = { before: [20_000, 20_050], after: [20_060, 20_110] } as const;
  expect(judged([...steady, changed], early)).toEqual([]);
});

test("a difference that goes away among those alike is explained by who came", () => {
  const part = (n: number, share: number): Sums => ({
    n,
    sum: Math.round(n * share),
    squares: Math.round(n * share),
  });
  const mixed = [
    { before: part(900, 0.1), after: part(100, 0.1) },
    { before: part(100, 0.5), after: part(900, 0.5) },
  ];
  const crude = changeOf(part(1000, 0.14), part(1000, 0.46), true);
  const among = alike(mixed)!;
  expect(among.value).toBeCloseTo(0);
  expect(explains(among, crude)).toBe(true);
  const real = alike([
    { before: part(500, 0.1), after: part(500, 0.4) },
    { before: part(500, 0.2), after: part(500, 0.5) },
  ])!;
  expect(real.value).toBeCloseTo(0.3);
  expect(explains(real, changeOf(part(1000, 0.15), part(1000, 0.45), true))).toBe(false);
  expect(alike([{ before: part(10, 0.5), after: part(0, 0) }])).toBeNull();
});

test("waits are told where they differ by a tenth, however clear their order", () => {
  const lasting = (medianSeconds: number) => ({
    n: 100,
    p25Seconds: 1,
    medianSeconds,
    p75Seconds: 9e9,
  });
  expect(longerOrShorter(lasting(20_653_200), lasting(20_646_000))).toBe(false);
  expect(longerOrShorter(lasting(100), lasting(89))).toBe(true);
});

test("changes that may be of one day stand together, and are said once", () => {
  const change = (kind: Change["kind"], code: number, day: string, between: [string, string]) =>
    ({ kind, at: { code: 1 }, to: { code }, day, between, size: code }) as unknown as Change;
  const moments = momentsOf([
    change("reach", 2, "2025-11-03", ["2025-11-03", "2025-11-03"]),
    change("next", 2, "2025-11-04", ["2025-10-30", "2025-11-08"]),
    change("next", 3, "2025-10-31", ["2025-10-20", "2025-11-05"]),
    change("wait", 4, "2025-04-07", ["2025-04-01", "2025-04-10"]),
  ]);
  expect(moments.map(({ day, changes }) => [day, changes.map(({ kind }) => kind)])).toEqual([
    ["2025-04-07", ["wait"]],
    ["2025-11-03", ["next", "reach"]],
  ]);
});

test("a change that may have been on either of two days is told on the one nearest to its own", () => {
  const change = (code: number, day: string, between: [string, string]) =>
    ({
      kind: "reach",
      at: { code: 1 },
      to: { code },
      day,
      between,
      size: code,
    }) as unknown as Change;
  const moments = momentsOf([
    change(2, "2025-11-16", ["2025-11-16", "2025-11-16"]),
    change(3, "2025-11-03", ["2025-11-02", "2025-11-03"]),
    change(4, "2025-10-31", ["2025-10-18", "2025-11-16"]),
    change(5, "2025-11-14", ["2025-11-01", "2025-11-20"]),
  ]);
  expect(moments.map(({ day, changes }) => [day, changes.map(({ size }) => size)])).toEqual([
    ["2025-11-03", [4, 3]],
    ["2025-11-16", [5, 2]],
  ]);
});
