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
  // Which of the routes so far have a step: only routes with a step in common are met at all.
  const having = new Map<number, number[]>();
  const both = new Uint16Array(n);
  for (const [i, one] of sets.entries()) {
    both.fill(0);
    for (const step of one) {
      const others = having.get(step);
      if (others === undefined) {
        having.set(step, [i]);
        continue;
      }
      for (const j of others) both[j]! += 1;
      others.push(i);
    }
    for (let j = 0; j < i; j += 1) {
      const d = 1 - both[j]! / (one.length + sets[j]!.length - both[j]!);
      distances[i * n + j] = d;
      distances[j * n + i] = d;
    }
  }
  return distances;
}
