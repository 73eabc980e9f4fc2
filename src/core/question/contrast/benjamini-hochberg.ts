/**
 * The p-values of several tests, adjusted so that among all that stay under α at most the share α is
 * there by chance (Benjamini & Hochberg 1995): q₍ᵢ₎ = min over j ≥ i of p₍ⱼ₎·m/j, in the order given.
 * @example adjusted([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function adjusted(ps: readonly number[]): number[] {
  const order = ps.map((_, nth) => nth).toSorted((a, b) => ps[b]! - ps[a]!);
  const qs: number[] = Array.from(ps, () => 1);
  let least = 1;
  for (const [nth, at] of order.entries()) {
    least = Math.min(least, (ps[at]! * ps.length) / (ps.length - nth));
    qs[at] = least;
  }
  return qs;
}
