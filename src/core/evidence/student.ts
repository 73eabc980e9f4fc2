/**
 * Probability that Student's t is at least as far from 0 as `t`, on either side, for a whole number of
 * degrees of freedom ≥ 1 (the finite sums of Abramowitz & Stegun 26.7.3 and 26.7.4).
 * @example tTail(2.22814, 10) // 0.0500
 */
export function tTail(t: number, freedom: number): number {
  const angle = Math.atan(Math.abs(t) / Math.sqrt(freedom));
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const odd = freedom % 2 === 1;
  let term = odd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= freedom - 2 && term > 1e-17; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  const inside = odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
  return Math.min(1, Math.max(0, 1 - inside));
}
