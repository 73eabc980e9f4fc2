/**
 * What was observed per day: how many people, the sum of what was seen of them, and of its squares.
 * Of a share each person adds 0 or 1, so that sum and squares are the same. Days since 1970, ascending.
 */
export type Series = {
  readonly days: readonly number[];
  readonly n: readonly number[];
  readonly sum: readonly number[];
  /** Null for a share. */
  readonly squares: readonly number[] | null;
};

/** People, sum and sum of squares over a stretch of days. */
export type Sums = { readonly n: number; readonly sum: number; readonly squares: number };

/** Running totals: those over places [from, to) are the difference of two. */
export type Totals = {
  readonly share: boolean;
  /** First day of each place. */
  readonly starts: readonly number[];
  over(from: number, to: number): Sums;
};

export const WEEK = 7;

export function byDay({ days, n, sum, squares }: Series): Totals {
  return totals(days, n, sum, squares);
}

/** The same in weeks from the first day on: what goes up and down within a week is no change. */
export function byWeek({ days, n, sum, squares }: Series): Totals {
  const first = days[0] ?? 0;
  const weeks = Math.floor(((days.at(-1) ?? first) - first) / WEEK) + 1;
  const put = (values: readonly number[]) => {
    const all = Array.from({ length: weeks }, () => 0);
    for (const [nth, value] of values.entries())
      all[Math.floor((days[nth]! - first) / WEEK)]! += value;
    return all;
  };
  const starts = Array.from({ length: weeks }, (_, nth) => first + nth * WEEK);
  return totals(starts, put(n), put(sum), squares && put(squares));
}

function totals(
  starts: readonly number[],
  n: readonly number[],
  sum: readonly number[],
  squares: readonly number[] | null,
): Totals {
  const run = (values: readonly number[]) => {
    const all = [0];
    for (const value of values) all.push(all.at(-1)! + value);
    return all;
  };
  const [ns, sums, squared] = [run(n), run(sum), run(squares ?? sum)];
  return {
    share: squares === null,
    starts,
    over: (from, to) => ({
      n: ns[to]! - ns[from]!,
      sum: sums[to]! - sums[from]!,
      squares: squared[to]! - squared[from]!,
    }),
  };
}

/** Variance of one observation around the mean of its stretch. */
export function variance({ n, sum, squares }: Sums): number {
  return n === 0 ? 0 : Math.max(0, squares / n - (sum / n) ** 2);
}
