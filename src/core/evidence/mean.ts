import { Z95, type Mean } from "./interval.ts";

/** Size, mean and variance (over n − 1) of a sample. */
export type Moments = { readonly n: number; readonly mean: number; readonly variance: number };

/** The mean of a sample with its 95 % t-interval; without an interval under two values. */
export function meanOf({ n, mean, variance }: Moments): Mean {
  if (n < 2) return { n, mean, low: null, high: null };
  const half = t95(n - 1) * Math.sqrt(variance / n);
  return { n, mean, low: mean - half, high: mean + half };
}

/** The moments of several samples taken together. */
export function pool(samples: readonly Moments[]): Moments {
  const n = samples.reduce((sum, each) => sum + each.n, 0);
  const mean = samples.reduce((sum, each) => sum + each.n * each.mean, 0) / n;
  const squares = samples.reduce(
    (sum, each) =>
      sum + (each.n > 1 ? (each.n - 1) * each.variance : 0) + each.n * (each.mean - mean) ** 2,
    0,
  );
  return { n, mean, variance: n > 1 ? squares / (n - 1) : 0 };
}

/** The same sample measured as `factor · x + shift`. */
export function rescale({ n, mean, variance }: Moments, factor: number, shift: number): Moments {
  return { n, mean: factor * mean + shift, variance: factor * factor * variance };
}

/**
 * 97.5 % quantile of Student's t for whole degrees of freedom ≥ 1: exact for 1 and 2, else Hill's
 * expansion (Algorithm 396, CACM 1970), good to six digits.
 * @example t95(10) // 2.22814
 */
export function t95(freedom: number): number {
  const n = freedom;
  const p = 0.05;
  if (n === 1) return 1 / Math.tan((p * Math.PI) / 2);
  if (n === 2) return Math.sqrt(2 / (p * (2 - p)) - 2);
  const a = 1 / (n - 0.5);
  const b = 48 / (a * a);
  let c = (((20700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * n;
  let y = (d * p) ** (2 / n);
  if (y > 0.05 + a) {
    const x = -Z95;
    y = x * x;
    if (n < 5) c += 0.3 * (n - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = Math.expm1(a * y * y);
  } else {
    y =
      ((1 / (((n + 6) / (n * y) - 0.089 * d - 0.822) * (n + 2) * 3) + 0.5 / (n + 4)) * y - 1) *
        ((n + 1) / (n + 2)) +
      1 / y;
  }
  return Math.sqrt(n * y);
}
