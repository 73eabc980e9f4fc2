/** Different steps of a route, as numbers in rising order: from one touchpoint to the next, with its beginning and end. */
export function stepSet(steps: readonly number[]): number[] {
  const whole = [0, ...steps, 0];
  const found = new Set(whole.slice(1).map((to, nth) => whole[nth]! * 65_536 + to));
  return [...found].toSorted((one, other) => one - other);
}

/**
 * Distances between routes by their steps: 1 − the steps that both have / the steps that either has
 * (Jaccard). Going round once more makes no route another.
 */
export function stepDistances(sets: readonly (readonly number[])[]): Float32Array {
  const n = sets.length;
  const distances = new Float32Array(n * n);
  for (const [i, one] of sets.entries())
    for (let j = i + 1; j < n; j += 1) {
      const other = sets[j]!;
      const both = shared(one, other);
      const d = 1 - both / (one.length + other.length - both);
      distances[i * n + j] = d;
      distances[j * n + i] = d;
    }
  return distances;
}

function shared(one: readonly number[], other: readonly number[]): number {
  let both = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const difference = one[i]! - other[j]!;
    if (difference === 0) both += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return both;
}
