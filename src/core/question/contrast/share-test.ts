import { chiSquareTail } from "../../evidence/chi-square.ts";
import type { Part } from "../gaps/contrast.ts";

/** Fewest that each of the four fields of a table should expect, for the test to hold what it says. */
const EXPECTED = 5;

/**
 * p-value of two shares being one (G-test of a 2 × 2 table with Williams' correction, 1976); null where
 * there are too few to tell.
 */
export function shareTest(one: Part, other: Part): number | null {
  const n = one.n + other.n;
  const count = one.count + other.count;
  if (Math.min(one.n, other.n) * Math.min(count, n - count) < EXPECTED * n) return null;
  let g = 0;
  for (const part of [one, other])
    for (const [seen, of] of [
      [part.count, count],
      [part.n - part.count, n - count],
    ] as const)
      if (seen > 0) g += 2 * seen * Math.log((seen * n) / (part.n * of));
  const rows = n / one.n + n / other.n - 1;
  const columns = n / count + n / (n - count) - 1;
  return chiSquareTail(g / (1 + (rows * columns) / (6 * n)), 1);
}
