/**
 * Places things in a row as near to where they want to be as their sizes allow, without changing
 * their order: least squares under minimal distances, by pooling adjacent violators, in [0, width].
 */
export function spread(
  wishes: readonly number[],
  sizes: readonly number[],
  gap: number,
  width: number,
): number[] {
  const before: number[] = [];
  let total = 0;
  for (const size of sizes) {
    before.push(total);
    total += size + gap;
  }
  const room = Math.max(0, width - (total - gap));
  const pools: { sum: number; count: number }[] = [];
  for (const [place, wish] of wishes.entries()) {
    let pool = { sum: wish - before[place]!, count: 1 };
    for (;;) {
      const last = pools.at(-1);
      if (last === undefined || last.sum / last.count <= pool.sum / pool.count) break;
      pools.pop();
      pool = { sum: last.sum + pool.sum, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  const shifts = pools.flatMap(({ sum, count }) =>
    Array<number>(count).fill(Math.min(room, Math.max(0, sum / count))),
  );
  return shifts.map((shift, place) => shift + before[place]!);
}
