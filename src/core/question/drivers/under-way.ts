import type { Pair, Sums } from "./matched.ts";

/** Customers who stand at the same place for about as long, and came there from the same: how many, and how many of them reach the goal. */
export type Standing = { readonly stand: number; readonly n: number; readonly reached: number };

/**
 * Of these, those who have met a touchpoint and gone on: once or again, and where they would stand without
 * it: at the same place, having come there from the last other one.
 */
export type Met = Standing & {
  readonly code: number;
  readonly again: boolean;
  readonly own: number;
};

/** Those who have met a touchpoint against those who stand where they would stand without it and have not. */
export function metPairs(standing: readonly Standing[], met: readonly Met[]): Pair[] {
  const all = summed(standing, ({ stand }) => stand);
  const there = summed(met, ({ stand }) => stand);
  return [...summed(met, ({ own }) => own)].map(([stand, with_]): Pair => {
    const [whole, part] = [all.get(stand) ?? nothing, there.get(stand) ?? nothing];
    return { with: with_, without: sumsOf(whole.n - part.n, whole.sum - part.sum) };
  });
}

/** Of those who have met a touchpoint, those who came back to it against those who did not. */
export function againPairs(met: readonly Met[]): Pair[] {
  const of = (again: boolean) =>
    summed(
      met.filter((one) => one.again === again),
      ({ own }) => own,
    );
  const once = of(false);
  return [...of(true)].map(([stand, often]) => ({
    with: often,
    without: once.get(stand) ?? nothing,
  }));
}

const nothing: Sums = { n: 0, sum: 0, squares: 0 };

/** Of an outcome that is 0 or 1. */
function sumsOf(n: number, reached: number): Sums {
  return { n, sum: reached, squares: reached };
}

function summed<One extends Standing>(
  rows: readonly One[],
  by: (one: One) => number,
): ReadonlyMap<number, Sums> {
  const found = new Map<number, Sums>();
  for (const row of rows) {
    const before = found.get(by(row)) ?? nothing;
    found.set(by(row), sumsOf(before.n + row.n, before.sum + row.reached));
  }
  return found;
}
