import { Z95 } from "../../evidence/interval.ts";
import type { Estimate } from "../towards.ts";

/** Of fewer places an order says nothing. */
const FEWEST = 6;

/**
 * Whether two lists put the same places first: Kendall's tau-b (1945, corrected for ties), −1 (the other
 * way round) … 1 (the same order). Its 95 % interval is that of Fieller, Hartley & Pearson 1957, variance
 * 0.437/(n − 4) on the scale of artanh: it takes the places as a sample of all that one could ask about.
 * Null under six places, or where one list puts all alike.
 * @example rankAgreement([1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5])?.value // 0.6
 */
export function rankAgreement(one: readonly number[], other: readonly number[]): Estimate | null {
  const n = one.length;
  if (n < FEWEST) return null;
  let [sum, firsts, seconds] = [0, 0, 0];
  for (let i = 0; i < n; i += 1)
    for (let j = 0; j < i; j += 1) {
      const [a, b] = [Math.sign(one[i]! - one[j]!), Math.sign(other[i]! - other[j]!)];
      sum += a * b;
      firsts += a * a;
      seconds += b * b;
    }
  if (firsts === 0 || seconds === 0) return null;
  const value = sum / Math.sqrt(firsts * seconds);
  // At the ends of the scale artanh has no value; half a pair less has.
  const most = 1 - 1 / (n * (n - 1));
  const middle = Math.atanh(Math.min(most, Math.max(-most, value)));
  const half = Z95 * Math.sqrt(0.437 / (n - 4));
  return { value, low: Math.tanh(middle - half), high: Math.tanh(middle + half) };
}
