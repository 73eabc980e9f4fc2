/**
 * Benjamini & Hochberg (1995): each p-value as the share of false findings one accepts by believing it
 * and all that are smaller. Where nothing is true, the chance of believing anything is that share too.
 * @example corrected([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function corrected(values: readonly number[]): number[] {
  const order = values
    .map((value, nth) => ({ value, nth }))
    .toSorted((one, other) => other.value - one.value);
  const found = Array.from({ length: values.length }, () => 1);
  let least = 1;
  for (const [place, { value, nth }] of order.entries()) {
    least = Math.min(least, (value * values.length) / (values.length - place));
    found[nth] = least;
  }
  return found;
}
