import { z } from "zod";

/** Two-sided 95 % normal quantile. */
export const Z95 = 1.959963984540054;

/** Under so many a figure is too little to lean on: it is shown in grey, with its n. */
export const FEW = 30;

/** A share with what it was counted from and its 95 % Wilson interval; `share` is null when n = 0. */
export const Rate = z.strictObject({
  count: z.number().int(),
  n: z.number().int(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type Rate = z.infer<typeof Rate>;

/**
 * Wilson score interval of a share (Wilson 1927): count of n, both whole numbers, 0 ≤ count ≤ n. Over all
 * shares it holds the truth in 95 to 96 of 100 samples, but counts are whole: for a single share of 5 it
 * may do so in 86, from n = 30 on in 92 at least.
 * @example rate(78, 100) // share 0.78, low 0.6893, high 0.8500
 */
export function rate(count: number, n: number): Rate {
  if (n === 0) return { count, n, share: null, low: null, high: null };
  const p = count / n;
  const z2 = Z95 * Z95;
  const centre = p + z2 / (2 * n);
  const spread = Z95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return {
    count,
    n,
    share: p,
    low: Math.max(0, (centre - spread) / scale),
    high: Math.min(1, (centre + spread) / scale),
  };
}

/** A mean with its 95 % t-interval; the interval is null under two values. */
export const Mean = z.strictObject({
  n: z.number().int(),
  mean: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type Mean = z.infer<typeof Mean>;

/** Median and quartiles of a duration, in seconds; null when n = 0. */
export const Duration = z.strictObject({
  n: z.number().int(),
  p25Seconds: z.number().nullable(),
  medianSeconds: z.number().nullable(),
  p75Seconds: z.number().nullable(),
});
export type Duration = z.infer<typeof Duration>;
