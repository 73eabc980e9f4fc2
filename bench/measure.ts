/** Seconds of several runs of one thing. */
export type Timing = {
  readonly median: number;
  readonly low: number;
  readonly high: number;
  readonly runs: number;
};

function summarise(seconds: readonly number[]): Timing {
  const sorted = seconds.toSorted((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    low: sorted[0] ?? Number.NaN,
    high: sorted.at(-1) ?? Number.NaN,
    runs: sorted.length,
  };
}

/** Times `work` after one run that warms up and does not count. */
export async function time(work: () => Promise<unknown>, runs = 5): Promise<Timing> {
  await work();
  const seconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    seconds.push((performance.now() - start) / 1000);
  }
  return summarise(seconds);
}

/** Times things that compete, turn by turn, so that a noisy machine hits all of them alike. */
export async function timeInTurns<K extends string>(
  work: Readonly<Record<K, () => Promise<number>>>,
  runs = 5,
): Promise<Record<K, Timing>> {
  const names = Object.keys(work) as K[];
  const seconds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    K,
    number[]
  >;
  for (let run = 0; run < runs; run += 1) {
    for (const name of names) seconds[name].push(await work[name]());
  }
  return Object.fromEntries(names.map((name) => [name, summarise(seconds[name])])) as Record<
    K,
    Timing
  >;
}
