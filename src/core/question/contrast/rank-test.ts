import { chiSquareTail } from "../../evidence/chi-square.ts";
import { Z95 } from "../../evidence/interval.ts";
import type { Estimate } from "../towards.ts";
import type { Bins } from "./bins.ts";

/**
 * Whether the values of one sample are higher than those of another (Mann & Whitney 1947, corrected for
 * ties), and by how much: Cliff's delta, how much more often one of the first is the higher of two than
 * one of the other, −1 … 1. Its interval has the variance of DeLong et al. 1988 and is symmetrical on
 * the scale of artanh, so that it stays within −1 … 1. Both samples have two values at least.
 */
export function rankTest(one: Bins, other: Bins): { p: number; delta: Estimate } {
  const bins = [...new Set([...one.keys(), ...other.keys()])].toSorted((a, b) => a - b);
  const [m, n] = [total(one), total(other)];
  let [below, under, ties, u] = [0, 0, 0, 0];
  let [squares, otherSquares] = [0, 0];
  for (const bin of bins) {
    const [a, b] = [one.get(bin) ?? 0, other.get(bin) ?? 0];
    // Of a value of one sample: the share of the other below it, ties as half.
    const place = (under + b / 2) / n;
    const otherPlace = (below + a / 2) / m;
    u += a * place;
    squares += a * place * place;
    otherSquares += b * otherPlace * otherPlace;
    ties += (a + b) ** 3 - (a + b);
    below += a;
    under += b;
  }
  const share = u / m;
  const all = m + n;
  const variance = (m * n * (all + 1 - ties / (all * (all - 1)))) / 12;
  const z = variance > 0 ? ((share - 0.5) * m * n) / Math.sqrt(variance) : 0;
  const spread = (sum: number, size: number, mean: number) =>
    Math.max(0, (sum - size * mean * mean) / (size - 1)) / size;
  const error = 2 * Math.sqrt(spread(squares, m, share) + spread(otherSquares, n, 1 - share));
  return { p: chiSquareTail(z * z, 1), delta: around(2 * share - 1, error) };
}

function around(value: number, error: number): Estimate {
  if (Math.abs(value) >= 1) return { value, low: value, high: value };
  const middle = Math.atanh(value);
  const half = (Z95 * error) / (1 - value * value);
  return { value, low: Math.tanh(middle - half), high: Math.tanh(middle + half) };
}

function total(bins: Bins): number {
  return [...bins.values()].reduce((sum, count) => sum + count, 0);
}
