import { expect, test } from "vitest";
import { rate } from "./interval.ts";

/** How surely the interval of a share holds it: summed over all counts, so without chance. */
function coverage(n: number, share: number): number {
  let chance = n * Math.log(1 - share);
  let held = 0;
  for (let count = 0; count <= n; count += 1) {
    const { low, high } = rate(count, n);
    if (low! <= share && share <= high!) held += Math.exp(chance);
    chance += Math.log(((n - count) / (count + 1)) * (share / (1 - share)));
  }
  return held;
}

const shares = Array.from({ length: 97 }, (_, nth) => (nth + 2) / 100);

test.each([5, 10, 30, 100, 400])(
  "the interval of a share of %i holds it in 93 to 97 of 100, over all shares from 2 to 98 %",
  (n) => {
    const each = shares.map((share) => coverage(n, share));
    const mean = each.reduce((sum, one) => sum + one, 0) / each.length;
    expect(mean).toBeGreaterThan(0.93);
    expect(mean).toBeLessThan(0.97);
    // Counts are whole, so no interval can do so for every single share.
    expect(Math.min(...each)).toBeGreaterThan(n < 30 ? 0.85 : 0.92);
  },
);

test("a share of nothing has no interval, and none or all of them an end of their own", () => {
  expect(rate(0, 0)).toEqual({ count: 0, n: 0, share: null, low: null, high: null });
  expect(rate(0, 5).low).toBe(0);
  expect(rate(5, 5)).toMatchObject({ share: 1, high: 1 });
  expect(rate(5, 5).low).toBeCloseTo(0.5655, 4);
});
