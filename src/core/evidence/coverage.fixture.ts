type Interval = { readonly low: number | null; readonly high: number | null };

/** How often, of so many samples, an interval held the truth. */
export function coverage(
  samples: number,
  draw: () => { readonly interval: Interval; readonly truth: number },
): number {
  let held = 0;
  for (let nth = 0; nth < samples; nth += 1) {
    const {
      interval: { low, high },
      truth,
    } = draw();
    if (low !== null && high !== null && low <= truth && truth <= high) held += 1;
  }
  return held / samples;
}
