/** A step of a route, and how many times in a row it is taken. */
export type RunStep = { readonly label: string; readonly times: number };

/** A route with steps that repeat at once told once: a a a b → a × 3, b. */
export function runsOf(steps: readonly string[]): RunStep[] {
  const runs: RunStep[] = [];
  for (const label of steps) {
    const last = runs.at(-1);
    if (last?.label === label) runs[runs.length - 1] = { label, times: last.times + 1 };
    else runs.push({ label, times: 1 });
  }
  return runs;
}

/** Counts added up from the first on, as shares of the total. */
export function cumulativeShares(counts: readonly number[], total: number): number[] {
  let sum = 0;
  return counts.map((count) => (sum += count) / total);
}
