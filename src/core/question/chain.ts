import { assert, must } from "../assert.ts";

/** Where a journey begins; touchpoints have codes from 1. */
export const BEGIN = 0;
/** The goal was reached. */
export const REACHED = 65_535;
/** The journey ended without it. */
export const LEFT = 65_534;

/** How often a journey went from one place to the next. */
export type Step = { readonly from: number; readonly to: number; readonly count: number };

/**
 * The absorbing Markov chain of journeys towards a goal: what happens next depends on where one is,
 * not on how one came there (Kemeny & Snell 1960).
 */
export type Chain = {
  /** Places that one can leave again, `BEGIN` first. */
  readonly places: readonly number[];
  /** Probability to reach the goal in the end, per place. */
  readonly success: Float64Array;
  /** Expected visits `N = (I − Q)⁻¹`: row = where one is, column = what is visited; row-major. */
  readonly visits: Float64Array;
  readonly steps: readonly Indexed[];
  /** How often each place was left. */
  readonly left: Float64Array;
};

/** A step by the indices of its places; `to` is null for the goal and for leaving, told apart by `goal`. */
type Indexed = {
  readonly from: number;
  readonly to: number | null;
  readonly goal: boolean;
  readonly count: number;
};

/**
 * Makes the chain of counted steps. Every place must lead to an end, which it does when the counts are
 * of whole journeys. The success probability from `BEGIN` then equals the observed share exactly, since
 * as much flows into every place as out of it.
 */
export function chainOf(steps: readonly Step[]): Chain {
  const places = [
    BEGIN,
    ...[...new Set(steps.flatMap(({ from, to }) => [from, to]))]
      .filter((place) => place !== BEGIN && place !== REACHED && place !== LEFT)
      .toSorted((one, other) => one - other),
  ];
  const indexOf = new Map(places.map((place, index) => [place, index]));
  const size = places.length;
  const indexed = steps.map(({ from, to, count }): Indexed => ({
    from: must(indexOf.get(from), `place ${from}`),
    to: indexOf.get(to) ?? null,
    goal: to === REACHED,
    count,
  }));
  const left = new Float64Array(size);
  for (const { from, count } of indexed) left[from]! += count;
  const matrix = new Float64Array(size * size);
  const success = new Float64Array(size);
  for (let i = 0; i < size; i += 1) matrix[i * size + i] = 1;
  for (const { from, to, count } of indexed)
    if (to !== null) matrix[from * size + to]! -= count / left[from]!;
  const visits = inverse(matrix, size);
  for (const { from, goal, count } of indexed) {
    if (!goal) continue;
    for (let i = 0; i < size; i += 1)
      success[i]! += (visits[i * size + from]! * count) / left[from]!;
  }
  return { places, success, visits, steps: indexed, left };
}

/** What a chain says of one place. */
export type Removal = {
  readonly place: number;
  /** 1 − P(success without the place) / P(success): who would come here leaves instead. */
  readonly effect: number;
  /** Its standard error, by the delta method over the rows of the chain. */
  readonly error: number;
};

/**
 * The removal effect of every place, exact: without `x` the goal is reached with the probability of
 * reaching it minus that of doing so by way of `x`, which is P(ever at x) · P(success from x).
 * Source: Anderl et al. 2016, Mapping the customer journey; theirs is simulated.
 */
export function removals({ places, success, visits, steps, left }: Chain): Removal[] {
  const size = places.length;
  const whole = success[0]!;
  if (whole === 0) return [];
  return places.slice(1).map((place, nth) => {
    const x = nth + 1;
    const back = visits[x * size + x]!;
    const ever = visits[x]! / back;
    const without = whole - ever * success[x]!;
    // Without x: visits and success of the others, by the same decomposition.
    const visitsOf = (i: number) => (i === x ? 0 : visits[i]! - ever * visits[x * size + i]!);
    const successOf = (j: number) =>
      j === x ? 0 : success[j]! - (visits[j * size + x]! / back) * success[x]!;
    const mean = new Float64Array(size);
    const square = new Float64Array(size);
    for (const { from, to, goal, count } of steps) {
      const share = count / left[from]!;
      const after = goal ? 1 : to === null ? 0 : success[to]!;
      const afterWithout = goal ? 1 : to === null ? 0 : successOf(to);
      // d(without / whole) with the probability of this step.
      const slope =
        (visitsOf(from) * afterWithout) / whole -
        (without * visits[from]! * after) / (whole * whole);
      mean[from]! += share * slope;
      square[from]! += share * slope * slope;
    }
    let variance = 0;
    for (let i = 0; i < size; i += 1)
      if (left[i]! > 0) variance += Math.max(0, square[i]! - mean[i]! ** 2) / left[i]!;
    return { place, effect: 1 - without / whole, error: Math.sqrt(variance) };
  });
}

/** Inverse by Gauss–Jordan with pivots; throws when a place leads to no end. */
function inverse(matrix: Float64Array, size: number): Float64Array {
  const a = matrix.slice();
  const b = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) b[i * size + i] = 1;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(a[row * size + column]!) > Math.abs(a[pivot * size + column]!)) pivot = row;
    const head = a[pivot * size + column]!;
    assert(Math.abs(head) > 1e-12, "a place of the chain leads to no end");
    for (const each of [a, b]) swapAndScale(each, size, column, pivot, head);
    for (let row = 0; row < size; row += 1) {
      const factor = a[row * size + column]!;
      if (row === column || factor === 0) continue;
      for (let i = 0; i < size; i += 1) {
        a[row * size + i]! -= factor * a[column * size + i]!;
        b[row * size + i]! -= factor * b[column * size + i]!;
      }
    }
  }
  return b;
}

function swapAndScale(
  rows: Float64Array,
  size: number,
  to: number,
  from: number,
  head: number,
): void {
  for (let i = 0; i < size; i += 1) {
    const moved = rows[from * size + i]!;
    rows[from * size + i] = rows[to * size + i]!;
    rows[to * size + i] = moved / head;
  }
}
