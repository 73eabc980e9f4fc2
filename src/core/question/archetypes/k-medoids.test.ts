import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kMedoids, silhouette, type Things } from "./k-medoids.ts";
import { stepDistances, stepSet } from "./step-set.ts";

const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 5 })), {
  minLength: 2,
  maxLength: 9,
});

function onALine(list: readonly (readonly [number, number])[]): Things {
  return {
    n: list.length,
    distances: new Float32Array(list.flatMap(([a]) => list.map(([b]) => Math.abs(a - b)))),
    weights: list.map(([, weight]) => weight),
  };
}

function costOf({ n, distances, weights }: Things, medoids: readonly number[]): number {
  return weights.reduce(
    (sum, weight, i) => sum + weight * Math.min(...medoids.map((at) => distances[i * n + at]!)),
    0,
  );
}

function choices(n: number, k: number): number[][] {
  if (k === 0) return [[]];
  return choices(n, k - 1).flatMap((some) =>
    Array.from({ length: n }, (_, at) => at)
      .filter((at) => at > (some.at(-1) ?? -1))
      .map((at) => [...some, at]),
  );
}

describe("things that stand for all", () => {
  test("cost what they say, and no exchange of one of them costs less", () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 4 }), (list, wanted) => {
        const things = onALine(list);
        const k = Math.min(wanted, things.n);
        const { medoids, nearest, cost } = kMedoids(things, k);
        expect(new Set(medoids).size).toBe(k);
        expect(cost).toBeCloseTo(costOf(things, medoids), 3);
        for (const [i, nth] of nearest.entries())
          expect(things.distances[i * things.n + medoids[nth]!]).toBe(
            Math.min(...medoids.map((at) => things.distances[i * things.n + at]!)),
          );
        for (const nth of medoids.keys())
          for (let at = 0; at < things.n; at += 1)
            expect(costOf(things, medoids.with(nth, at))).toBeGreaterThanOrEqual(cost - 1e-3);
      }),
    );
  });

  test("are the best of all choices nearly always, and never far from it", () => {
    let best = 0;
    let all = 0;
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 3 }), (list, wanted) => {
        const things = onALine(list);
        const k = Math.min(wanted, things.n);
        const { cost } = kMedoids(things, k);
        const least = Math.min(...choices(things.n, k).map((some) => costOf(things, some)));
        all += 1;
        if (cost <= least + 1e-3) best += 1;
        expect(cost).toBeLessThanOrEqual(2 * least + 1e-3);
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(best / all).toBeGreaterThan(0.9);
  });
});

test("the silhouette of weighted things is that of each thing as often as it counts", () => {
  fc.assert(
    fc.property(points, (list) => {
      const things = onALine(list);
      const clusters = kMedoids(things, Math.min(2, things.n));
      const copies = list.flatMap(([at, weight], nth) =>
        Array.from({ length: weight }, () => ({ at, cluster: clusters.nearest[nth]! })),
      );
      const mean = (values: number[]) =>
        values.reduce((sum, value) => sum + value, 0) / values.length;
      const each = copies.map((one, place) => {
        const to = (cluster: number) =>
          copies
            .filter((other, nth) => nth !== place && other.cluster === cluster)
            .map((other) => Math.abs(one.at - other.at));
        const own = to(one.cluster);
        const others = to(1 - one.cluster);
        if (own.length === 0 || others.length === 0) return 0;
        const [a, b] = [mean(own), mean(others)];
        return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
      });
      expect(silhouette(things, clusters)).toBeCloseTo(mean(each), 4);
    }),
  );
});

test("the distance of routes is that of their sets of steps", () => {
  const route = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(route, route, (one, other) => {
      const [a, b] = [one, other].map((steps) => {
        const whole = [0, ...steps, 0];
        return new Set(whole.slice(1).map((to, nth) => `${whole[nth]} ${to}`));
      }) as [Set<string>, Set<string>];
      const expected = 1 - [...a].filter((step) => b.has(step)).length / new Set([...a, ...b]).size;
      expect(stepDistances([stepSet(one), stepSet(other)])[1]).toBeCloseTo(expected, 6);
    }),
  );
  expect(stepDistances([stepSet([1, 2, 1, 2]), stepSet([1, 2, 1, 2, 1, 2])])[1]).toBe(0);
});
