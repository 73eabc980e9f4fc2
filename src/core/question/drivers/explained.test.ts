import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainedBy, productsOf, shapleyOf, type Cell } from "./explained.ts";

/** One row: what it is compared within, which candidates it has, and its outcome. */
type Row = {
  readonly group: number;
  readonly has: readonly boolean[];
  readonly known: readonly boolean[];
  readonly y: number;
};

const SIZE = 4;
const rows = fc.array(
  fc.record({
    group: fc.integer({ min: 0, max: 2 }),
    has: fc.array(fc.boolean(), { minLength: SIZE, maxLength: SIZE }),
    known: fc.array(fc.boolean(), { minLength: SIZE, maxLength: SIZE }),
    y: fc.integer({ min: 0, max: 10 }),
  }),
  { minLength: 12, maxLength: 60 },
);

function cellsOf(all: readonly Row[]): Cell[] {
  const key = ({ group, has, known }: Row) => `${group} ${has.join()} ${known.join()}`;
  return [...Map.groupBy(all, key).values()].map((same) => ({
    group: same[0]!.group,
    pattern: bitsOf(same[0]!.has.map((is, i) => is && same[0]!.known[i]!)),
    known: bitsOf(same[0]!.known),
    n: same.length,
    sum: same.reduce((sum, { y }) => sum + y, 0),
    squares: same.reduce((sum, { y }) => sum + y * y, 0),
  }));
}

/** R² within groups by Gram–Schmidt over the rows themselves. */
function bruteR2(all: readonly Row[], candidates: readonly number[]): number {
  const within = (of: (row: Row) => number) => {
    const level = new Map<number, { n: number; sum: number }>();
    for (const row of all) {
      const { n, sum } = level.get(row.group) ?? { n: 0, sum: 0 };
      level.set(row.group, { n: n + 1, sum: sum + of(row) });
    }
    return all.map((row) => of(row) - level.get(row.group)!.sum / level.get(row.group)!.n);
  };
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const y = within((row) => row.y);
  if (dot(y, y) < 1e-9) return 0;
  const basis: number[][] = [];
  for (const candidate of candidates) {
    let x = among(all, candidate);
    for (let twice = 0; twice < 2; twice += 1)
      for (const one of basis) {
        const part = dot(x, one);
        x = x.map((value, i) => value - part * one[i]!);
      }
    const length = Math.sqrt(dot(x, x));
    if (length > 1e-6) basis.push(x.map((value) => value / length));
  }
  return basis.reduce((sum, one) => sum + dot(y, one) ** 2, 0) / dot(y, y);
}

function bitsOf(all: readonly boolean[]): number {
  return all.reduce((bits, is, i) => bits + (is ? 2 ** i : 0), 0);
}

/** Having it or not, less the share of the group that has it of those of whom it is known; else nothing. */
function among(all: readonly Row[], candidate: number): number[] {
  return all.map((row) => {
    if (!row.known[candidate]) return 0;
    const alike = all.filter((one) => one.group === row.group && one.known[candidate]);
    return (
      Number(row.has[candidate]) - alike.filter((one) => one.has[candidate]).length / alike.length
    );
  });
}

function orders(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((one) =>
    orders(items.filter((other) => other !== one)).map((rest) => [one, ...rest]),
  );
}

describe("R² from counted cells", () => {
  test("is that of the rows themselves, each group with a level of its own", () => {
    fc.assert(
      fc.property(rows, fc.subarray([0, 1, 2, 3]), (all, candidates) => {
        const products = productsOf(cellsOf(all), SIZE);
        expect(explainedBy(products, candidates)).toBeCloseTo(bruteR2(all, candidates), 6);
      }),
    );
  });

  test("does not depend on the order of candidates, and never falls with one more", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const products = productsOf(cellsOf(all), SIZE);
        const whole = explainedBy(products, [0, 1, 2, 3]);
        expect(explainedBy(products, [3, 1, 0, 2])).toBeCloseTo(whole, 6);
        expect(explainedBy(products, [0, 1, 2])).toBeLessThanOrEqual(whole + 1e-9);
      }),
    );
  });
});

describe("Shapley shares", () => {
  test("are what each adds on average over all orders, by brute force", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const shares = shapleyOf(productsOf(cellsOf(all), SIZE), SIZE);
        const brute = [0, 0, 0, 0];
        const every = orders([0, 1, 2, 3]);
        for (const order of every)
          for (const [nth, candidate] of order.entries()) {
            const gain = bruteR2(all, order.slice(0, nth + 1)) - bruteR2(all, order.slice(0, nth));
            brute[candidate]! += gain / every.length;
          }
        for (const [i, share] of shares.entries()) expect(share).toBeCloseTo(brute[i]!, 6);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  test("add up to the R² of all", () => {
    fc.assert(
      fc.property(rows, (all) => {
        const products = productsOf(cellsOf(all), SIZE);
        const sum = shapleyOf(products, SIZE).reduce((total, share) => total + share, 0);
        expect(sum).toBeCloseTo(explainedBy(products, [0, 1, 2, 3]), 9);
      }),
    );
  });

  test("of two that say the same are equal", () => {
    const cells: Cell[] = [
      { group: 0, pattern: 0b00, known: 0b11, n: 10, sum: 10, squares: 30 },
      { group: 0, pattern: 0b11, known: 0b11, n: 10, sum: 40, squares: 190 },
    ];
    const [one, other] = shapleyOf(productsOf(cells, 2), 2);
    expect(one).toBeCloseTo(other!, 12);
    expect(one! + other!).toBeCloseTo(explainedBy(productsOf(cells, 2), [0]), 12);
  });
});
